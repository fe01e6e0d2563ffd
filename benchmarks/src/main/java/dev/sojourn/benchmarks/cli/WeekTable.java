package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Week;
import java.util.List;
import java.util.stream.Collectors;

/** The 48 weeks as the table of the README: generated, so that it cannot go stale unnoticed. */
final class WeekTable {
  private WeekTable() {}

  static String markdown(List<Week> weeks, Catalog catalog) {
    StringBuilder table = new StringBuilder();
    String block = "";
    for (Week week : weeks) {
      if (!week.block().equals(block)) {
        block = week.block();
        table.append(table.isEmpty() ? "" : "\n").append("**").append(block).append("**\n\n");
        table.append("| Week | Read | Question | Studies |\n|---:|---|---|---|\n");
      }
      table.append(row(week, catalog));
    }
    return table.toString();
  }

  private static String row(Week week, Catalog catalog) {
    String studies =
        WeeksCommand.studies(catalog, week).stream()
            .map(study -> "`" + study.card().name() + "`")
            .collect(Collectors.joining(", "));
    return "| %d | %s | %s | %s |\n"
        .formatted(
            week.week(),
            escape(String.join("; ", week.reading())),
            escape(week.question()),
            studies);
  }

  private static String escape(String text) {
    return text.replace("|", "\\|");
  }
}
