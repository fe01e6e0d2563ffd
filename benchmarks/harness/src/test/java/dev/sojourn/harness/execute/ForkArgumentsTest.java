package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.results.model.CalibrationArm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkArgumentsTest {
  private static StudyDescriptor withHeap(int megabytes) {
    StudyDescriptor s = Fixtures.tiny("plain");
    return new StudyDescriptor(
        s.type(),
        s.card(),
        10,
        0,
        megabytes,
        s.slowPoint(),
        s.tourPoint(),
        s.tourMethods(),
        s.params(),
        s.invocationTime());
  }

  @Test
  void heapAndCollectorAreNeverLeftToErgonomics() {
    assertThat(ForkArguments.of(withHeap(512)))
        .contains("-Xms512m", "-Xmx512m", "-XX:+UseG1GC", "-Dsojourn.tail.batch=10");
  }

  @Test
  void onlyHeapsThatAreQuicklyTouchedAreTouched() {
    assertThat(ForkArguments.of(withHeap(2048))).contains("-XX:+AlwaysPreTouch");
    assertThat(ForkArguments.of(withHeap(2049))).doesNotContain("-XX:+AlwaysPreTouch");
  }

  @Test
  void paddingDiffersByForkAndRepeatsBySeed() {
    List<PlannedFork> forks =
        Plan.of(List.of(Fixtures.tiny("plain")), Map.of(), Effort.SMOKE, 8, 1).schedule();

    assertThat(forks.stream().map(f -> ForkArguments.of(f, 5).getLast()).distinct())
        .hasSizeGreaterThan(forks.size() / 2);
    assertThat(ForkArguments.of(forks.get(3), 5)).isEqualTo(ForkArguments.of(forks.get(3), 5));
    assertThat(ForkArguments.of(forks.get(3), 5)).isNotEqualTo(ForkArguments.of(forks.get(3), 6));
  }

  @Test
  void onlyACalibrationsForkIsToldASlowdown() {
    List<StudyDescriptor> studies = List.of(Fixtures.tiny("plain"));
    for (PlannedFork fork : CalibrationPlan.bank(studies, 1, 1).schedule()) {
      double slowdown = CalibrationArm.of(fork.arm()).orElseThrow().slowdown();
      assertThat(ForkArguments.of(fork, 5)).contains("-Dsojourn.slowdown=" + slowdown);
    }
    for (PlannedFork fork : Plan.of(studies, Map.of(), Effort.SMOKE, 1, 1).schedule()) {
      assertThat(ForkArguments.of(fork, 5)).noneMatch(a -> a.contains("slowdown"));
    }
  }
}
