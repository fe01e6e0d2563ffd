package dev.sojourn.harness.calibrate;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.results.model.CalibrationArm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a drill does to the machine on purpose, while identical arms are compared. */
public enum Disturbance {
  /** The load beside the forks grows from nothing to a whole processor: both arms meet the same. */
  DRIFT {
    @Override
    double load(PlannedFork fork, int forks) {
      return (double) fork.position() / Math.max(1, forks - 1);
    }
  },

  /** A processor is busy while forks of the arm B run, and only then. */
  NEIGHBOUR {
    @Override
    double load(PlannedFork fork, int forks) {
      return CalibrationArm.of(fork.arm()).filter(arm -> arm.variant().equals("B")).isPresent()
          ? 1
          : 0;
    }
  };

  abstract double load(PlannedFork fork, int forks);

  /**
   * The name under which its runs and findings are kept.
   *
   * @return a word in lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * All names.
   *
   * @return in the order the drills are taken
   */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Disturbance::id).toList();
  }

  /**
   * Disturbs every fork of a runner.
   *
   * @param runner runs the forks
   * @param forks how many the plan has
   * @return a runner that does so beside a busy neighbour, which ends with each fork
   */
  public ForkRunner around(ForkRunner runner, int forks) {
    return new ForkRunner() {
      @Override
      public ForkOutcome run(PlannedFork fork) {
        try (Hog _ = Hog.busy(load(fork, forks))) {
          return runner.run(fork);
        }
      }

      @Override
      public void stop() {
        runner.stop();
      }
    };
  }
}
