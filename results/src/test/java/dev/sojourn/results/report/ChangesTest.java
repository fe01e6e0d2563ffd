package dev.sojourn.results.report;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.model.Metric;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final double[] FORKS = {100, 100.2, 99.9, 100.1, 100, 100.3, 100.05, 99.95};

  private static String summary(RunFixture before, RunFixture after) throws Exception {
    return Changes.of(
            RunComparison.of(before.label("before").run(), after.label("after").run(), false))
        .summary();
  }

  @Test
  void equivalentsAreCountedWithTheWidthTheyWereHeldTo() throws Exception {
    assertThat(
            summary(
                new RunFixture().time(arm("jdk"), FORKS),
                new RunFixture().positionsFrom(1).time(arm("jdk"), FORKS)))
        .isEqualTo("1 equivalent within 2 %");
  }

  @Test
  void equalCountsHaveNoWidth() throws Exception {
    assertThat(
            summary(
                new RunFixture().metric(arm("jdk"), Metric.ALLOCATION, 24),
                new RunFixture().positionsFrom(1).metric(arm("jdk"), Metric.ALLOCATION, 24)))
        .isEqualTo("1 equivalent");
  }
}
