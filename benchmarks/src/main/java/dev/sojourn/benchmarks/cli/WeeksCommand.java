package dev.sojourn.benchmarks.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Curriculum;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.Week;
import dev.sojourn.harness.WeekRange;
import dev.sojourn.results.report.TextPage;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The curriculum: what to read, what to ask, what to run. */
@Command(
    name = "weeks",
    mixinStandardHelpOptions = true,
    description = "The curriculum: reading, question, studies and checklist of each week.")
final class WeeksCommand implements Callable<Integer> {
  /** How the curriculum can be printed. */
  enum Format {
    /** For a terminal. */
    TEXT,
    /** A table for a document. */
    MD,
    /** For programs; a contract. */
    JSON
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "N[-M]",
      description = "One week or a range (default: all).")
  private @Nullable String range;

  @Option(names = "--format", description = "text, md or json (default: text).")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<Week> weeks = Selection.weeks(Curriculum.load(), Selection.range(range));
    Catalog catalog = Selection.catalog(spec);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(text(weeks, catalog));
      case MD -> out.print(WeekTable.markdown(weeks, catalog));
      case JSON -> out.println(json(weeks, catalog));
    }
    out.flush();
    return ExitCode.OK;
  }

  static List<StudyDescriptor> studies(Catalog catalog, Week week) {
    return catalog.inWeeks(new WeekRange(week.week(), week.week())).studies();
  }

  private static String text(List<Week> weeks, Catalog catalog) {
    TextPage page = new TextPage(Terminal.out().style());
    weeks.forEach(week -> add(page, week, studies(catalog, week)));
    return page.toString();
  }

  private static void add(TextPage page, Week week, List<StudyDescriptor> studies) {
    page.heading("Week %d %s (%s)".formatted(week.week(), week.title(), week.block()));
    page.entry("Read", String.join("; ", week.reading()));
    week.correction().ifPresent(text -> page.entry("Note", text));
    page.entry("Question", week.question());
    page.entry("Predict", week.predict());
    page.entry("Expect", week.insight());
    page.entry(
        "Studies",
        studies.isEmpty()
            ? "none yet"
            : studies.stream().map(s -> s.card().name()).collect(Collectors.joining(", ")));
    week.checklist().forEach(item -> page.entry("[ ]", item));
    page.entry("Habit", week.habit());
    page.gap();
  }

  private static String json(List<Week> weeks, Catalog catalog) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode array = mapper.createArrayNode();
    for (Week week : weeks) {
      ObjectNode node = array.addObject();
      node.put("week", week.week());
      node.put("block", week.block());
      node.put("title", week.title());
      node.set("reading", mapper.valueToTree(week.reading()));
      node.put("question", week.question());
      node.set(
          "studies",
          mapper.valueToTree(
              studies(catalog, week).stream().map(study -> study.card().study()).toList()));
      node.set("checklist", mapper.valueToTree(week.checklist()));
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array);
  }
}
