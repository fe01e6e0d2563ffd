package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.harness.noise.NoiseProfiler;
import dev.sojourn.harness.tail.TailProfiler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;

class JmhOptionsTest {
  @Test
  void aScoredForkIsLookedIntoByNothingButWhatItsNumbersNeed() {
    var fork = CalibrationPlan.bank(List.of(Fixtures.tiny("plain")), 1, 1).schedule().getFirst();

    Options options = JmhOptions.of(fork, 1, Duration.ofMinutes(1), ForkProfilers.SCORED);

    assertThat(options.getProfilers())
        .extracting(ProfilerConfig::getKlass)
        .containsExactlyInAnyOrder(
            NoiseProfiler.class.getName(),
            GCProfiler.class.getName(),
            TailProfiler.class.getName());
    assertThat(options.getJvmArgsAppend().hasValue()).isFalse();
  }

  @Test
  void jmhNeverSeesTheReservedParameterOfACalibration() {
    StudyDescriptor study = Fixtures.tiny("plain");

    for (var fork : CalibrationPlan.bank(List.of(study), 1, 1).schedule()) {
      Options options = JmhOptions.of(fork, 1, Duration.ofMinutes(1), ForkProfilers.SCORED);
      assertThat(options.getParameter("calibrate").hasValue()).isFalse();
      assertThat(options.getParameter("size").get()).containsExactly("1");
    }
  }
}
