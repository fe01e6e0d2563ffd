package dev.sojourn.harness.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.results.Result;
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

  private List<Result<?>> iteration(IterationType type) {
    Control control = new Control();
    profiler.begin(type);
    clock.arm(control);
    lap();
    control.startMeasurement = true;
    lap();
    control.stopMeasurement = true;
    lap();
    return profiler.end(type);
  }

  private void lap() {
    for (long i = 0; i < LAPS; i++) {
      assertThat(clock.lap(i)).isEqualTo(i);
    }
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
      assertThat(((HistogramResult) results.getFirst()).histogram().getTotalCount())
          .as("laps with both ends in the measured time")
          .isEqualTo(LAPS - 1);
    }
  }

  @Test
  void anIterationThatMeasuredNothingBringsNothingHome() {
    clock.register();
    iteration(IterationType.MEASUREMENT);
    iteration(IterationType.MEASUREMENT);

    profiler.begin(IterationType.MEASUREMENT);
    clock.arm(new Control());
    lap();

    assertThat(profiler.end(IterationType.MEASUREMENT)).isEmpty();
  }

  @Test
  void aClockThatAlwaysRecordsStaysOutOfTheSession() {
    TailClock probe = TailClock.alwaysRecording();
    TailSession.record(true);

    assertThat(probe.lap(5L)).isEqualTo(5);
    assertThat(probe.lap(6L)).isEqualTo(6);

    assertThat(TailSession.collect().getTotalCount()).isZero();
  }
}
