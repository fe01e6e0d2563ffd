package dev.sojourn.harness.tail;

import dev.sojourn.results.model.CalibrationArm;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The slowdown that a fork of a calibration really had, by its own clock, on its way out.
 *
 * <p>What was asked for is in the arm's name; this is how to check it.
 */
public final class SlowdownShare {
  /** Label among an iteration's secondary results, and key among a fork's facts. */
  public static final String LABEL = CalibrationArm.SLOWDOWN_SHARE;

  private static final List<Slowdown> SLOWDOWNS = new CopyOnWriteArrayList<>();

  private SlowdownShare() {}

  static void register(Slowdown slowdown) {
    SLOWDOWNS.add(slowdown);
  }

  /** What the iteration that has just ended spent on top; nothing in an ordinary fork. */
  static List<Result<?>> ofIteration() {
    if (!Slowdown.wanted()) {
      return List.of();
    }
    double share = of(SLOWDOWNS);
    return Double.isFinite(share)
        ? List.of(new ScalarResult(LABEL, share, "share", AggregationPolicy.AVG))
        : List.of();
  }

  /** {@code NaN} when no stride was whole. */
  static double of(Collection<Slowdown> slowdowns) {
    double elapsed = slowdowns.stream().mapToDouble(Slowdown::elapsedNanos).sum();
    return slowdowns.stream().mapToDouble(Slowdown::spentNanos).sum() / elapsed;
  }
}
