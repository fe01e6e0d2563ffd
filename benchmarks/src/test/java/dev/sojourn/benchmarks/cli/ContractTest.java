package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The machine-readable forms that other people's scripts rely on. */
class ContractTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void weeksAsJsonAreAllFortyEight() throws Exception {
    JsonNode weeks = mapper.readTree(Spoken.by("weeks", "--format", "json").out());

    assertThat(weeks).hasSize(48);
    for (int i = 0; i < 48; i++) {
      JsonNode week = weeks.get(i);
      assertThat(week.fieldNames())
          .toIterable()
          .containsExactly("week", "block", "title", "reading", "question", "studies", "checklist");
      assertThat(week.get("week").asInt()).isEqualTo(i + 1);
      assertThat(week.get("question").asText()).endsWith("?");
    }
  }

  @Test
  void aListAsJsonHasTheContractsFields() throws Exception {
    JsonNode studies = mapper.readTree(Spoken.by("list", "--json").out());

    assertThat(studies).isNotEmpty();
    for (JsonNode study : studies) {
      assertThat(study.fieldNames())
          .toIterable()
          .containsExactly("id", "week", "kind", "question", "baseline", "methods", "params");
      assertThat(study.get("methods").toString()).contains(study.get("baseline").asText());
    }
  }

  @Test
  void aListOfOneWeekHoldsNoOther() throws Exception {
    JsonNode studies = mapper.readTree(Spoken.by("list", "--week", "17", "--json").out());

    assertThat(studies)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.get("week").asInt()).isEqualTo(17));
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command :
        new String[] {
          "weeks",
          "list",
          "run",
          "compare",
          "duel",
          "replay",
          "report",
          "export",
          "history",
          "calibrate"
        }) {
      Spoken help = Spoken.by(command, "--help");
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).contains("Usage: sojourn " + command);
    }
    assertThat(Spoken.by("--help").out()).contains("Exit codes");
  }

  /** Picocli formats descriptions: a bare percent sign spoils the whole text. */
  @Test
  void everyDescriptionIsAFormat() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (CommandLine command : Sojourn.commandLine(nowhere, nowhere).getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      Stream.concat(
              Stream.of(spec.usageMessage().description()),
              spec.args().stream().flatMap(arg -> Stream.of(arg.description())))
          .forEach(
              text -> assertThatCode(() -> text.formatted()).as(text).doesNotThrowAnyException());
    }
  }
}
