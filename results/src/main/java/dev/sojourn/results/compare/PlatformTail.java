package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/**
 * The platform's own latencies: what a process that only slept saw while forks ran beside it. A
 * quantile of a study that does not stand well above them says nothing of the study.
 *
 * <p>A quantile below twice the platform's at the same share of values is platform-limited: an idle
 * process would have seen about as much. Values are held against hiccups as they were recorded,
 * also where one is the time of a batch of operations.
 */
public final class PlatformTail {
  /** Below this multiple of the platform's own quantile nothing is claimed of the subject. */
  public static final double LIMIT = 2;

  /** Why a quantile below that gets no verdict. */
  static final String NO_CLAIM =
      "platform-limited: less than twice the machine's own hiccups, on one side at least";

  private static final int DIGITS = 3;

  private PlatformTail() {}

  /**
   * The hiccups beside all forks whose scores count.
   *
   * @param run a run
   * @return their counts added up, in nanoseconds; empty when none were recorded
   */
  public static Optional<Histogram> of(Run run) {
    return sum(run.conditions(), fork -> true);
  }

  /**
   * The hiccups beside the forks of one arm whose scores count.
   *
   * @param run a run
   * @param arm one of its arms
   * @return their counts added up, in nanoseconds; empty when none were recorded
   */
  public static Optional<Histogram> of(Run run, Arm arm) {
    return sum(run.conditions(), fork -> fork.arm().equals(arm));
  }

  /**
   * The hiccups beside the forks of several arms whose scores count.
   *
   * @param run a run
   * @param arms some of its arms
   * @return their counts added up, in nanoseconds; empty when none were recorded
   */
  public static Optional<Histogram> of(Run run, Collection<Arm> arms) {
    return sum(run.conditions(), fork -> arms.contains(fork.arm()));
  }

  /** Whether a quantile of the subject is one the platform could have made alone. */
  static boolean limits(Optional<Histogram> platform, double fraction, double nanos) {
    return platform.isPresent()
        && nanos < LIMIT * platform.get().getValueAtPercentile(100 * fraction);
  }

  /** The same of hiccups that nobody added up: by counting those that are short enough. */
  static boolean limits(List<Cells> hiccups, double fraction, double nanos) {
    long total = hiccups.stream().mapToLong(Cells::total).sum();
    long half = (long) Math.floor(nanos / LIMIT);
    return total > 0
        && hiccups.stream().mapToLong(cells -> cells.atMost(half)).sum()
            < Counts.rank(fraction, total);
  }

  /** The hiccups beside each of those forks whose scores count. */
  static List<Cells> hiccups(List<ForkConditions> forks) {
    return forks.stream()
        .filter(ForkConditions::counts)
        .flatMap(fork -> fork.hiccups().stream())
        .filter(cells -> cells.total() > 0)
        .toList();
  }

  private static Optional<Histogram> sum(
      List<ForkConditions> forks, Predicate<ForkConditions> wanted) {
    List<Cells> hiccups = hiccups(forks.stream().filter(wanted).toList());
    if (hiccups.isEmpty()) {
      return Optional.empty();
    }
    Histogram sum = new Histogram(DIGITS);
    hiccups.forEach(cells -> cells.addTo(sum));
    return Optional.of(sum);
  }
}
