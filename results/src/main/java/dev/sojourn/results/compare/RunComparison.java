package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Two runs, arm by arm, with everything that could not be compared named. */
public final class RunComparison {
  private final Run before;
  private final Run after;
  private final Pairing pairing;
  private final Optional<Calibration> calibration;
  private final Optional<String> unfit;
  private final List<Comparison> uncorrected;
  private final List<Comparison> comparisons;
  private final List<String> warnings;

  private RunComparison(Run before, Run after, Optional<Calibration> calibration) {
    this.before = before;
    this.after = after;
    this.calibration = calibration;
    this.pairing = Matching.pairing(before, after);
    Matching reference = new Matching(before, calibration);
    Matching subject = new Matching(after, calibration);
    List<Comparison> all = compared(reference, subject);
    this.unfit = unfit(all);
    this.uncorrected =
        unfit.map(why -> all.stream().map(c -> Matching.unproven(c, why)).toList()).orElse(all);
    this.comparisons = Corrected.of(uncorrected);
    List<String> sentences = new ArrayList<>(unfit.map("UNPROVEN: "::concat).stream().toList());
    sentences.addAll(Warnings.of(before, reference, after, subject, pairing, calibration));
    this.warnings = List.copyOf(sentences);
  }

  private RunComparison(RunComparison other, List<Comparison> comparisons, List<String> warnings) {
    this.before = other.before;
    this.after = other.after;
    this.calibration = other.calibration;
    this.pairing = other.pairing;
    this.unfit = other.unfit;
    this.uncorrected = other.uncorrected;
    this.comparisons = List.copyOf(comparisons);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Compares two runs.
   *
   * @param before the reference
   * @param after the subject
   * @param force whether runs of unlike machines are compared nevertheless, with a warning that
   *     says so
   * @return the comparison
   * @throws UnlikeMachinesException when the machines differ and force was not used
   */
  public static RunComparison of(Run before, Run after, boolean force)
      throws UnlikeMachinesException {
    return of(before, after, force, Optional.empty());
  }

  /**
   * Compares two runs of a machine whose noise is known.
   *
   * @param before the reference
   * @param after the subject
   * @param force whether runs of unlike machines are compared nevertheless
   * @param calibration what is known of the machine, if anything
   * @return the comparison
   * @throws UnlikeMachinesException when the machines differ and force was not used
   */
  public static RunComparison of(
      Run before, Run after, boolean force, Optional<Calibration> calibration)
      throws UnlikeMachinesException {
    if (!force && !before.machine().differences(after.machine()).isEmpty()) {
      throw new UnlikeMachinesException(before.machine(), after.machine());
    }
    return new RunComparison(before, after, calibration).inItsStages();
  }

  /** Where a screen has decided what was given fresh pairs, both cannot be pooled. */
  private RunComparison inItsStages() {
    boolean staged = pairing == Pairing.PAIRED && after.plan().effort().equals(TwoStageGate.EFFORT);
    return staged ? new RunComparison(this, RunGate.staged(this), warnings) : this;
  }

  /** The same comparison of some of the rounds only. */
  RunComparison rounds(IntPredicate rounds) {
    return new RunComparison(Rounds.of(before, rounds), Rounds.of(after, rounds), calibration);
  }

  /**
   * The margins one of the comparisons is judged by.
   *
   * @param comparison one of the comparisons
   * @return its margins
   */
  public Margins margins(Comparison comparison) {
    return Margins.of(comparison.metric(), calibration, comparison.subject(), comparison.forks());
  }

  private List<Comparison> compared(Matching reference, Matching subject) {
    Set<String> changed = changed();
    return subject.arms().parallelStream()
        .filter(arm -> reference.has(arm) && !changed.contains(arm.study()))
        .flatMap(arm -> subject.against(arm, reference, arm, pairing).stream())
        .toList();
  }

  /**
   * What the earlier run has and the later one has not.
   *
   * @return arms, in the order the earlier run measured them
   */
  public List<Arm> missing() {
    Matching subject = new Matching(after);
    Set<String> changed = changed();
    return new Matching(before)
        .arms().stream()
            .filter(arm -> !subject.has(arm) && !changed.contains(arm.study()))
            .toList();
  }

  /**
   * What the later run has and the earlier one has not.
   *
   * @return arms, in the order the later run measured them
   */
  public List<Arm> withoutBaseline() {
    Matching reference = new Matching(before);
    return new Matching(after).arms().stream().filter(arm -> !reference.has(arm)).toList();
  }

  /**
   * Studies that were not compared because their code is not the same in both runs.
   *
   * @return fully qualified class names, in alphabetical order
   */
  public Set<String> changed() {
    return Warnings.changedStudies(before, after);
  }

  /**
   * Whether nothing tells which machines the runs were taken on, as of another tool's files.
   *
   * @return true when either does not know its processor
   */
  public boolean machineUnknown() {
    return Warnings.machineUnknown(before) || Warnings.machineUnknown(after);
  }

  /** By times alone: a quantile or count may be unproven for reasons of its own. */
  private static Optional<String> unfit(List<Comparison> comparisons) {
    List<Comparison> timed =
        comparisons.stream().filter(c -> c.metric().equals(Metric.TIME)).toList();
    List<String> reasons =
        timed.stream()
            .map(Comparison::verdict)
            .filter(Verdict.Unproven.class::isInstance)
            .map(Verdict::reason)
            .toList();
    return timed.isEmpty() || 2 * reasons.size() < timed.size()
        ? Optional.empty()
        : Optional.of(
            "the instrument was not fit in %d of %d comparisons of time, so nothing is said of the others; the first: %s"
                .formatted(reasons.size(), timed.size(), reasons.getFirst()));
  }

  /**
   * The same comparison with more for its reader to know.
   *
   * @param sentences what was left out before anything was measured, and why
   * @return a copy whose warnings begin with these
   */
  public RunComparison noting(List<String> sentences) {
    List<String> all = new ArrayList<>(sentences);
    all.addAll(warnings);
    return new RunComparison(this, comparisons, all);
  }

  /**
   * The reference run.
   *
   * @return the earlier run
   */
  public Run before() {
    return before;
  }

  /**
   * The run that is judged.
   *
   * @return the later run
   */
  public Run after() {
    return after;
  }

  /**
   * Whether the two runs ran in turn.
   *
   * @return how their forks stood to each other in time
   */
  public Pairing pairing() {
    return pairing;
  }

  /**
   * Why nothing is said of times at all: the instrument was not fit in half of the comparisons.
   *
   * @return one sentence, empty when the instrument was fit
   */
  public Optional<String> unfit() {
    return unfit;
  }

  /**
   * The comparisons as each would be alone, for who corrects them for their number by other rules.
   *
   * @return the comparisons, in the order of {@link #comparisons()}
   */
  public List<Comparison> uncorrected() {
    return uncorrected;
  }

  /**
   * One comparison for each arm and metric that both runs have; {@code ratio} is after / before.
   * Verdicts are corrected for their number: of those that call something regressed or improved, at
   * most one in twenty is expected to be wrong. Of a plan whose screen decided what was measured
   * again, they are those of its gate: a suspect's are of its fresh pairs alone.
   *
   * @return the comparisons, in the order the later run measured its arms
   */
  public List<Comparison> comparisons() {
    return comparisons;
  }

  /**
   * What was not compared and why, and what a reader must know of the rest.
   *
   * @return sentences
   */
  public List<String> warnings() {
    return warnings;
  }
}
