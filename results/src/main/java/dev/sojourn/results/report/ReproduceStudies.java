package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.StudyCard;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that would measure studies of a plan again, by its methods and at its points.
 *
 * <p>A command has one choice of methods and one of values for all of its studies, and cannot name
 * values with a comma: where that may choose more than the plan did, the command is not exact. A
 * run does not tell which methods and values its studies had beside those it took.
 */
final class ReproduceStudies {
  private final List<StudyCard> studies;
  private final PlanCard plan;
  private final Set<String> methods = new LinkedHashSet<>();
  private final SortedMap<String, Set<String>> values = new TreeMap<>();

  ReproduceStudies(List<StudyCard> studies, PlanCard plan) {
    this.studies = studies;
    this.plan = plan;
    for (StudyCard study : studies) {
      methods.addAll(methods(study));
      arms(study).map(Arm::params).forEach(this::addValues);
    }
  }

  private void addValues(Map<String, String> point) {
    point.forEach((name, v) -> values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(v));
  }

  Reproduce.Command command() {
    List<String> names = studies.stream().map(StudyCard::study).toList();
    String text =
        Reproduce.JAR
            + "run --study "
            + Shell.quoted(Reproduce.pattern(names))
            + (methods.isEmpty()
                ? ""
                : " --method " + Shell.quoted(Reproduce.pattern(List.copyOf(methods))))
            + points()
            + " --effort "
            + Shell.quoted(plan.effort())
            + Reproduce.often(plan);
    return new Reproduce.Command(text, studies.stream().allMatch(this::isExact));
  }

  private Stream<Arm> arms(StudyCard study) {
    return plan.arms().stream().filter(arm -> arm.study().equals(study.study()));
  }

  /** Without the baseline, which is measured in any case and may be what another study left out. */
  private List<String> methods(StudyCard study) {
    List<String> all = arms(study).map(Arm::method).distinct().toList();
    List<String> others = all.stream().filter(m -> !m.equals(study.baseline())).toList();
    return others.isEmpty() ? all : others;
  }

  /** A study may have been measured at some of its points only. */
  private String points() {
    return values.entrySet().stream()
        .filter(point -> canBeNamed(point.getKey()))
        .map(point -> point.getKey() + "=" + String.join(",", point.getValue()))
        .map(choice -> " --param " + Shell.quoted(choice))
        .collect(Collectors.joining());
  }

  private boolean canBeNamed(String parameter) {
    return values.getOrDefault(parameter, Set.of()).stream().noneMatch(v -> v.contains(","));
  }

  /** Whether the study was measured by all of the named methods, at all of the named points. */
  private boolean isExact(StudyCard study) {
    Set<SortedMap<String, String>> points =
        arms(study).map(Arm::params).collect(Collectors.toSet());
    Set<String> parameters =
        points.stream().flatMap(p -> p.keySet().stream()).collect(Collectors.toSet());
    long named =
        parameters.stream()
            .mapToLong(p -> values.getOrDefault(p, Set.of()).size())
            .reduce(1, (all, more) -> all * more);
    return new HashSet<>(methods(study)).equals(methods)
        && parameters.stream().allMatch(this::canBeNamed)
        && points.size() == named;
  }
}
