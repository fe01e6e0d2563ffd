package dev.sojourn.benchmarks.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Curriculum;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.Week;
import dev.sojourn.harness.WeekRange;
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
      case TEXT -> weeks.forEach(week -> print(out, week, studies(catalog, week)));
      case MD -> out.print(WeekTable.markdown(weeks, catalog));
      case JSON -> out.println(json(weeks, catalog));
    }
    out.flush();
    return ExitCode.OK;
  }

  static List<StudyDescriptor> studies(Catalog catalog, Week week) {
    return catalog.inWeeks(new WeekRange(week.week(), week.week())).studies();
  }

  private static void print(PrintWriter out, Week week, List<StudyDescriptor> studies) {
    out.printf("Week %d  %s  (%s)%n", week.week(), week.title(), week.block());
    out.printf("  Read      %s%n", String.join("; ", week.reading()));
    week.correction().ifPresent(text -> printWrapped(out, "Note", text));
    printWrapped(out, "Question", week.question());
    printWrapped(out, "Predict", week.predict());
    printWrapped(out, "Expect", week.insight());
    out.printf(
        "  Studies   %s%n",
        studies.isEmpty()
            ? "none yet"
            : studies.stream().map(s -> s.card().name()).collect(Collectors.joining(", ")));
    week.checklist().forEach(item -> printWrapped(out, "[ ]", item));
    printWrapped(out, "Habit", week.habit());
    out.println();
  }

  private static void printWrapped(PrintWriter out, String name, String text) {
    List<String> lines = TextWrap.lines(text, 86);
    for (int i = 0; i < lines.size(); i++) {
      out.printf("  %-9s %s%n", i == 0 ? name : "", lines.get(i));
    }
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
