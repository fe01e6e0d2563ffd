package dev.sojourn.harness.duel;

import dev.sojourn.results.compare.TwoStageGate;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A screen of everything and fresh pairs of what it suspects, as one run: the fresh rounds follow
 * those of the screen, so that whoever judges can tell them apart.
 */
public final class Sequel {
  private final Run screen;
  private final Run fresh;
  private final int rounds;
  private final int positions;

  private Sequel(Run screen, Run fresh) {
    this.screen = screen;
    this.fresh = fresh;
    this.rounds = screen.plan().pairs();
    this.positions = screen.plan().pairs() * screen.plan().arms().size();
  }

  /**
   * Both as one.
   *
   * @param screen a finished run
   * @param fresh a run of some of its arms, finished or not
   * @return a run with the screen's label, start and seed, finished when the fresh one is
   */
  public static Run of(Run screen, Run fresh) {
    return new Sequel(screen, fresh).joined();
  }

  /**
   * A screen of which it is not known yet whether fresh pairs will follow: no gate may take it for
   * the whole.
   *
   * @param screen a run, finished or not
   * @return the same as part of the whole plan, unfinished
   */
  public static Run begun(Run screen) {
    return screen.partOf(plan(screen, TwoStageGate.CONFIRM_PAIRS), false);
  }

  /**
   * A screen that suspects nothing, after which there is nothing to be done.
   *
   * @param screen a finished run
   * @return the same as all there was to do of the whole plan
   */
  public static Run whole(Run screen) {
    return screen.partOf(plan(screen, TwoStageGate.CONFIRM_PAIRS), true);
  }

  private static PlanCard plan(Run screen, int fresh) {
    PlanCard plan = screen.plan();
    return new PlanCard(
        TwoStageGate.EFFORT, plan.pairs() + fresh, plan.seed(), plan.shape(), plan.arms());
  }

  private Run joined() {
    return new Run(
        screen.label(),
        screen.startedAt(),
        fresh.finishedAt(),
        plan(screen, fresh.plan().pairs()),
        screen.machine(),
        screen.provenance(),
        screen.timer(),
        screen.studies(),
        screen.measurements().stream().map(this::joined).toList(),
        screen.tails(),
        screen.answers(),
        failures(),
        Stream.concat(screen.conditions().stream(), fresh.conditions().stream().map(this::shifted))
            .toList());
  }

  private Measurement joined(Measurement first) {
    List<ForkSample> forks = new ArrayList<>(first.forks());
    fresh
        .measurement(first.arm(), first.metric().name())
        .ifPresent(second -> second.forks().forEach(fork -> forks.add(shifted(fork))));
    return new Measurement(first.arm(), first.metric(), forks);
  }

  private ForkSample shifted(ForkSample fork) {
    return new ForkSample(
        fork.round() + rounds,
        fork.position() + positions,
        fork.startedAt(),
        fork.warmup(),
        fork.scores());
  }

  private ForkConditions shifted(ForkConditions c) {
    return new ForkConditions(
        c.arm(),
        c.round() + rounds,
        c.position() + positions,
        c.attempt(),
        c.fate(),
        c.reason(),
        c.facts(),
        c.discardedScores(),
        c.hiccups());
  }

  private List<Failure> failures() {
    Set<Arm> failed = screen.failures().stream().map(Failure::arm).collect(Collectors.toSet());
    return Stream.concat(
            screen.failures().stream(),
            fresh.failures().stream().filter(failure -> !failed.contains(failure.arm())))
        .toList();
  }
}
