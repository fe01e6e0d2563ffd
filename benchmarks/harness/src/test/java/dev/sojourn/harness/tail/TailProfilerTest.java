package dev.sojourn.harness.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.IterationType;

/** Plays JMH's part: iterations in their order, and a clock that laps in each. */
class TailProfilerTest {
  private static final int LAPS = 7;

  private final TailProfiler profiler = new TailProfiler("2");
  private final TailClock clock = new TailClock();

  @AfterEach
  void restTheSession() {
    TailSession.record(false);
  }

  private List<HistogramResult> iteration(IterationType type) {
    profiler.begin(type);
    clock.arm();
    for (long i = 0; i < LAPS; i++) {
      assertThat(clock.lap(i)).isEqualTo(i);
    }
    return profiler.end(type);
  }

  @Test
  void onlyIterationsAfterTheScoredOnesAreBroughtHome() {
    clock.register();

    assertThat(iteration(IterationType.WARMUP)).isEmpty();
    assertThat(TailSession.recording()).isTrue();
    assertThat(iteration(IterationType.MEASUREMENT)).isEmpty();
    assertThat(TailSession.recording()).isFalse();
    assertThat(iteration(IterationType.MEASUREMENT)).isEmpty();
    for (int tail = 0; tail < 2; tail++) {
      var results = iteration(IterationType.MEASUREMENT);
      assertThat(results).hasSize(1);
      assertThat(results.getFirst().histogram().getTotalCount()).isEqualTo(LAPS - 1);
    }
  }
}
