package dev.sojourn.harness.execute;

import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.CalibrationArm;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One planned fork in JMH's words: exactly one benchmark method, one point, one fork. */
final class JmhOptions {
  private JmhOptions() {}

  static Options of(PlannedFork fork, long seed, Duration limit, ForkProfilers profilers) {
    ForkShape shape = fork.shape();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(exactly(fork.arm()))
            .mode(isLab(fork) ? Mode.SingleShotTime : Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupForks(0)
            .warmupIterations(shape.warmupIterations())
            .warmupTime(TimeValue.milliseconds(shape.warmupMillis()))
            .measurementIterations(shape.measuredIterations())
            .measurementTime(TimeValue.milliseconds(shape.iterationMillis()))
            .timeout(TimeValue.milliseconds(limit.toMillis()))
            .jvmArgs(ForkArguments.of(fork, seed).toArray(String[]::new))
            .shouldFailOnError(true);
    profilers.addTo(options, fork);
    CalibrationArm.plain(fork.arm().params()).forEach((name, value) -> options.param(name, value));
    return options.build();
  }

  /** JMH writes a nested class with a dot. */
  private static String exactly(Arm arm) {
    return "^" + Pattern.quote(arm.study().replace('$', '.') + "." + arm.method()) + "$";
  }

  private static boolean isLab(PlannedFork fork) {
    return fork.study().card().isLab();
  }
}
