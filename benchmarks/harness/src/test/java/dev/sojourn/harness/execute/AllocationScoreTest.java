package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationScoreTest {
  private static final double ITERATION_NANOS = 75e6;

  @ParameterizedTest
  @CsvSource({"20,24", "20,0", "500,16", "2000,40", "100000,1024", "5000000,1000000"})
  void equalCodeGivesEqualNumbersWhateverJmhAdds(double nanosPerOp, double bytesPerOp) {
    Random random = new Random(7);
    double operations = ITERATION_NANOS / nanosPerOp;
    for (int fork = 0; fork < 100; fork++) {
      double foreign = 12_000 * random.nextDouble() / operations;

      var score =
          AllocationScore.of(List.of(bytesPerOp + foreign), List.of(nanosPerOp), ITERATION_NANOS);

      double without =
          AllocationScore.of(List.of(bytesPerOp), List.of(nanosPerOp), ITERATION_NANOS)
              .orElseThrow();
      assertThat(score).as("fork %d", fork).hasValue(without);
    }
  }

  @Test
  void wholeObjectsOfAFastOperationAreShownAsTheyAre() {
    assertThat(AllocationScore.of(List.of(24.0002), List.of(20.0), ITERATION_NANOS)).hasValue(24);
    assertThat(AllocationScore.of(List.of(23.99999999), List.of(20.0), ITERATION_NANOS))
        .hasValue(24);
  }

  /**
   * What allocates 4,000 bytes seems to allocate more when it becomes faster, by one step at most.
   */
  @Test
  void speedMovesTheNumberByNoMoreThanTheCoarserStep() {
    double iterationNanos = 300e6;
    double slow = 600_000;
    double fast = 550_000;

    double slowBytes =
        AllocationScore.of(List.of(4_000.0), List.of(slow), iterationNanos).orElseThrow();
    double fastBytes =
        AllocationScore.of(List.of(4_000.0), List.of(fast), iterationNanos).orElseThrow();

    assertThat(slowBytes).isNotEqualTo(fastBytes);
    assertThat(AllocationScore.step(List.of(slow), iterationNanos)).isEqualTo(64);
    assertThat(AllocationScore.step(List.of(fast), iterationNanos)).isEqualTo(32);
    assertThat(fastBytes - slowBytes).isLessThanOrEqualTo(64);
  }

  @Test
  void theMiddleIterationDecides() {
    var score =
        AllocationScore.of(List.of(32.0, 16.0, 9999.0), List.of(20.0, 20.0), ITERATION_NANOS);

    assertThat(score).hasValue(32);
  }

  @Test
  void noCountsGiveNoScore() {
    assertThat(AllocationScore.of(List.of(), List.of(20.0), ITERATION_NANOS)).isEmpty();
  }
}
