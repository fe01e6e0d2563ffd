package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Curriculum;
import dev.sojourn.harness.Week;
import dev.sojourn.harness.WeekRange;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Weeks and studies as the user names them; what does not exist is answered with the nearest that
 * does.
 */
final class Selection {
  private Selection() {}

  /** Every study; those that break a rule are named beside, and take nothing else down. */
  static Catalog catalog(CommandSpec spec) {
    Catalog catalog = Catalog.fromClassPath();
    PrintWriter err = spec.commandLine().getErr();
    catalog.problems().forEach(problem -> err.println("sojourn: left out: " + problem));
    return catalog;
  }

  static @Nullable WeekRange range(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return WeekRange.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
  }

  static List<Week> weeks(Curriculum curriculum, @Nullable WeekRange range) {
    return curriculum.weeks().stream()
        .filter(week -> range == null || range.contains(week.week()))
        .toList();
  }

  static Catalog inWeeks(Catalog catalog, WeekRange range) {
    Catalog chosen = catalog.inWeeks(range);
    if (chosen.studies().isEmpty()) {
      throw Problem.usage(
          "no study in week " + range + " yet; weeks with studies: " + weeksWithStudies(catalog));
    }
    return chosen;
  }

  static Catalog matching(Catalog catalog, String regex) {
    Catalog chosen;
    try {
      chosen = catalog.matching(regex);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
    if (chosen.studies().isEmpty()) {
      throw Problem.usage(
          "no study matches " + regex + "; nearest: " + String.join(", ", catalog.nearest(regex)));
    }
    return chosen;
  }

  private static String weeksWithStudies(Catalog catalog) {
    return String.join(
        ", ",
        catalog.studies().stream()
            .map(study -> study.card().week())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .toList());
  }
}
