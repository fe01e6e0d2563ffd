package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What the machine itself did to anybody's time while an arm was measured: the hiccups of a process
 * that only slept, of all the arm's forks that count, in one histogram.
 *
 * <p>A quantile of the subject below twice the platform's at the same share of values is
 * platform-limited: an idle process would have seen about as much. Values are held against hiccups
 * as they were recorded, also where one is the time of a batch of operations.
 */
public final class PlatformTail {
  /** Below this multiple of the platform's own quantile nothing is claimed of the subject. */
  public static final double LIMIT = 2;

  private PlatformTail() {}

  /**
   * The hiccups beside one arm.
   *
   * @param run a run
   * @param arm the arm
   * @return their merged histogram in nanoseconds; empty when the run recorded none
   */
  public static Optional<Histogram> of(Run run, Arm arm) {
    return of(run, List.of(arm));
  }

  /**
   * The hiccups beside several arms.
   *
   * @param run a run
   * @param arms the arms
   * @return their merged histogram in nanoseconds; empty when the run recorded none
   */
  public static Optional<Histogram> of(Run run, Collection<Arm> arms) {
    Histogram merged = new Histogram(3);
    run.conditions().stream()
        .filter(ForkConditions::counts)
        .filter(c -> arms.contains(c.arm()))
        .flatMap(c -> c.hiccups().stream())
        .forEach(merged::add);
    return merged.getTotalCount() == 0 ? Optional.empty() : Optional.of(merged);
  }

  /** Whether a quantile of the subject is one the platform could have made alone. */
  static boolean limits(Optional<Histogram> platform, double fraction, double nanos) {
    return platform.isPresent()
        && nanos < LIMIT * platform.get().getValueAtPercentile(100 * fraction);
  }
}
