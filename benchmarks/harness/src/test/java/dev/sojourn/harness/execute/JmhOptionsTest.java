package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.Options;

class JmhOptionsTest {
  @Test
  void jmhNeverSeesTheReservedParameterOfACalibration() {
    StudyDescriptor study = Fixtures.tiny("plain");

    for (var fork : CalibrationPlan.bank(List.of(study), 1, 1).schedule()) {
      Options options = JmhOptions.of(fork, 1, Duration.ofMinutes(1));
      assertThat(options.getParameter("calibrate").hasValue()).isFalse();
      assertThat(options.getParameter("size").get()).containsExactly("1");
    }
  }
}
