package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger of many years is listed while one waits for it, and read for scores without histograms.
 */
class LedgerSpeedTest {
  private static final int RUNS = 2_000;

  /**
   * Twenty times what it takes on two shared cores: a listing that reads whole runs takes longer.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void twoThousandRunsAreListedWithoutBeingRead() throws Exception {
    Ledger ledger = Ledger.at(folder);
    ledger.write(SyntheticRun.typical(1).label("run").build());
    Path first = ledger.entries().getFirst().directory();
    byte[] run = Files.readAllBytes(first.resolve("run.json"));
    for (int i = 1; i < RUNS; i++) {
      Path copy = Files.createDirectories(first.resolveSibling("run-" + i));
      Files.write(copy.resolve("run.json"), run);
    }
    ledger.entries();

    Instant start = Instant.now();
    List<Entry> entries = ledger.entries();
    Duration took = Duration.between(start, Instant.now());

    System.out.printf("%d runs of %d KB listed in %s%n", RUNS, run.length / 1024, took);
    assertThat(entries).hasSize(RUNS).allMatch(entry -> entry.problem().isEmpty());
    assertThat(took).isLessThan(PATIENCE);
  }

  @Test
  void scoresAreReadWithoutTheHistograms() throws Exception {
    Ledger ledger = Ledger.at(folder);
    Run run =
        new RunFixture()
            .time(RunFixture.arm("jdk"), 10, 11)
            .tail(RunFixture.arm("jdk"), 1, RunFixture.histogram(1, 500, 1_000))
            .run();
    ledger.write(run);
    Entry entry = ledger.entries().getFirst();
    try (var files = Files.newDirectoryStream(entry.directory(), "*.hlog")) {
      for (Path histogram : files) {
        Files.delete(histogram);
      }
    }

    Run read = ledger.readScores(entry);

    assertThat(read.measurements()).isEqualTo(run.measurements());
    assertThat(read.tails().getFirst().merged().getTotalCount()).isZero();
  }
}
