package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.Shell;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real run in a process of its own, told to end while it measures. */
class StopTest {
  private static final String LABEL = "it's stopped";

  @TempDir private Path folder;

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Sojourn.class.getName(),
            "run",
            "--study",
            "AeadBench$",
            "--param",
            "bytes=64",
            "--method",
            "aes256",
            "--effort",
            "smoke",
            "--pairs",
            "200",
            "--label",
            LABEL,
            "--results",
            runs().toString())
        .redirectErrorStream(true)
        .redirectOutput(said().toFile())
        .start();
  }

  private Path runs() {
    return folder.resolve("runs");
  }

  private Path said() {
    return folder.resolve("said");
  }

  private boolean hasMeasured() throws Exception {
    Ledger ledger = Ledger.at(runs());
    List<Entry> entries = ledger.entries();
    return !entries.isEmpty() && !ledger.read(entries.getFirst()).measurements().isEmpty();
  }

  @Test
  @Timeout(900) // another measurement on the machine is waited for
  void whatWasMeasuredIsReportedBeforeTheProcessEnds() throws Exception {
    Process process = start();
    try {
      while (!hasMeasured()) {
        assertThat(process.isAlive()).as(() -> text()).isTrue();
        Thread.sleep(200);
      }

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    Ledger ledger = Ledger.at(runs());
    Run run = ledger.read(ledger.entries().getFirst());
    assertThat(run.finished()).isFalse();
    assertThat(text())
        .contains("AeadBench")
        .contains("Stored as " + LABEL)
        .endsWith(
            "Unfinished; go on with: run --resume --label 'it'\\''s stopped' --results "
                + Shell.quoted(runs().toString())
                + "\n");
  }

  private String text() {
    try {
      return Files.readString(said());
    } catch (IOException e) {
      return e.toString();
    }
  }
}
