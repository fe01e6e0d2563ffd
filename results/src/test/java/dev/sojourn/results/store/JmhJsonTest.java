package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmhJsonTest {
  @TempDir Path directory;

  private Run read(String json) throws Exception {
    return JmhJson.read(Files.writeString(directory.resolve("my result.json"), json));
  }

  private static String result(String mode, String unit, String rawData, String more) {
    return """
    {"jmhVersion": "1.37", "benchmark": "org.example.Some.thing", "mode": "%s", "threads": 1,
     "forks": 2, "jvm": "somewhere/bin/java", "jvmArgs": ["-Xmx1g"], "jdkVersion": "25",
     "vmName": "Example VM", "vmVersion": "25+36",
     "primaryMetric": {"score": 1.0, "scoreError": "NaN", "scoreUnit": "%s", "rawData": %s}%s}
    """
        .formatted(mode, unit, rawData, more);
  }

  private static List<List<Double>> scores(Run run, Arm arm, String metric) {
    return run.measurement(arm, metric).orElseThrow().forks().stream()
        .map(ForkSample::scores)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "avgt,ns/op,4,4",
    "avgt,us/op,4,4000",
    "avgt,ms/op,0.5,500000",
    "ss,s/op,2,2e9",
    "ss,min/op,1,6e10",
    "thrpt,ops/s,4,2.5e8",
    "thrpt,ops/ms,1000,1000",
    "thrpt,ops/us,4,250",
    "thrpt,ops/ns,0.5,2",
    "thrpt,ops/min,1,6e10",
  })
  void everyModeAndUnitBecomesNanosecondsPerOperation(
      String mode, String unit, double score, double nanos) throws Exception {
    Run run = read("[" + result(mode, unit, "[[" + score + "]]", "") + "]");

    List<List<Double>> scores = scores(run, Arm.of("org.example.Some", "thing", Map.of()), "time");

    assertThat(scores.getFirst().getFirst()).isCloseTo(nanos, within(nanos * 1e-12));
  }

  @Test
  void theFilesOwnFactsAreKept() throws Exception {
    Run run = read("[" + result("avgt", "ns/op", "[[1, 2, 3], [4, \"NaN\"]]", "") + "]");

    assertThat(run.label().value()).isEqualTo("my result");
    assertThat(run.finished()).isTrue();
    assertThat(run.provenance().jmhVersion()).isEqualTo("1.37");
    assertThat(run.provenance().jvmArguments()).containsExactly("-Xmx1g");
    assertThat(run.machine().identity())
        .containsExactly(Map.entry(Machine.JDK, "25, Example VM, 25+36"));
    assertThat(scores(run, Arm.of("org.example.Some", "thing", Map.of()), "time"))
        .containsExactly(List.of(1.0, 2.0, 3.0), List.of(4.0));
    assertThat(run.failures()).isEmpty();
  }

  @Test
  void sampledLatenciesAreReadAsTheirMean() throws Exception {
    String sampled =
        result("sample", "us/op", "[]", "")
            .replace("\"rawData\": []", "\"rawDataHistogram\": [[[[1.0, 3], [5.0, 1]], [[2, 1]]]]");

    Run run = read("[" + sampled + "]");

    assertThat(scores(run, Arm.of("org.example.Some", "thing", Map.of()), "time"))
        .containsExactly(List.of(2000.0, 2000.0));
    assertThat(run.tails()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gc.alloc.rate.norm", "\u00b7gc.alloc.rate.norm"})
  void allocationIsReadUnderBothItsNames(String name) throws Exception {
    String more =
        ", \"secondaryMetrics\": {\"%s\": {\"scoreUnit\": \"B/op\", \"rawData\": [[24.1], [24.0]]}}"
            .formatted(name);

    Run run = read("[" + result("avgt", "ns/op", "[[1], [2]]", more) + "]");

    assertThat(scores(run, Arm.of("org.example.Some", "thing", Map.of()), "alloc"))
        .containsExactly(List.of(24.1), List.of(24.0));
  }

  @Test
  void parametersAndThreadsAreOfTheIdentity() throws Exception {
    String more = ", \"params\": {\"size\": \"10\"}";

    Run run =
        read(
            "["
                + result("avgt", "ns/op", "[[1]]", more).replace("\"threads\": 1", "\"threads\": 4")
                + "]");

    assertThat(run.measurements().getFirst().arm().params())
        .isEqualTo(Map.of("size", "10", "jmh.threads", "4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ns/op|[]|no raw data",
        "ns/op|[[]]|no raw data",
        "ns/op|[[\"NaN\"]]|no raw data",
        "ops/s|[[0]]|no raw data",
        "furlongs|[[1]]|unit furlongs",
      })
  void resultsWithoutUsableNumbersAreSkippedByName(String unit, String raw, String cause)
      throws Exception {
    Run run = read("[" + result("avgt", unit, raw, "") + "]");

    assertThat(run.measurements()).isEmpty();
    assertThat(run.failures().getFirst().arm().toString()).isEqualTo("org.example.Some.thing[]");
    assertThat(run.failures().getFirst().cause()).contains(cause);
  }

  @Test
  void oneOfSeveralModesIsReadAndTheOthersAreNamed() throws Exception {
    Run run =
        read(
            "[%s,%s]"
                .formatted(
                    result("thrpt", "ops/us", "[[1]]", ""), result("avgt", "ns/op", "[[7]]", "")));

    assertThat(run.measurements()).hasSize(1);
    assertThat(run.measurements().getFirst().forks().getFirst().scores()).containsExactly(7.0);
    assertThat(run.failures().getFirst().cause()).startsWith("thrpt: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|must be a list",
        "[]|measured nothing",
        "[1]|'[0].benchmark' is missing",
        "[{\"benchmark\": \"nodot\"}]|no class and method",
        "[{\"benchmark\": \"a.b\", \"mode\": \"avgt\"}]|'[0].primaryMetric' is missing",
        "[|not JSON, or cut short",
        "''|must be a list",
      })
  void whatIsNoResultFileIsRefusedByName(String json, String reason) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("my result.json")
        .hasMessageContaining(reason);
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> read("[".repeat(100_000)))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("nesting");
  }

  @Test
  void missingFilesAreNamed() {
    assertThatThrownBy(() -> JmhJson.read(directory.resolve("none.json")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("none.json")
        .hasMessageContaining("no such file");
  }

  @Test
  void writtenRunsAreReadToTheSameForkScores() throws Exception {
    Run run =
        new RunFixture()
            .time(arm("jdk", "size", "10"), 1 / 3.0, 2e-7, 3e17)
            .time(arm("fourWay"), 5, 6)
            .metric(arm("fourWay"), Metric.ALLOCATION, 24.0003, 24)
            .metric(arm("fourWay"), new Metric("probes", "probes/op", true), 3)
            .run();

    Run again = read(JmhJson.write(run));

    for (Measurement measurement : run.measurements()) {
      if (!measurement.metric().name().equals("probes")) {
        assertThat(scores(again, measurement.arm(), measurement.metric().name()))
            .isEqualTo(measurement.forks().stream().map(ForkSample::scores).toList());
      }
    }
    assertThat(again.failures()).isEmpty();
    assertThat(again.provenance().jvmArguments()).isEqualTo(run.provenance().jvmArguments());
  }

  @Test
  void writtenRunsHaveTheFieldsThatViewersLookFor() throws IOException {
    Run run =
        new RunFixture()
            .time(arm("fourWay", "jmh.threads", "4", "size", "1"), 5, 7)
            .metric(arm("fourWay", "jmh.threads", "4", "size", "1"), Metric.ALLOCATION, 24)
            .run();

    JsonNode json = Json.MAPPER.readTree(JmhJson.write(run)).get(0);

    assertThat(json.get("benchmark").asText()).isEqualTo("dev.example.HeapHold.fourWay");
    assertThat(json.get("mode").asText()).isEqualTo("avgt");
    assertThat(json.get("threads").asInt()).isEqualTo(4);
    assertThat(json.get("params").size()).isEqualTo(1);
    JsonNode metric = json.get("primaryMetric");
    assertThat(metric.get("score").asDouble()).isEqualTo(6);
    assertThat(metric.get("scoreError").asDouble()).isGreaterThan(100);
    assertThat(metric.get("scoreConfidence").size()).isEqualTo(2);
    assertThat(metric.get("scoreUnit").asText()).isEqualTo("ns/op");
    assertThat(metric.get("scorePercentiles").get("50.0").asDouble()).isEqualTo(5);
    assertThat(metric.get("scorePercentiles").get("100.0").asDouble()).isEqualTo(7);
    assertThat(metric.get("rawData").size()).isEqualTo(2);
    assertThat(json.get("secondaryMetrics").has("gc.alloc.rate.norm")).isTrue();
  }
}
