package dev.sojourn.harness.duel;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.InvocationTime;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.TwoStageGate;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two jars, what they have in common, and how the numbers of both become two runs.
 *
 * <p>While it is measured, a duel is one plan like any other: each common benchmark is a study of
 * two methods, {@value #OLD} and {@value #NEW}, whose forks run in turn. Afterwards it is two runs,
 * one for each jar, that share their plan's start and seed and no place in its order: the mark by
 * which a comparison knows that they ran in turn.
 *
 * @param before the jar that is the reference
 * @param after the jar that is judged
 * @param bouts what is measured
 */
public record Duel(Contender before, Contender after, List<Bout> bouts) {
  /** The method that stands for the reference in the plan. */
  public static final String OLD = "old";

  /** The method that stands for the jar that is judged. */
  public static final String NEW = "new";

  /** Between class and method, so that the name of a study is short and still says both. */
  private static final char MEMBER = '#';

  private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

  /** Copies the list. */
  public Duel {
    bouts = List.copyOf(bouts);
  }

  /**
   * The two runs of a duel.
   *
   * @param before the reference
   * @param after the run that is judged
   */
  public record Runs(Run before, Run after) {}

  /**
   * The order of all forks.
   *
   * @param effort what each fork does
   * @param pairs forks of each jar for each benchmark and point
   * @param seed decides the order
   * @return a plan whose arms are the two jars
   */
  public Plan plan(Effort effort, int pairs, long seed) {
    Map<String, StudyDescriptor> studies = new HashMap<>();
    List<Plan.Point> points =
        bouts.stream()
            .map(
                bout ->
                    new Plan.Point(
                        studies.computeIfAbsent(bout.benchmark(), Duel::study), bout.params()))
            .toList();
    return new Plan(points, effort, pairs, seed);
  }

  private static StudyDescriptor study(String benchmark) {
    StudyCard card =
        new StudyCard(
            studyOf(benchmark), 0, "bench", "", "", "", OLD, List.of(OLD, NEW), List.of(), "");
    return new StudyDescriptor(
        Duel.class,
        card,
        1,
        0,
        0,
        NONE,
        NONE,
        List.of(OLD, NEW),
        new TreeMap<>(),
        InvocationTime.UNKNOWN);
  }

  private static String studyOf(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    return benchmark.substring(0, dot) + MEMBER + benchmark.substring(dot + 1);
  }

  static String benchmarkOf(Arm arm) {
    return arm.study().replace(MEMBER, '.');
  }

  Contender contender(Arm arm) {
    return arm.method().equals(OLD) ? before : after;
  }

  Bout bout(Arm arm) {
    String benchmark = benchmarkOf(arm);
    return bouts.stream()
        .filter(b -> b.benchmark().equals(benchmark) && b.params().equals(arm.params()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no bout of this duel: " + arm));
  }

  /**
   * What a screen suspects of having become slower, to be measured again.
   *
   * @param screen the two runs compared, not corrected for their number
   * @return the bouts of {@link TwoStageGate#survivors}
   */
  public List<Bout> suspects(List<Comparison> screen) {
    Set<Arm> suspects =
        TwoStageGate.of(screen).survivors().stream()
            .map(Comparison::subject)
            .collect(Collectors.toSet());
    return bouts.stream().filter(bout -> suspects.contains(own(bout))).toList();
  }

  private static Arm own(Bout bout) {
    int dot = bout.benchmark().lastIndexOf('.');
    return new Arm(
        bout.benchmark().substring(0, dot), bout.benchmark().substring(dot + 1), bout.params());
  }

  /**
   * What the plan measured, as one run for each jar; their labels end in {@code -old} and {@code
   * -new}.
   *
   * @param measured the run of {@link #plan}, finished or not
   * @return the two runs
   */
  public Runs split(Run measured) {
    return new Runs(side(measured, OLD, before), side(measured, NEW, after));
  }

  /**
   * The label one jar's run will have.
   *
   * @param label the duel's label
   * @param method {@link #OLD} or {@link #NEW}
   * @return the run's label
   */
  public static Label labelOf(Label label, String method) {
    return new Label(label + "-" + method);
  }

  private static Run side(Run run, String method, Contender contender) {
    PlanCard plan = run.plan();
    return new Run(
        labelOf(run.label(), method),
        run.startedAt(),
        run.finishedAt(),
        plan.withArms(plan.arms().stream().filter(a -> of(a, method)).map(Duel::own).toList()),
        run.machine(),
        provenance(run.provenance(), contender.jar()),
        run.timer(),
        List.of(),
        run.measurements().stream()
            .filter(m -> of(m.arm(), method))
            .map(m -> new Measurement(own(m.arm()), m.metric(), m.forks()))
            .toList(),
        List.of(),
        List.of(),
        run.failures().stream()
            .filter(f -> of(f.arm(), method))
            .map(f -> new Failure(own(f.arm()), f.stage(), f.cause()))
            .toList(),
        run.conditions().stream()
            .filter(c -> of(c.arm(), method))
            .map(Duel::ownConditions)
            .toList());
  }

  private static boolean of(Arm arm, String method) {
    return arm.method().equals(method);
  }

  /** The arm under the name its own project knows it by. */
  private static Arm own(Arm arm) {
    int member = arm.study().indexOf(MEMBER);
    return new Arm(
        arm.study().substring(0, member), arm.study().substring(member + 1), arm.params());
  }

  private static ForkConditions ownConditions(ForkConditions c) {
    return new ForkConditions(
        own(c.arm()),
        c.round(),
        c.position(),
        c.attempt(),
        c.fate(),
        c.reason(),
        c.facts(),
        c.discardedScores(),
        c.hiccups());
  }

  /** The jar's hash says exactly which code ran. */
  private static Provenance provenance(Provenance tool, JmhJar jar) {
    return new Provenance(
        tool.sojournVersion(),
        jar.jmhVersion(),
        Provenance.revisionOfJar(jar.name(), jar.hash()),
        false,
        tool.jvmArguments());
  }
}
