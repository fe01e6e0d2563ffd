package dev.sojourn.results.store;

import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.TimerCost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A run as a {@link RunPacker} packed it, or the wanted part of it. */
final class RunUnpacker {

  private final PackedReader in;
  private final Wanted wanted;
  private final PackedCells cells;

  RunUnpacker(PackedReader in, Wanted wanted, PackedCells cells) {
    this.in = in;
    this.wanted = wanted;
    this.cells = cells;
  }

  Run run() {
    Label label = new Label(in.text());
    var startedAt = in.instant();
    var finishedAt = in.truth() ? in.instant() : null;
    PlanCard plan = plan();
    Machine machine = new Machine(in.text(), in.map(in::text), in.map(in::text));
    Provenance provenance =
        new Provenance(in.text(), in.text(), in.text(), in.truth(), in.list(in::text));
    TimerCost timer = new TimerCost(in.real(), in.real(), in.real());
    List<StudyCard> studies = in.list(this::study);
    List<Answers> answers = in.list(this::answers);
    List<Failure> failures = in.list(() -> new Failure(in.arm(), in.text(), in.text()));
    List<Measurement> measurements = measurements();
    List<Tail> tails = tails();
    List<ForkConditions> conditions = conditions(measurements);
    if (!in.ended()) {
      throw new Malformed("");
    }
    return new Run(
        label,
        startedAt,
        finishedAt,
        plan,
        machine,
        provenance,
        timer,
        studies,
        measurements,
        tails,
        answers,
        failures,
        conditions);
  }

  private PlanCard plan() {
    return new PlanCard(in.text(), in.integer(), in.number(), in.text(), in.list(in::arm));
  }

  private StudyCard study() {
    return new StudyCard(
        in.text(),
        in.integer(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.list(in::text),
        in.list(this::claim),
        in.text());
  }

  private ClaimCard claim() {
    return new ClaimCard(
        ClaimCard.Kind.valueOf(in.text()),
        in.text(),
        in.text(),
        in.text(),
        in.real(),
        in.real(),
        in.map(in::text));
  }

  private Answers answers() {
    return new Answers(
        in.text(), in.map(in::text), in.number(), in.map(in::text), in.map(in::real), in.real());
  }

  private List<Measurement> measurements() {
    List<Measurement> measurements = new ArrayList<>();
    for (int left = in.integer(); left > 0; left--) {
      Arm arm = in.arm();
      Metric metric = new Metric(in.text(), in.text(), in.truth());
      if (wanted.measurements().test(arm, metric)) {
        in.enter();
        measurements.add(new Measurement(arm, metric, in.list(this::sample)));
      } else {
        in.passOver();
      }
    }
    return measurements;
  }

  private ForkSample sample() {
    return new ForkSample(in.integer(), in.integer(), in.instant(), in.reals(), in.reals());
  }

  private List<Tail> tails() {
    if (wanted.scoresOnly()) {
      in.passOver();
      return List.of();
    }
    in.enter();
    return in.list(() -> new Tail(in.arm(), in.text(), in.integer(), in.list(this::forkTail)));
  }

  private Tail.ForkTail forkTail() {
    return new Tail.ForkTail(in.integer(), cells.next(in));
  }

  /** All, or those of arms that have measurements. */
  private List<ForkConditions> conditions(List<Measurement> measurements) {
    Set<Arm> measured = new HashSet<>();
    measurements.forEach(m -> measured.add(m.arm()));
    Predicate<Arm> among = wanted.scoresOnly() ? measured::contains : arm -> true;
    List<ForkConditions> conditions = new ArrayList<>();
    for (int left = in.integer(); left > 0; left--) {
      Arm arm = in.arm();
      if (among.test(arm)) {
        in.enter();
        conditions.add(conditions(arm));
      } else {
        in.passOver();
      }
    }
    return conditions;
  }

  private ForkConditions conditions(Arm arm) {
    return new ForkConditions(
        arm,
        in.integer(),
        in.integer(),
        in.integer(),
        ForkConditions.Fate.valueOf(in.text()),
        in.text(),
        in.map(in::real),
        in.reals(),
        in.truth() ? Optional.of(cells.next(in)) : Optional.empty());
  }
}
