package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command that would take the same numbers again, ready to be pasted into a shell. */
final class Reproduce {
  private static final String RUN = "java -jar benchmarks/target/benchmarks.jar run";
  private static final String REPORT = "java -jar benchmarks/target/benchmarks.jar report";
  private static final String HISTORY = "java -jar benchmarks/target/benchmarks.jar history";
  private static final String REPLAY = "java -jar benchmarks/target/benchmarks.jar replay";
  private static final String CALIBRATE = "java -jar benchmarks/target/benchmarks.jar calibrate";
  private static final String TOUR = "tour";
  private static final String CALIBRATION = "calibrate";
  private static final Set<String> EFFORTS =
      Set.of(TOUR, CALIBRATION, "smoke", "screen", "confirm", "publish");
  private static final long USUAL_SEED = 1;

  private Reproduce() {}

  /** Nothing for what no command of ours takes again, such as another tool's file. */
  static Optional<String> run(Run run) {
    if (run.studies().isEmpty() || !isOurs(run)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (run.plan().effort()) {
          case TOUR -> RUN + " --tour --pairs " + run.plan().pairs();
          case CALIBRATION -> CALIBRATE;
          default -> studies(run);
        });
  }

  /** The later of two runs; both where they are the sides of one duel. */
  static Optional<String> comparison(Run before, Run after) {
    return ReproduceDuel.of(before, after).or(() -> run(after));
  }

  /** Whether it was measured by a command that names studies of ours. */
  private static boolean isOurs(Run run) {
    return EFFORTS.contains(run.plan().effort()) && run.provenance().jar().isEmpty();
  }

  private static String studies(Run run) {
    return studies(run.studies().stream().map(StudyCard::study).toList(), run.plan());
  }

  /**
   * Of a tour or a calibration, which have no room for one study alone, a study is measured as a
   * screen would. Nothing for a study that the run does not know, such as a benchmark of a foreign
   * jar.
   */
  static Optional<String> study(Run run, StudyCard study) {
    return isOurs(run) && run.study(study.study()).isPresent()
        ? Optional.of(studies(List.of(study.study()), run.plan()))
        : Optional.empty();
  }

  /** Every plot of one run. */
  static String report(String label) {
    return REPORT + " " + quoted(label);
  }

  /** Every plot of one study of a run. */
  static String report(Run run, StudyCard study) {
    return report(run.label().value()) + " --study " + quoted(regex(List.of(study.study())));
  }

  /** One study over all runs. */
  static String history(StudyCard study) {
    return HISTORY + " " + quoted(study.study());
  }

  /** One study of two revisions, fork by fork in turn. */
  static String replay(String before, String after, String study) {
    return String.join(
        " ", REPLAY, quoted(before), quoted(after), "--study", quoted(regex(List.of(study))));
  }

  static String regex(List<String> names) {
    return names.stream().map(n -> n.replace("$", "\\$")).collect(Collectors.joining("|"));
  }

  private static String studies(List<String> names, PlanCard plan) {
    boolean alone = Set.of(TOUR, CALIBRATION).contains(plan.effort());
    String effort = alone ? "screen" : plan.effort();
    return RUN
        + " --study "
        + quoted(regex(names))
        + methods(names, plan)
        + points(names, plan)
        + " --effort "
        + quoted(effort)
        + " --pairs "
        + plan.pairs()
        + seed(plan);
  }

  static String seed(PlanCard plan) {
    return plan.seed() == USUAL_SEED ? "" : " --seed=" + plan.seed();
  }

  /** Of one study: a pattern would find methods of others that were not asked for. */
  private static String methods(List<String> studies, PlanCard plan) {
    if (studies.size() != 1) {
      return "";
    }
    String names =
        plan.arms().stream()
            .filter(arm -> studies.contains(arm.study()))
            .map(Arm::method)
            .distinct()
            .collect(Collectors.joining("|"));
    return names.isEmpty() ? "" : " --method " + quoted("^(" + names + ")$");
  }

  /** A study may have been measured at some of its points only. */
  private static String points(List<String> studies, PlanCard plan) {
    Map<String, Set<String>> values = new TreeMap<>();
    plan.arms().stream()
        .filter(arm -> studies.contains(arm.study()))
        .forEach(
            arm ->
                arm.params()
                    .forEach(
                        (name, value) ->
                            values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value)));
    return values.entrySet().stream()
        .filter(point -> point.getValue().stream().noneMatch(value -> value.contains(",")))
        .map(
            point ->
                " --param " + quoted(point.getKey() + "=" + String.join(",", point.getValue())))
        .collect(Collectors.joining());
  }

  static String quoted(String argument) {
    boolean bare = argument.matches("[A-Za-z0-9._-]+(=[A-Za-z0-9._,-]+)?");
    return bare ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
