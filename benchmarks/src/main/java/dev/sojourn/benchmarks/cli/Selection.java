package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Curriculum;
import dev.sojourn.harness.Week;
import dev.sojourn.harness.WeekRange;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Weeks and studies as the user names them; what does not exist is answered with the nearest that
 * does.
 */
final class Selection {
  private static final int NEAREST_WEEKS = 3;

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
          "no study in week " + range + " yet; nearest with studies: " + nearest(catalog, range));
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

  private static String nearest(Catalog catalog, WeekRange range) {
    return catalog.studies().stream()
        .map(study -> study.card().week())
        .distinct()
        .sorted(
            Comparator.<Integer>comparingInt(week -> distance(week, range))
                .thenComparing(Comparator.naturalOrder()))
        .limit(NEAREST_WEEKS)
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static int distance(int week, WeekRange range) {
    return Math.max(range.first() - week, week - range.last());
  }
}
