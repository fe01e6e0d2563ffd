package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.JsonReport;
import dev.sojourn.results.report.TextReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LargeRunTest {
  private static final int STUDIES = 300;
  private static final int PAIRS = 16;

  /**
   * Of the order of a second is the aim; the limit is for machines that are busy with other work.
   */
  @Test
  @Timeout(10)
  void threeHundredStudiesAreComparedAndPrintedInOneGo() throws Exception {
    Run before = run(1, "before");
    Run after = run(2, "after");
    long start = System.nanoTime();

    RunComparison comparison = RunComparison.of(before, after, false);
    int length =
        TextReport.comparison(comparison).length() + JsonReport.comparison(comparison).length();

    long millis = (System.nanoTime() - start) / 1_000_000;
    System.getLogger("simulation")
        .log(
            System.Logger.Level.INFO,
            "compared and printed "
                + STUDIES
                + " studies of "
                + PAIRS
                + " pairs in "
                + millis
                + " ms");
    assertThat(comparison.comparisons()).hasSize(2 * 2 * STUDIES);
    assertThat(length).isGreaterThan(100_000);
  }

  private static Run run(long seed, String label) {
    SyntheticRun run = SyntheticRun.of(seed, PAIRS).label(label);
    for (int i = 0; i < STUDIES; i++) {
      String study = "dev.example.Study" + i + "Bench";
      run.study(SyntheticRun.card(study, "Is it so?", "jdk", "own"));
      for (String method : List.of("jdk", "own")) {
        Arm arm = Arm.of(study, method, Map.of("size", "1000"));
        run.time(arm, 50 + i).bytes(arm, 16);
        for (int round = 0; round < PAIRS; round++) {
          run.conditions(fork(arm, round));
        }
      }
    }
    return run.build();
  }

  private static ForkConditions fork(Arm arm, int round) {
    double nanos = 1 + 0.001 * (round % 3);
    TreeMap<String, Double> facts =
        new TreeMap<>(
            Map.of(
                ForkConditions.CANARY_ALU, nanos,
                ForkConditions.CANARY_L2, nanos,
                ForkConditions.CANARY_L3, nanos,
                ForkConditions.CANARY_DRAM, nanos));
    return new ForkConditions(
        arm, round, round, 1, Fate.KEPT, "", facts, List.of(), Optional.empty());
  }
}
