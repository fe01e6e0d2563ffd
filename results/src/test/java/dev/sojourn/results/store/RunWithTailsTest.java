package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticPair;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.TextReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with a file of latencies and one of hiccups beside every fork, written and read again. */
class RunWithTailsTest {
  private static final int STUDIES = 10;

  @TempDir private Path folder;

  @Test
  void whatIsComparedIsWhatWasWritten() throws Exception {
    SyntheticPair pair = new SyntheticPair(STUDIES);
    Ledger ledger = pair.write(folder);

    long start = System.nanoTime();
    Run before = ledger.read(new Label("before"));
    Run after = ledger.read(new Label("after"));
    long read = System.nanoTime();
    String text = TextReport.comparison(RunComparison.of(before, after, false));
    long compared = System.nanoTime();

    System.out.printf(
        "two runs of %d studies with latencies and hiccups: read in %d ms, compared in %d ms%n",
        STUDIES, (read - start) / 1_000_000, (compared - read) / 1_000_000);
    assertThat(before).isEqualTo(pair.before());
    assertThat(after).isEqualTo(pair.after());
    assertThat(text)
        .isEqualTo(TextReport.comparison(RunComparison.of(pair.before(), pair.after(), false)))
        .contains("p99.9");
  }
}
