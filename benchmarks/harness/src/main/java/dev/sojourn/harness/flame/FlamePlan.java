package dev.sojourn.harness.flame;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.FlamePages;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The flame forks of a plan: one for each arm and event.
 *
 * @param forks the forks, in the order of reports
 */
public record FlamePlan(List<FlameFork> forks) {
  /** No forks at all. */
  public static final FlamePlan NONE = new FlamePlan(List.of());

  /**
   * A fork that samples one event.
   *
   * @param fork what it runs
   * @param event what it samples
   */
  public record FlameFork(PlannedFork fork, FlameEvent event) {}

  /** Copies the list. */
  public FlamePlan {
    forks = List.copyOf(forks);
  }

  /**
   * Every arm and event.
   *
   * @param plan what the run measures
   * @return the forks that come on top of the run's own
   */
  public static FlamePlan of(Plan plan) {
    return of(plan, (arm, event) -> true);
  }

  /**
   * What a run could have: every event of the arms that were measured.
   *
   * @param plan what the run measured
   * @param run the run
   * @return a fork for each page
   */
  public static FlamePlan ofMeasured(Plan plan, Run run) {
    return of(plan, (arm, event) -> measured(run, arm));
  }

  /**
   * What a run lacks: the pages that are not there, of arms that were measured.
   *
   * @param plan what the run measured
   * @param run the run
   * @param pages its pages
   * @return the forks that would make them
   */
  public static FlamePlan lacking(Plan plan, Run run, FlamePages pages) {
    return of(plan, (arm, event) -> measured(run, arm) && pages.find(arm, event).isEmpty());
  }

  /**
   * What an unfinished run will lack once it is finished.
   *
   * @param plan what the run measures
   * @param pages its pages
   * @return the forks that would make them
   */
  public static FlamePlan lacking(Plan plan, FlamePages pages) {
    return of(plan, (arm, event) -> pages.find(arm, event).isEmpty());
  }

  private static boolean measured(Run run, Arm arm) {
    return run.measurements().stream().anyMatch(m -> m.arm().equals(arm))
        && run.failures().stream().noneMatch(f -> f.arm().equals(arm));
  }

  private static FlamePlan of(Plan plan, BiPredicate<Arm, FlameEvent> wanted) {
    return new FlamePlan(
        plan.points().stream()
            .flatMap(point -> forks(plan, point))
            .flatMap(fork -> Stream.of(FlameEvent.values()).map(e -> new FlameFork(fork, e)))
            .filter(flame -> wanted.test(flame.fork().arm(), flame.event()))
            .toList());
  }

  /**
   * Long enough for thousands of samples whatever the effort of the run is. A lab runs its
   * experiment as it does when scored: once to warm up, once that is seen.
   */
  private static Stream<PlannedFork> forks(Plan plan, Plan.Point point) {
    Plan alone = new Plan(List.of(point), Effort.SCREEN, 1, plan.seed());
    return point.arms().stream()
        .map(
            arm ->
                alone.schedule().stream()
                    .filter(fork -> fork.arm().equals(arm))
                    .findFirst()
                    .orElseThrow()
                    .withoutTail());
  }

  /**
   * What the forks should take.
   *
   * @return a guess
   */
  public Duration expected() {
    return Duration.ofMillis(forks.stream().mapToLong(f -> f.fork().nominalMillis()).sum());
  }
}
