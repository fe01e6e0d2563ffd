package dev.sojourn.results.report;

import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The command that would take the same numbers again, ready to be pasted into a shell. */
final class Reproduce {
  static final String JAR = "java -jar benchmarks/target/benchmarks.jar ";

  private static final String TOUR = "tour";
  private static final String CALIBRATION = "calibrate";
  private static final Set<String> EFFORTS =
      Set.of(TOUR, CALIBRATION, "smoke", "screen", "confirm", "publish");
  private static final long USUAL_SEED = 1;

  private static final String BOTH_JARS =
      "Measure both again, from the folder of the jars and by the same Java:";
  private static final String LATER =
      "Measure the run after again, from its revision; the run before stays as it is:";
  private static final String LATER_AND_MORE =
      "Measure at least the run after again, perhaps others of the same studies too, from its"
          + " revision; the run before stays as it is:";

  private Reproduce() {}

  /**
   * A command that measures.
   *
   * @param text what to paste
   * @param exact whether it takes those numbers and no others, as far as their run can tell
   */
  record Command(String text, boolean exact) {}

  /** Nothing for what no command of ours takes again, such as another tool's file. */
  static Optional<Command> run(Run run) {
    if (run.studies().isEmpty() || !isOurs(run)) {
      return Optional.empty();
    }
    return isTour(run)
        ? Optional.of(new Command(JAR + "run --tour" + often(run.plan()), true))
        : studies(run.studies(), run.plan());
  }

  /**
   * A command that measures for a comparison.
   *
   * @param words what it takes and what it leaves to the reader, as its command cannot say
   * @param text what to paste
   */
  record Again(String words, String text) {}

  /** The later of two runs; both where they are the sides of one duel. */
  static Optional<Again> comparison(Run before, Run after) {
    return ReproduceDuel.of(before, after)
        .map(duel -> new Again(BOTH_JARS, duel))
        .or(
            () ->
                run(after).map(run -> new Again(run.exact() ? LATER : LATER_AND_MORE, run.text())));
  }

  /** Nothing for a study that the run does not know, such as a benchmark of a foreign jar. */
  static Optional<Command> study(Run run, StudyCard study) {
    return isOurs(run) && run.study(study.study()).isPresent()
        ? studies(List.of(study), run.plan())
        : Optional.empty();
  }

  /** Whether it was measured by a command that names studies of ours. */
  private static boolean isOurs(Run run) {
    return EFFORTS.contains(run.plan().effort()) && run.provenance().jar().isEmpty();
  }

  /** One point of each of several studies; any study may be named with the effort of the tour. */
  private static boolean isTour(Run run) {
    long points =
        run.plan().arms().stream()
            .map(arm -> List.of(arm.study(), arm.params()))
            .distinct()
            .count();
    int studies = run.studies().size();
    return run.plan().effort().equals(TOUR) && studies > 1 && points == studies;
  }

  private static Optional<Command> studies(List<StudyCard> studies, PlanCard plan) {
    return plan.effort().equals(CALIBRATION)
        ? bank(studies.stream().map(StudyCard::study).toList(), plan)
        : Optional.of(new ReproduceStudies(studies, plan).command());
  }

  /**
   * A calibration's further sessions and its drills, which have no slowed arms, are taken beside
   * its bank and never alone.
   */
  private static Optional<Command> bank(List<String> studies, PlanCard plan) {
    boolean slowed =
        plan.arms().stream()
            .map(arm -> arm.params().getOrDefault(CalibrationArm.PARAMETER, ""))
            .anyMatch(variant -> variant.startsWith("+"));
    String chosen = Shell.quoted(pattern(studies));
    return slowed
        ? Optional.of(new Command(JAR + "calibrate --study " + chosen + often(plan), true))
        : Optional.empty();
  }

  /** One study of two revisions, fork by fork in turn. */
  static String replay(String before, String after, String study) {
    return JAR
        + String.join(
            " ",
            "replay",
            Shell.quoted(before),
            Shell.quoted(after),
            "--study",
            Shell.quoted(pattern(List.of(study))));
  }

  /** A regular expression of these names and of no others that hold them. */
  static String pattern(List<String> names) {
    String any = names.stream().map(Reproduce::literal).collect(Collectors.joining("|"));
    return names.size() == 1 ? "^" + any + "$" : "^(" + any + ")$";
  }

  private static String literal(String name) {
    return name.replaceAll("[\\\\^$.|?*+(){}\\[\\]]", "\\\\$0");
  }

  /** How many forks, in which order. */
  static String often(PlanCard plan) {
    return " --pairs " + plan.pairs() + seed(plan);
  }

  static String seed(PlanCard plan) {
    return plan.seed() == USUAL_SEED ? "" : " --seed=" + plan.seed();
  }
}
