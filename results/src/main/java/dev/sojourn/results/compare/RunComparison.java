package dev.sojourn.results.compare;

import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Set;

/** Two runs, arm by arm, with everything that could not be compared named. */
public final class RunComparison {
  private final Run before;
  private final Run after;
  private final Pairing pairing;
  private final List<Comparison> comparisons;
  private final List<String> warnings;

  private RunComparison(
      Run before, Run after, Pairing pairing, List<Comparison> comparisons, List<String> warnings) {
    this.before = before;
    this.after = after;
    this.pairing = pairing;
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
    if (!force && !before.machine().differences(after.machine()).isEmpty()) {
      throw new UnlikeMachinesException(before.machine(), after.machine());
    }
    Matching reference = new Matching(before);
    Matching subject = new Matching(after);
    Pairing pairing = Matching.pairing(before, after);
    Set<String> changed = Warnings.changedStudies(before, after);
    List<Comparison> comparisons =
        subject.arms().stream()
            .filter(arm -> reference.has(arm) && !changed.contains(arm.study()))
            .flatMap(arm -> subject.against(arm, reference, arm, pairing).stream())
            .toList();
    List<String> warnings = Warnings.of(before, reference, after, subject, pairing);
    return new RunComparison(before, after, pairing, comparisons, warnings);
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
   * One comparison for each arm and metric that both runs have; {@code ratio} is after / before.
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
