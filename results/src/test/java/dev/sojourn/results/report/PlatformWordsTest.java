package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PlatformWordsTest {
  private static final Arm ARM = Arm.of("dev.example.Study", "jdk", Map.of());

  private static ForkConditions fork(int round, Map<String, Double> facts, long... hiccups) {
    Histogram histogram = new Histogram(60_000_000_000L, 3);
    for (long hiccup : hiccups) {
      histogram.recordValue(hiccup);
    }
    return new ForkConditions(
        ARM,
        round,
        round,
        1,
        Fate.KEPT,
        "",
        new TreeMap<>(facts),
        List.of(),
        hiccups.length == 0 ? Optional.empty() : Optional.of(Cells.of(histogram)));
  }

  @Test
  void everythingKnownFitsOneLine() {
    var run =
        SyntheticRun.of(1, 2)
            .conditions(
                fork(
                    0,
                    Map.of(
                        ForkConditions.STEAL_SHARE,
                        0.001,
                        ForkConditions.CANARY_ALU,
                        1.0,
                        ForkConditions.CANARY_L2,
                        5.0,
                        ForkConditions.CANARY_L3,
                        20.0,
                        ForkConditions.CANARY_DRAM,
                        100.0),
                    1_000,
                    1_000))
            .conditions(
                fork(
                    1,
                    Map.of(
                        ForkConditions.STEAL_SHARE,
                        0.003,
                        ForkConditions.CANARY_ALU,
                        1.0,
                        ForkConditions.CANARY_L2,
                        5.0 * Math.exp(0.01 * Math.sqrt(2)),
                        ForkConditions.CANARY_L3,
                        20.0 * Math.exp(0.2 * Math.sqrt(2)),
                        ForkConditions.CANARY_DRAM,
                        100.0 * Math.exp(0.05 * Math.sqrt(2))),
                    2_000_000))
            .build();

    assertThat(PlatformWords.of(run))
        .hasValue(
            "beside the forks: hiccups p99 2.00 ms, p99.9 2.00 ms, max 2.00 ms, steal 0.2 %,"
                + " canaries spread alu 0 %, l2 1 %, l3 20 %, dram 5 %");
    assertThat(TextReport.run(run)).contains("platform beside the forks: hiccups p99 2.00 ms");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    var onlyOneCanary =
        SyntheticRun.of(1, 2)
            .conditions(fork(0, Map.of(ForkConditions.CANARY_ALU, 1.0)))
            .conditions(fork(1, Map.of(ForkConditions.LOAD, 0.5)))
            .build();

    assertThat(PlatformWords.of(onlyOneCanary)).isEmpty();
    assertThat(TextReport.run(SyntheticRun.typical(1).build())).doesNotContain("platform");
  }
}
