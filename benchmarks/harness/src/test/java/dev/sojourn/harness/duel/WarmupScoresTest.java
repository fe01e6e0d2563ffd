package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmupScoresTest {
  private static List<Double> scores(String output) {
    WarmupScores scores = new WarmupScores();
    output.lines().forEach(scores::line);
    return scores.scores();
  }

  @Test
  void scoresAreTakenInOrderAndMeasuredIterationsAreNot() {
    assertThat(
            scores(
                """
                # Warmup Iteration   1: 12.500 ns/op
                # Warmup Iteration   2: 11,250 ns/op
                Iteration   1: 10.000 ns/op
                """))
        .containsExactly(12.5, 11.25);
  }

  @Test
  void aLineTornByTheForksOwnWordsIsPutTogether() {
    assertThat(
            scores(
                """
                # Warmup Iteration   1: WARNING: A method has been called
                WARNING: 3.14 is no score
                12.500 ns/op
                # Warmup Iteration   2:\s
                OpenJDK 64-Bit Server VM warning: 1.5
                11.250 \u00b1(99.9%) 0.1 ns/op
                11.750 us/op
                11.850 us/op
                """))
        .containsExactly(12.5, 11.75);
  }

  @Test
  void aScoreThatNobodyAwaitsIsNone() {
    assertThat(
            scores(
                """
                12.500 ns/op
                # Warmup Iteration   1: <failure>
                # Warmup Iteration   2: 11.250 ns/op
                # Warmup Iteration   3: <failure>
                Iteration   1: WARNING
                10.000 ns/op
                """))
        .containsExactly(11.25);
  }
}
