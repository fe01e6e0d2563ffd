package dev.sojourn.benchmarks.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.WeekRange;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.report.TextPage;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Every study there is, and what it takes. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Every study: id, week, question, methods, baseline, parameters.")
final class ListCommand implements Callable<Integer> {
  @Option(names = "--week", paramLabel = "N[-M]", description = "Only studies of these weeks.")
  private @Nullable String week;

  @Option(names = "--json", description = "For programs; a contract.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Catalog all = Selection.catalog(spec);
    WeekRange range = Selection.range(week);
    List<StudyDescriptor> studies = (range == null ? all : Selection.inWeeks(all, range)).studies();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(studies));
    } else {
      TextPage page = new TextPage(Terminal.out().style());
      studies.forEach(study -> add(page, study));
      out.print(page);
      out.flush();
    }
    return ExitCode.OK;
  }

  private static void add(TextPage page, StudyDescriptor study) {
    page.heading(study.card().study() + " (week " + study.card().week() + ")");
    page.paragraph("  ", study.card().question());
    page.entry("baseline", study.card().baseline());
    page.entry("methods", String.join(", ", study.card().methods()));
    study.params().forEach((name, values) -> page.entry(name, String.join(", ", values)));
    study.card().claims().forEach(claim -> page.entry("claims", sentence(claim)));
    page.gap();
  }

  private static String sentence(ClaimCard claim) {
    String against = claim.kind() == ClaimCard.Kind.RATIO ? " of " + claim.against() + "'s" : "";
    String where = claim.where().isEmpty() ? "" : " where " + new TreeMap<>(claim.where());
    return claim.subject() + ": " + claim.metric() + " " + claim.bounds() + against + where;
  }

  private static String json(List<StudyDescriptor> studies) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode array = mapper.createArrayNode();
    for (StudyDescriptor study : studies) {
      ObjectNode node = array.addObject();
      node.put("id", study.card().study());
      node.put("week", study.card().week());
      node.put("kind", study.card().kind());
      node.put("question", study.card().question());
      node.put("baseline", study.card().baseline());
      node.set("methods", mapper.valueToTree(study.card().methods()));
      node.set("params", mapper.valueToTree(study.params()));
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array);
  }
}
