package dev.sojourn.harness.execute;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.results.model.Arm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long the remaining forks should take, judged by the wall time of those that have run.
 *
 * <p>A fork is expected to take the median of its own arm's forks; before there is one, that of its
 * study's at the same parameters, then of its study's, then of all forks; before any has run, its
 * own guess. On top comes what repeats will cost, if they go on taking the share of the time that
 * they have taken so far.
 *
 * <p><b>Threads.</b> For one thread.
 */
final class Eta {
  /*
   * Implementation notes. What a fork takes beyond its iterations (JVM start, the study's setup)
   * depends on the parameters far more than on the method: hence the parameter point comes before
   * the study. Medians, because one fork that met a busy machine should not move the forecast. The
   * share of the repeats is taken as if a few undisturbed forks more had run, or a mishap of the
   * first fork would send the forecast sky-high.
   */
  private static final int IMAGINED = 4;

  private final Map<PlannedFork, Duration> counted = new HashMap<>();
  private Duration kept = Duration.ZERO;
  private Duration vain = Duration.ZERO;
  private int forks;
  private final Map<Object, List<Duration>> observed = new HashMap<>();

  /** Keys of what a fork's duration may be inferred from, the nearest first. */
  private static Stream<Object> keys(PlannedFork fork) {
    Arm arm = fork.arm();
    return Stream.of(arm, new PointKey(arm.study(), arm.params()), arm.study(), Eta.class);
  }

  private record PointKey(String study, Map<String, String> params) {}

  /** A fork whose scores count, for now. */
  void observed(PlannedFork fork, Duration duration) {
    forks++;
    kept = kept.plus(duration);
    counted.put(fork, duration);
    keys(fork).forEach(key -> observed.computeIfAbsent(key, k -> new ArrayList<>()).add(duration));
  }

  /** A fork that must be run again. */
  void inVain(Duration duration) {
    forks++;
    vain = vain.plus(duration);
  }

  /** Forks whose scores do not count after all. */
  void discarded(Collection<PlannedFork> round) {
    for (PlannedFork fork : round) {
      Duration duration = counted.remove(fork);
      if (duration != null) {
        kept = kept.minus(duration);
        vain = vain.plus(duration);
      }
    }
  }

  Duration remaining(Collection<PlannedFork> rest) {
    Duration undisturbed = rest.stream().map(this::expected).reduce(Duration.ZERO, Duration::plus);
    return Duration.ofMillis(Math.round(undisturbed.toMillis() / (1 - shareOfRepeats())));
  }

  private double shareOfRepeats() {
    double share = (double) vain.toNanos() / Math.max(1, kept.plus(vain).toNanos());
    return share * forks / (forks + IMAGINED);
  }

  private Duration expected(PlannedFork fork) {
    return keys(fork)
        .map(observed::get)
        .filter(durations -> durations != null)
        .findFirst()
        .map(Eta::median)
        .orElseGet(() -> Duration.ofMillis(fork.nominalMillis()));
  }

  private static Duration median(List<Duration> durations) {
    List<Duration> sorted = durations.stream().sorted().toList();
    int mid = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(mid)
        : sorted.get(mid - 1).plus(sorted.get(mid)).dividedBy(2);
  }
}
