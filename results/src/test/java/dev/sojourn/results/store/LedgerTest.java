package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  @TempDir Path directory;
  private Ledger ledger;

  @BeforeEach
  void openLedger() {
    ledger = Ledger.at(directory.resolve("runs"));
  }

  private static RunFixture full() {
    return new RunFixture()
        .claim(
            new ClaimCard(
                ClaimCard.Kind.RATIO,
                "fourWay",
                "jdk",
                "time",
                0.8,
                Double.NaN,
                Map.of("size", "1000")))
        .planned(arm("jdk", "size", "1000", "mix", "a,b=\"c\"\n\u20ac"))
        .time(arm("jdk", "size", "1000"), 0.1, 1 / 3.0, 1e-300, Double.MAX_VALUE)
        .time(arm("fourWay", "size", "1000"), 5, Double.NaN, Double.POSITIVE_INFINITY)
        .metric(arm("fourWay", "size", "1000"), Metric.ALLOCATION, 24.000000000000004)
        .tail(
            arm("jdk", "size", "1000"),
            8,
            RunFixture.histogram(1, 5000, 300),
            RunFixture.histogram(2, 5000, 300))
        .failure(new Failure(arm("peer"), "fork", "exit code 137"))
        .conditions(fork(1, ForkConditions.Fate.VOID, List.of(7.5, 8.25), Optional.empty()))
        .conditions(
            fork(
                2,
                ForkConditions.Fate.KEPT,
                List.of(),
                Optional.of(RunFixture.histogram(3, 9, 50))));
  }

  private static ForkConditions fork(
      int attempt, ForkConditions.Fate fate, List<Double> discarded, Optional<Histogram> hiccups) {
    return new ForkConditions(
        arm("jdk", "size", "1000"),
        0,
        0,
        attempt,
        fate,
        "steal 3 % > 1 %",
        new TreeMap<>(Map.of(ForkConditions.STEAL_SHARE, 0.03)),
        discarded,
        hiccups.map(Cells::of));
  }

  private Path file(Run run) {
    return ledger.entries().stream()
        .filter(e -> e.label().equals(run.label()))
        .findFirst()
        .orElseThrow()
        .directory()
        .resolve("run.json");
  }

  @Test
  void whatIsWrittenIsReadToTheLastDigit() throws Exception {
    Run run = full().run();

    ledger.write(run);

    assertThat(ledger.read(run.label())).isEqualTo(run);
    assertThat(ledger.read("example-2", run.label())).isEqualTo(run);
    assertThat(ledger.exists("example-2", run.label())).isTrue();
    assertThat(ledger.exists("other", run.label())).isFalse();
  }

  @Test
  void aRunMayBeWrittenAfterEveryFork() throws Exception {
    RunFixture growing = new RunFixture().unfinished();
    ledger.write(growing.run());
    for (int fork = 0; fork < 3; fork++) {
      growing
          .time(arm("m" + fork), 1, 2, 3)
          .tail(arm("m" + fork), 1, RunFixture.histogram(fork, 100, 50));
      ledger.write(growing.run());

      assertThat(ledger.read(growing.run().label())).isEqualTo(growing.run());
    }
  }

  @Test
  void histogramsAreWrittenOnce() throws Exception {
    ledger.write(full().run());
    Set<Path> histograms = histogramFiles();
    FileTime longAgo = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
    for (Path histogram : histograms) {
      Files.setLastModifiedTime(histogram, longAgo);
    }

    ledger.write(full().run());

    assertThat(histograms).hasSize(3);
    assertThat(histogramFiles()).isEqualTo(histograms);
    for (Path histogram : histograms) {
      assertThat(Files.getLastModifiedTime(histogram)).isEqualTo(longAgo);
    }
  }

  @Test
  void aHistogramLeftBehindByAStopIsNotTakenForAnotherForks() throws Exception {
    Histogram lost = RunFixture.histogram(1, 100, 50);
    Histogram again = RunFixture.histogram(2, 100, 50);
    ledger.write(new RunFixture().tail(arm("jdk"), 1, lost).run());
    Files.delete(file(new RunFixture().run()));

    Run second = new RunFixture().tail(arm("jdk"), 1, again).run();
    ledger.write(second);

    assertThat(ledger.read(second.label()).tails().getFirst().forks().getFirst().histogram())
        .isEqualTo(again);
  }

  private Set<Path> histogramFiles() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(f -> f.toString().endsWith(".hlog")).collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "..",
        ".",
        "../../etc",
        "with space",
        "quote\"'`$",
        "C:\\x",
        "\ud83d\ude80 launch",
        "CON",
        "con",
        "Week",
        "week",
        "2026-w47",
        "trailing."
      })
  void anyLabelHasAFolderOfItsOwn(String label) throws Exception {
    Run other = new RunFixture().label("other").run();
    Run run = new RunFixture().label(label).time(arm("jdk"), 1).run();

    ledger.write(other);
    ledger.write(run);

    assertThat(ledger.read(new Label(label))).isEqualTo(run);
    assertThat(ledger.entries()).hasSize(2);
    try (Stream<Path> files = Files.list(directory.resolve("runs/example-2"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void entriesAreListedByStart() throws Exception {
    Instant start = RunFixture.START;
    ledger.write(new RunFixture().label("c").startedAt(start.plusSeconds(3)).run());
    ledger.write(new RunFixture().label("a").startedAt(start.plusSeconds(9)).unfinished().run());
    ledger.write(new RunFixture().label("b").startedAt(start).run());

    List<Entry> entries = ledger.entries();

    assertThat(entries).extracting(e -> e.label().value()).containsExactly("b", "c", "a");
    assertThat(entries).extracting(Entry::finished).containsExactly(true, true, false);
    assertThat(entries).allSatisfy(e -> assertThat(e.problem()).isEmpty());
    assertThat(entries).allSatisfy(e -> assertThat(e.machine()).isEqualTo("example-2"));
  }

  @Test
  void aLedgerThatIsNotThereIsEmpty() {
    assertThat(ledger.entries()).isEmpty();
    assertThatThrownBy(() -> ledger.read(new Label("x")))
        .isInstanceOf(LedgerException.UnknownLabel.class)
        .hasMessageContaining("take one first");
  }

  @Test
  void unknownLabelsSuggestTheNearest() throws Exception {
    for (String label : List.of("2026-W46", "2026-W47", "before", "after", "2026-W07")) {
      ledger.write(new RunFixture().label(label).run());
    }

    assertThatThrownBy(() -> ledger.read(new Label("2026-w48")))
        .isInstanceOfSatisfying(
            LedgerException.UnknownLabel.class,
            e -> assertThat(e.nearest()).containsExactly("2026-W46", "2026-W47", "2026-W07"))
        .hasMessageContaining("did you mean '2026-W46'");
  }

  @Test
  void damagedRunsAreNamedAndKeepNoOtherFromBeingListed() throws Exception {
    ledger.write(new RunFixture().label("good").time(arm("jdk"), 1).run());
    put("torn", "{\"format\": 1, \"label\": \"torn\", \"startedAt\": \"2026-11-23T03:25:00Z\", ");
    put("foreign", "{\"name\": \"package\", \"version\": \"1.0\"}");
    put("newer", "{\"format\": 7, \"what\": [1, 2]}");
    put("empty", "");
    put("array", "[1, 2, 3]");
    put("binary", "\u0000\u0001\u0002");

    List<Entry> entries = ledger.entries();

    assertThat(entries).hasSize(7);
    assertThat(problem(entries, "good")).isEmpty();
    assertThat(problem(entries, "torn")).contains("torn/run.json").contains("cut short");
    assertThat(problem(entries, "foreign")).contains("it has no \"format\"");
    assertThat(problem(entries, "newer"))
        .contains("format 7 is newer than this tool reads (1): update the tool");
    assertThat(problem(entries, "empty")).contains("no run of this tool");
    assertThat(problem(entries, "array")).contains("no run of this tool");
    assertThat(problem(entries, "binary")).contains("not JSON");
    assertThat(ledger.read(new Label("good")).finished()).isTrue();
    assertThatThrownBy(() -> ledger.read(new Label("newer")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("update the tool");
  }

  private void put(String label, String content) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("runs/example-2").resolve(label));
    Files.writeString(folder.resolve("run.json"), content);
  }

  private static String problem(List<Entry> entries, String label) {
    return entries.stream()
        .filter(e -> e.label().value().equals(label))
        .findFirst()
        .orElseThrow()
        .problem()
        .orElse("");
  }

  @Test
  void aRunCutShortAnywhereBehindItsHeadIsStillNoticed() throws Exception {
    Run run = full().run();
    ledger.write(run);
    Path file = file(run);
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() * 3 / 4));

    assertThat(ledger.entries().getFirst().problem())
        .hasValueSatisfying(p -> assertThat(p).contains("cut short"));
    assertThatThrownBy(() -> ledger.read(ledger.entries().getFirst()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void missingAndDamagedHistogramsAreNamed() throws Exception {
    Run run = full().run();
    ledger.write(run);
    Path histogram = histogramFiles().iterator().next();
    Files.delete(histogram.resolveSibling(RunIndex.NAME));
    String text = Files.readString(histogram);

    Files.writeString(histogram, text.replaceAll("HISTF[A-Za-z]", "HISTx!"));
    assertThatThrownBy(() -> ledger.read(run.label()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(histogram.getFileName().toString());

    Files.writeString(histogram, "");
    assertThatThrownBy(() -> ledger.read(run.label())).hasMessageContaining("holds no histogram");

    Files.delete(histogram);
    assertThatThrownBy(() -> ledger.read(run.label())).hasMessageContaining("is missing");
    assertThat(ledger.entries()).hasSize(1);
  }

  @Test
  void aRunCannotReferToFilesOutsideItsFolder() throws Exception {
    Run run = full().run();
    ledger.write(run);
    Path file = file(run);
    String name = histogramFiles().iterator().next().getFileName().toString();
    Files.writeString(file, Files.readString(file).replace(name, "../../../x.hlog"));

    assertThatThrownBy(() -> ledger.read(run.label()))
        .hasMessageContaining("is no name of a histogram file");
  }

  @Test
  void anotherRunOfTheSameLabelIsNeverOverwritten() throws Exception {
    Run first = new RunFixture().time(arm("jdk"), 1).run();
    ledger.write(first);
    Run second = new RunFixture().startedAt(RunFixture.START.plusSeconds(1)).run();

    assertThatThrownBy(() -> ledger.write(second))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("started at " + RunFixture.START)
        .hasMessageContaining("choose another label");
    assertThat(ledger.read(first.label())).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"format\": 7}", "{\"format\": 1, \"label\": \"2026-W", "{}", ""})
  void whatCannotBeReadIsNeverOverwritten(String content) throws Exception {
    put("2026-W47", content);

    assertThatThrownBy(() -> ledger.write(new RunFixture().run()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("not overwritten");
    assertThat(directory.resolve("runs/example-2/2026-W47/run.json")).hasContent(content);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Files.createDirectories(directory.resolve("runs"));
    Files.writeString(directory.resolve("runs/example-2"), "a file in the way");

    assertThatThrownBy(() -> ledger.write(new RunFixture().run()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("runs/example-2")
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("unharmed");
  }

  @Test
  void theSameLabelOnSeveralMachinesAsksForTheMachine() throws Exception {
    Run run = new RunFixture().run();
    ledger.write(run);
    Path other = Files.createDirectories(directory.resolve("runs/other/2026-W47"));
    Files.writeString(
        other.resolve("run.json"),
        Files.readString(file(run)).replace("\"example-2\"", "\"other\""));

    assertThatThrownBy(() -> ledger.read(run.label()))
        .hasMessageContaining("several machines")
        .hasMessageContaining("example-2, other");
    assertThat(ledger.read("other", run.label()).machine().name()).isEqualTo("other");
  }

  @Test
  void numbersOutOfPlaceAreNamedByTheirPlace() throws Exception {
    Run run = full().run();
    ledger.write(run);
    Path file = file(run);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"round\" *: *0", "\"round\": \"zero\""));

    assertThatThrownBy(() -> ledger.read(run.label()))
        .hasMessageContaining("'measurements[0].forks[0].round' must be a whole number")
        .hasMessageContaining("restore the file");
  }
}
