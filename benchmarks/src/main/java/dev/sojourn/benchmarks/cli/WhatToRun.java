package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Nearest;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.results.model.PlanCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The part of a command line that says what to measure, turned into a plan. */
final class WhatToRun {
  @Option(names = "--tour", description = "The headline point of every structure and module.")
  private boolean tour;

  @Option(names = "--week", paramLabel = "N[-M]", description = "The studies of these weeks.")
  private @Nullable String week;

  @Option(
      names = "--study",
      paramLabel = "REGEX",
      description = "The studies whose class name matches.")
  private @Nullable String study;

  @Option(
      names = "--param",
      paramLabel = "NAME=V[,V]",
      description = "Only these values of a parameter; may be repeated for other parameters.")
  void only(Map<String, String> values) {
    values.forEach(
        (name, value) -> {
          String before = params.put(name, value);
          if (before != null && !before.equals(value)) {
            throw Problem.usage(
                "--param %s is given twice, %s and %s; write --param %s=%s,%s"
                    .formatted(name, before, value, name, before, value));
          }
        });
  }

  private final Map<String, String> params = new LinkedHashMap<>();

  @Option(
      names = "--method",
      paramLabel = "REGEX",
      description = "Only these implementations, and the baseline.")
  private @Nullable String method;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean isTour() {
    return tour;
  }

  Plan plan(Effort effort, int pairs, long seed) {
    List<StudyDescriptor> studies = studies();
    if (tour && !params.isEmpty()) {
      throw Problem.usage("the tour chooses its points; leave out --param, or name a --study");
    }
    requireKnownParams(studies);
    List<Plan.Point> points = new ArrayList<>();
    studies.forEach(descriptor -> points.addAll(pointsOrNote(descriptor)));
    if (points.isEmpty()) {
      throw Problem.usage("no parameter point is left by --param " + params);
    }
    return new Plan(points, effort, pairs, seed);
  }

  Plan resumed(PlanCard card) {
    if (tour || week != null || study != null || !params.isEmpty() || method != null) {
      throw Problem.usage(
          "--resume goes on with the stored plan; leave out --tour, --week, --study, --param and"
              + " --method");
    }
    if (CalibrationPlan.is(card)) {
      throw Problem.usage("that run is part of a calibration; go on with: calibrate --resume");
    }
    try {
      return Plan.from(card, Selection.catalog(spec).studies());
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
  }

  private List<StudyDescriptor> studies() {
    long said = Stream.of(tour ? "" : null, week, study).filter(Objects::nonNull).count();
    if (said != 1) {
      throw Problem.usage("say what to run: one of --tour, --week N[-M] or --study REGEX");
    }
    Catalog all = Selection.catalog(spec);
    if (tour) {
      return all.tour().studies();
    }
    return (study != null
            ? Selection.matching(all, study)
            : Selection.inWeeks(all, Objects.requireNonNull(Selection.range(week))))
        .studies();
  }

  /** A study that is left out is named: what is missing from a run must not go unsaid. */
  private List<Plan.Point> pointsOrNote(StudyDescriptor declared) {
    List<Plan.Point> points = points(declared);
    if (points.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("left out: " + declared.name() + " has no point at " + params);
    }
    return points;
  }

  private List<Plan.Point> points(StudyDescriptor declared) {
    StudyDescriptor limited = limited(declared);
    if (tour) {
      return List.of(new Plan.Point(limited, limited.tourPoint()));
    }
    return limited.points().stream()
        .filter(this::wanted)
        .map(point -> new Plan.Point(limited, point))
        .toList();
  }

  private StudyDescriptor limited(StudyDescriptor declared) {
    if (method == null) {
      return tour ? declared.limitedTo(declared.tourMethods()) : declared;
    }
    if (tour) {
      throw Problem.usage("the tour chooses its methods; leave out --method, or name a --study");
    }
    Pattern pattern = pattern(method);
    if (declared.card().methods().stream().noneMatch(name -> pattern.matcher(name).find())) {
      throw Problem.usage(
          "no method of "
              + declared.name()
              + " matches "
              + method
              + "; its methods are "
              + String.join(", ", declared.card().methods()));
    }
    return declared.limitedTo(
        declared.card().methods().stream().filter(name -> pattern.matcher(name).find()).toList());
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw Problem.usage(
          "--method is not a regular expression: " + e.getDescription() + ": " + regex);
    }
  }

  private boolean wanted(SortedMap<String, String> point) {
    return point.entrySet().stream()
        .allMatch(
            entry ->
                !params.containsKey(entry.getKey())
                    || values(params.get(entry.getKey())).contains(entry.getValue()));
  }

  private void requireKnownParams(List<StudyDescriptor> studies) {
    params.forEach((name, values) -> requireKnown(studies, name, values(values)));
  }

  private static void requireKnown(
      List<StudyDescriptor> studies, String name, List<String> values) {
    List<String> names =
        studies.stream().flatMap(s -> s.params().keySet().stream()).distinct().toList();
    if (!names.contains(name)) {
      throw Problem.usage(
          names.isEmpty()
              ? "unknown parameter " + name + "; the chosen studies have none, leave out --param"
              : "unknown parameter "
                  + name
                  + "; nearest: "
                  + String.join(", ", Nearest.atAnyDistance(name, names)));
    }
    List<String> known =
        studies.stream()
            .flatMap(s -> s.params().getOrDefault(name, List.of()).stream())
            .distinct()
            .toList();
    for (String value : values) {
      if (!known.contains(value)) {
        throw Problem.usage(
            "no study declares " + name + "=" + value + "; values: " + String.join(", ", known));
      }
    }
  }

  private static List<String> values(@Nullable String text) {
    return text == null ? List.of() : Arrays.asList(text.split(",", -1));
  }
}
