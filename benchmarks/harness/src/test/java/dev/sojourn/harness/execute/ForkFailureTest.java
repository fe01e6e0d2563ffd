package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

class ForkFailureTest {
  private static RunnerException wrapped(Throwable cause) {
    return new RunnerException(
        "Benchmark caught the exception", new BenchmarkException(new BenchmarkException(cause)));
  }

  @Test
  void theInnermostCauseIsNamedOnOneLine() {
    var outcome =
        ForkFailure.of(wrapped(new IllegalStateException("heap is empty\nsize 3")), List.of());

    assertThat(outcome)
        .isEqualTo(new ForkOutcome.Failed("java.lang.IllegalStateException: heap is empty"));
  }

  @Test
  void anExitCodeComesWithWhatTheJvmSaid() {
    var thrown = wrapped(new IllegalStateException("Forked VM failed with exit code 1"));

    var outcome =
        ForkFailure.of(thrown, List.of("<stderr>", "Error: Could not reserve space", "more"));

    assertThat(outcome)
        .isEqualTo(
            new ForkOutcome.Failed(
                "the fork's JVM exited with code 1: Error: Could not reserve space"));
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 130, 143})
  void aForkEndedBySignalMayRunAgain(int code) {
    var thrown = wrapped(new IllegalStateException("Forked VM failed with exit code " + code));

    assertThat(ForkFailure.of(thrown, List.of())).isInstanceOf(ForkOutcome.Stopped.class);
  }

  @Test
  void anInterruptedHostSaysNothingAboutTheArm() {
    assertThat(ForkFailure.of(wrapped(new InterruptedException()), List.of()))
        .isInstanceOf(ForkOutcome.Stopped.class);
  }
}
