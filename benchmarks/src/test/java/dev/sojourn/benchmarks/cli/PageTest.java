package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of {@code report} and {@code compare}, as a user asks for them. */
class PageTest {
  @TempDir private Path folder;

  private void store(String label, String day, String machine) throws Exception {
    Path run = Files.createDirectories(ledger().resolve(machine).resolve("run-" + day));
    String escaped = label.replace("\"", "\\\"");
    String text =
        """
        {
          "format": 1, "label": "%s", "startedAt": "2026-11-%sT03:25:00Z",
          "finishedAt": "2026-11-%sT04:25:00Z",
          "plan": {"effort": "confirm", "pairs": 2, "seed": 1, "arms": []},
          "machine": {"name": "%s", "identity": {"cpu.model": "%s"}, "conditions": {}},
          "provenance": {"sojournVersion": "1", "jmhVersion": "1.37", "gitRevision": "a",
            "gitDirty": false, "jvmArguments": []},
          "timer": {"readNanos": 20, "granularityNanos": 10, "recordNanos": 50},
          "studies": [], "tails": [], "answers": [],
          "failures": [{"study": "dev.example.HeapHold", "method": "broken", "params": {},
            "stage": "fork", "cause": "slot taken <twice>"}],
          "measurements": [{"study": "dev.example.HeapHold", "method": "jdk", "params": {},
            "metric": {"name": "time", "unit": "ns/op", "deterministic": false},
            "forks": [{"round": 0, "position": 0, "startedAt": "2026-11-01T03:25:00Z",
              "warmup": [], "scores": [100]}]}]
        }
        """
            .formatted(escaped, day, day, machine, machine);
    Files.writeString(run.resolve("run.json"), text);
  }

  private Path ledger() {
    return folder.resolve("runs");
  }

  private Spoken say(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--results=" + ledger();
    all[args.length + 1] = "--output=" + folder.resolve("page.html");
    return Spoken.by(all);
  }

  private String page() throws Exception {
    return Files.readString(folder.resolve("page.html"));
  }

  @Test
  void anEmptyLedgerIsAPageWithTheMapOfTheWeeks() throws Exception {
    Spoken spoken = say("report");

    assertThat(spoken.exitCode()).as(spoken.toString()).isZero();
    assertThat(spoken.out()).contains("take one with: run --tour");
    assertThat(page()).contains("0 of 48 weeks run", "No run yet").hasSizeLessThan(300_000);
  }

  @Test
  void oneRunWithAFailedBenchmarkNamesIt() throws Exception {
    store("2026-W48", "01", "m");

    Spoken spoken = say("report");

    assertThat(spoken.exitCode()).as(spoken.toString()).isZero();
    assertThat(page()).contains("Not measured", "slot taken &lt;twice&gt;", "1 arm failed");
  }

  @Test
  void commandsOfThePageNameTheLedgerTheyAreToRead() throws Exception {
    store("one", "01", "m");
    store("two", "02", "m");

    assertThat(say("report").exitCode()).isZero();

    String ledger = " --results " + ledger();
    assertThat(page())
        .contains("report" + ledger + " LABEL<", "history" + ledger + " dev.example.HeapHold<");
  }

  @Test
  void oddLabelsAreFoundAndShownAsTheyAre() throws Exception {
    String label = "a \"b\" <c> 😀";
    store(label, "01", "m");

    Spoken spoken = say("report", label);

    assertThat(spoken.exitCode()).as(spoken.toString()).isZero();
    assertThat(page()).contains("Run a &quot;b&quot; &lt;c&gt; &#128512;").doesNotContain("<c>");
  }

  @Test
  void otherRunsAreHistoryAndThoseOfAnotherMachineAreNotJoined() throws Exception {
    store("one", "01", "m");
    store("two", "02", "m");
    store("elsewhere", "03", "other");
    store("three", "04", "m");

    assertThat(say("report").exitCode()).isZero();

    assertThat(page())
        .contains(
            "All runs of the ledger (4)",
            "History over 3 sessions",
            "On other machines, not joined: 1 session.");
  }

  @Test
  void aStudyThatNoRunHasIsRefused() throws Exception {
    store("one", "01", "m");

    Spoken spoken = say("report", "--study", "NoSuchStudy");

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).contains("NoSuchStudy");
  }

  private static StudyCard card(String study, int week) {
    return new StudyCard(
        study, week, "bench", "How fast?", "", "", "jdk", List.of("jdk"), List.of(), "f00d");
  }

  /** Two studies of two weeks with a number each, and a method of the second that failed. */
  private void storeTwoWeeks(String label, Instant start) throws Exception {
    List<StudyCard> cards = List.of(card("a.b.HeapBench", 5), card("a.b.TrieBench", 8));
    List<Arm> arms = cards.stream().map(c -> Arm.of(c.study(), "jdk", Map.of())).toList();
    Arm broken = arms.getLast().withMethod("broken");
    ForkSample fork = new ForkSample(0, 0, start, List.of(), List.of(100.0));
    Ledger.at(ledger())
        .write(
            new Run(
                new Label(label),
                start,
                start.plusSeconds(60),
                new PlanCard("confirm", 1, 1, List.of(arms.getFirst(), arms.getLast(), broken)),
                new Machine("m", new TreeMap<>(), new TreeMap<>()),
                new Provenance("1", "1.37", "a", false, List.of()),
                new TimerCost(20, 10, 50),
                cards,
                arms.stream().map(a -> new Measurement(a, Metric.TIME, List.of(fork))).toList(),
                List.of(),
                List.of(),
                List.of(new Failure(broken, "fork", "slot taken")),
                List.of()));
  }

  @Test
  void studiesThatAreNotAskedForStayOnTheMapAndInTheIndex() throws Exception {
    Instant noon = Instant.parse("2026-11-01T12:00:00Z");
    storeTwoWeeks("one", noon);
    storeTwoWeeks("two", noon.plusSeconds(3600));

    Spoken spoken = say("report", "--study", "HeapBench");

    assertThat(spoken.exitCode()).as(spoken.toString()).isZero();
    assertThat(page())
        .contains("2 of 48 weeks run", "All runs of the ledger (2)")
        .contains(">HeapBench<")
        .doesNotContain(">TrieBench<");
    assertThat(page().split("complete, 1 arm failed", -1)).hasSize(3);
    assertThat(page()).containsPattern("Week 8: [^\"]*; run, no claim made in run two");
  }

  @Test
  void compareWritesAPageAndRefusesUnlikeMachines() throws Exception {
    store("one", "01", "m");
    store("two", "02", "m");
    store("elsewhere", "03", "other");

    assertThat(say("compare", "one", "two").exitCode()).isZero();
    assertThat(page()).contains("<h1>two against one</h1>");

    Files.delete(folder.resolve("page.html"));
    Spoken refused = say("compare", "one", "elsewhere", "--format", "html");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.UNLIKE_MACHINES);
    assertThat(refused.err()).contains("cpu.model: m / other");
    assertThat(folder.resolve("page.html")).doesNotExist();
  }

  @Test
  void weeksOfARunThatHasNeitherSaySo() throws Exception {
    store("one", "01", "m");

    Spoken spoken = Spoken.by("compare", "--weeks", "5", "37", "one", "--results=" + ledger());

    assertThat(spoken.exitCode()).as(spoken.toString()).isZero();
    assertThat(spoken.out()).contains("Weeks 5 and 37 of run one", "Nothing is measured in both");
  }
}
