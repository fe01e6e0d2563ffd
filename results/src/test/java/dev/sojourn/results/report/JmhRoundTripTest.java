package dev.sojourn.results.report;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Pairing;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.JmhJson;
import dev.sojourn.results.store.LedgerException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run exported as a result file of JMH and read from it again. */
class JmhRoundTripTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Arm ARM = Arm.of("a.B", "m", Map.of());

  @TempDir private Path folder;

  /** Files of JMH are of measured times. */
  static Stream<Map.Entry<String, Run>> timedRuns() {
    return OddRuns.all().entrySet().stream()
        .filter(
            odd ->
                odd.getValue().measurements().stream()
                    .anyMatch(m -> m.metric().equals(Metric.TIME)));
  }

  private Run again(Run run) throws Exception {
    return read(JmhJson.write(run));
  }

  private Run read(String json) throws Exception {
    return JmhJson.read(Files.writeString(folder.resolve("export.json"), json));
  }

  private static ArrayNode tree(Run run) throws Exception {
    return (ArrayNode) JSON.readTree(JmhJson.write(run));
  }

  @ParameterizedTest
  @MethodSource("timedRuns")
  void aRunIsReadBackWhole(Map.Entry<String, Run> odd) throws Exception {
    assertThat(again(odd.getValue())).isEqualTo(odd.getValue());
  }

  @Test
  void aRunThatMeasuredNothingIsAnEmptyListAndReadAsOne() {
    Run run = OddRuns.named("only failures");

    assertThat(JmhJson.write(run)).isEqualTo("[ ]\n");
    assertThatThrownBy(() -> again(run))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("export.json")
        .hasMessageContaining("measured nothing");
  }

  @Test
  void filesAreComparedToTheVerdictsOfTheLedger() throws Exception {
    RunComparison ledger = TextReportTest.twoRuns();

    RunComparison files = RunComparison.of(again(ledger.before()), again(ledger.after()), false);

    assertThat(files.comparisons()).isEqualTo(ledger.comparisons()).hasSizeGreaterThan(20);
    assertThat(files.warnings()).isEqualTo(ledger.warnings());
    assertThat(JsonReport.comparison(files)).isEqualTo(JsonReport.comparison(ledger));
  }

  @Test
  void aFileAndARunOfTheLedgerAreComparedToo() throws Exception {
    RunComparison ledger = TextReportTest.twoRuns();

    assertThat(RunComparison.of(again(ledger.before()), ledger.after(), false).comparisons())
        .isEqualTo(ledger.comparisons());
  }

  @Test
  void halvesOfOneInterleavedPlanStayPaired() throws Exception {
    Run before = new RunFixture().time(arm("jdk"), 10, 11, 10, 12, 10, 11).run();
    Run after = new RunFixture().positionsFrom(1).time(arm("jdk"), 12, 13, 12, 14, 12, 13).run();

    RunComparison files = RunComparison.of(again(before), again(after), false);

    assertThat(files.pairing()).isEqualTo(Pairing.PAIRED);
    assertThat(files.comparisons())
        .isEqualTo(RunComparison.of(before, after, false).comparisons())
        .extracting(c -> c.verdict().word())
        .containsExactly("regressed");
  }

  @Test
  void whatWasUnprovenStaysUnproven() throws Exception {
    RunFixture fixture = new RunFixture().time(arm("jdk"), 10, 11, 10);
    for (int round = 0; round < 3; round++) {
      fixture.conditions(unsteady(round));
    }
    Run run = fixture.run();

    assertThat(RunComparison.of(again(run), again(run), false).comparisons())
        .isEqualTo(RunComparison.of(run, run, false).comparisons())
        .extracting(c -> c.verdict().word())
        .containsExactly("unproven");
  }

  private static ForkConditions unsteady(int round) {
    return new ForkConditions(
        arm("jdk"),
        round,
        10 * round,
        1,
        ForkConditions.Fate.UNSTEADY,
        "drifting",
        new TreeMap<>(Map.of(ForkConditions.LOAD, 0.5)),
        List.of(),
        Optional.of(Cells.of(RunFixture.histogram(round, 50, 1_000))));
  }

  @ParameterizedTest
  @CsvSource({"smoke, true", "screen, false"})
  void smokeStaysWithoutAVerdict(String effort, boolean withheld) throws Exception {
    Run before = SyntheticRun.of(1, 8).effort(effort).time(ARM, 10).build();
    Run after = SyntheticRun.of(2, 8).effort(effort).startedAt(Instant.EPOCH).time(ARM, 30).build();

    assertThat(RunComparison.of(again(before), again(after), false).comparisons())
        .extracting(c -> c.verdict().word())
        .containsExactly(withheld ? "inconclusive" : "regressed");
  }

  @Test
  void theTimeOfALabIsNoFindingInAFileEither() throws Exception {
    Run run = new RunFixture().lab().time(arm("jdk"), 1e9, 1e9).run();

    assertThat(tree(run).get(0).get("mode").asText()).isEqualTo("ss");
    assertThat(again(run).findings()).isEmpty();
  }

  /**
   * As another tool leaves a file that it read and wrote, or as JMH itself would have written it.
   */
  @Test
  void withoutTheSupplementTimesAndBytesGetTheSameVerdicts() throws Exception {
    Run before = three(1, 1).startedAt(Instant.EPOCH).build();
    Run after = three(2, 1.5).build();

    RunComparison files =
        RunComparison.of(read(bare(tree(before))), read(bare(tree(after))), false);

    assertThat(verdicts(files))
        .isEqualTo(verdicts(RunComparison.of(before, after, false)))
        .hasSize(6)
        .anyMatch(v -> v.endsWith("regressed"))
        .anyMatch(v -> v.endsWith("equivalent"));
  }

  private static SyntheticRun three(long seed, double factor) {
    SyntheticRun run = SyntheticRun.of(seed, 8);
    for (String method : List.of("a", "b", "c")) {
      Arm arm = ARM.withMethod(method);
      run.time(arm, method.equals("a") ? factor * 100 : 100).bytes(arm, 24);
    }
    return run;
  }

  private static List<String> verdicts(RunComparison comparison) {
    return comparison.comparisons().stream().map(JmhRoundTripTest::verdict).toList();
  }

  private static String verdict(Comparison c) {
    return c.subject() + " " + c.metric().name() + " " + c.ratio() + " " + c.verdict().word();
  }

  private static String bare(ArrayNode results) {
    results.forEach(result -> ((ObjectNode) result).remove("sojourn"));
    return results.toString();
  }

  @Test
  void scoresAreThoseOfJmhsOwnFields() throws Exception {
    ArrayNode tree = tree(SyntheticRun.of(1, 1).time(ARM, 10).build());
    ArrayNode fork = (ArrayNode) tree.at("/0/primaryMetric/rawData/0");
    fork.removeAll().add(77.5);

    Measurement read = read(tree.toString()).measurements().getFirst();

    assertThat(tree.toString()).doesNotContain("\"scores\"");
    assertThat(read.forks().getFirst().scores()).containsExactly(77.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8})
  void aFileFromWhichAResultWasTakenIsReadAsJmhs(int taken) throws Exception {
    ArrayNode tree = tree(OddRuns.named("typical"));
    int results = tree.size();
    tree.remove(taken);

    Run read = read(tree.toString());

    assertThat(read.machine().identity()).doesNotContainKey(Machine.CPU_MODEL);
    assertThat(read.measurements().stream().filter(m -> m.metric().equals(Metric.TIME)))
        .hasSize(results - 1);
  }

  @Test
  void twoFilesJoinedAreReadAsJmhs() throws Exception {
    ArrayNode joined = tree(SyntheticRun.of(1, 2).time(ARM, 10).build());
    joined.addAll(tree(SyntheticRun.of(2, 2).time(ARM.withMethod("other"), 10).build()));

    Run read = read(joined.toString());

    assertThat(read.measurements()).extracting(Measurement::arm).hasSize(2);
    assertThat(read.machine().identity()).doesNotContainKey(Machine.CPU_MODEL);
  }

  @Test
  void aForkTakenAwayIsNotTakenForAnother() throws Exception {
    ArrayNode tree = tree(SyntheticRun.of(1, 3).time(ARM, 10).build());
    ((ArrayNode) tree.at("/0/primaryMetric/rawData")).remove(1);

    Run read = read(tree.toString());

    assertThat(read.measurements().getFirst().forks()).hasSize(2);
    assertThat(read.machine().identity()).doesNotContainKey(Machine.CPU_MODEL);
  }

  @Test
  void roundsMeasuredTwiceOrOutOfOrderAreReadBack() throws Exception {
    Measurement measurement =
        new Measurement(
            ARM,
            Metric.TIME,
            List.of(fork(2, 1.0), fork(0, 2.0), fork(1, Double.NaN), fork(1, 3.0)));
    Run run = SyntheticRun.of(1, 4).measurement(measurement).build();

    assertThat(again(run)).isEqualTo(run);
  }

  private static ForkSample fork(int round, double score) {
    return new ForkSample(round, round, Instant.EPOCH, List.of(0.5), List.of(score, score));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "4", "max", "0", "0004", "9999999"})
  void threadsAreReadBackWhateverTheySay(String threads) throws Exception {
    Run run =
        SyntheticRun.of(1, 1).time(Arm.of("a.B", "m", Map.of("jmh.threads", threads)), 1).build();

    assertThat(again(run)).isEqualTo(run);
  }

  @Test
  void metricsOfOneNameAreReadBack() throws Exception {
    Run run =
        SyntheticRun.of(1, 2)
            .time(ARM, 10)
            .bytes(ARM, 24)
            .metric(ARM, new Metric("gc.alloc.rate.norm", "furlongs", false), 7, 0.1)
            .metric(ARM, new Metric("time", "ms/op", false), 8, 0.1)
            .metric(ARM.withMethod("without time"), new Metric("probes", "1", true), 3, 0)
            .build();

    assertThat(again(run)).isEqualTo(run);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9, 0.999})
  void aFileCutShortIsNamed(double share) throws Exception {
    String json = JmhJson.write(OddRuns.named("typical"));

    assertThatThrownBy(() -> read(json.substring(0, (int) (share * json.length()))))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("export.json")
        .hasMessageContaining("cut short");
  }

  @Test
  void aFileTooLargeToBeOneIsRefusedUnread() throws Exception {
    Path file = folder.resolve("huge.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(129L << 20);
    }

    assertThatThrownBy(() -> JmhJson.read(file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("huge.json")
        .hasMessageContaining("bytes, more than");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|'[0].sojourn.format' is missing",
        "7|'[0].sojourn.format' is missing",
        "{\"format\": 2}|format 2 is newer than this tool reads",
        "{\"format\": 1}|'[0].sojourn.measurements' is missing",
      })
  void aDamagedSupplementIsNamed(String supplement, String reason) throws Exception {
    ArrayNode tree = tree(SyntheticRun.of(1, 1).time(ARM, 10).build());
    ((ObjectNode) tree.get(0)).set("sojourn", JSON.readTree(supplement));

    assertThatThrownBy(() -> read(tree.toString()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("export.json")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base 64"})
  void aDamagedHistogramIsNamed(String text) throws Exception {
    ArrayNode tree = tree(OddRuns.named("one value in a histogram"));
    ((ObjectNode) tree.at("/0/sojourn/tails/0/forks/0")).put("histogram", text);

    assertThatThrownBy(() -> read(tree.toString()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("histogram is damaged");
  }
}
