package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.harness.execute.study.TinyBench;
import dev.sojourn.results.store.JmhJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The files we export have the form of those that JMH itself writes.
 *
 * <p>JMH only writes its result files, and no library reads them: the viewers of such files each
 * take the fields they want, and are programs of a browser or of a build. So the measure is JMH's
 * own file: read as a run and exported again, it has the same keys, with the same kind of value at
 * each place, and the same raw data.
 */
@Timeout(900) // another JMH on the machine is waited for
class JmhFormTest {
  /** Ours, beside JMH's keys: what its form has no place for. */
  private static final String SUPPLEMENT = "sojourn";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /** A file of JMH: a result for each of two points. */
  private Path measured(int forks, int iterations) throws Exception {
    Path file = folder.resolve("jmh.json");
    new Runner(
            new OptionsBuilder()
                .include(TinyBench.class.getName() + "\\.unrecorded$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(forks)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(20))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(20))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx64m", "-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(file.toString())
                .build())
        .run();
    return file;
  }

  /** Of a single value JMH knows no error, and says so in a text where else a number stands. */
  @ParameterizedTest
  @CsvSource({"2,3", "1,1"})
  void anExportHasTheFormOfJmhsOwnFile(int forks, int iterations) throws Exception {
    Path file = measured(forks, iterations);
    JsonNode real = JSON.readTree(file.toFile());

    JsonNode ours = JSON.readTree(JmhJson.write(JmhJson.read(file)));

    assertThat(real).hasSize(2);
    assertThat(ours).hasSameSizeAs(real);
    for (int i = 0; i < real.size(); i++) {
      sameForm("[" + i + "]", real.get(i), ours.get(i));
      sameNumbers(real.get(i).get("primaryMetric"), ours.get(i).get("primaryMetric"));
    }
  }

  private static void sameForm(String path, JsonNode real, JsonNode ours) {
    assertThat(kind(ours)).as(path).isEqualTo(kind(real));
    if (real.isArray()) {
      assertThat(ours).as(path).hasSameSizeAs(real);
      for (int i = 0; i < real.size(); i++) {
        sameForm(path + "[" + i + "]", real.get(i), ours.get(i));
      }
    }
    if (real.isObject()) {
      assertThat(keys(ours)).as(path).containsExactlyElementsOf(expected(path, real, ours));
      keys(ours).stream()
          .filter(real::has)
          .forEach(key -> sameForm(path + "." + key, real.get(key), ours.get(key)));
    }
  }

  /** Programs that read into typed fields care whether a number may have a fraction. */
  private static String kind(JsonNode node) {
    return node.isIntegralNumber() ? "whole number" : node.getNodeType().toString();
  }

  /** JMH's keys in JMH's order; of what a profiler adds we keep the allocation. */
  private static List<String> expected(String path, JsonNode real, JsonNode ours) {
    if (path.endsWith("secondaryMetrics")) {
      assertThat(keys(real)).contains("gc.alloc.rate.norm");
      return List.of("gc.alloc.rate.norm");
    }
    List<String> keys = keys(real);
    if (ours.has(SUPPLEMENT)) {
      keys.add(SUPPLEMENT);
    }
    return keys;
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void sameNumbers(JsonNode real, JsonNode ours) {
    double score = real.get("score").asDouble();
    assertThat(ours.get("rawData")).isEqualTo(real.get("rawData"));
    assertThat(ours.get("scoreUnit")).isEqualTo(real.get("scoreUnit"));
    assertThat(ours.get("score").asDouble()).isCloseTo(score, within(score * 1e-9));
    for (String percentile : List.of("0.0", "100.0")) {
      assertThat(ours.get("scorePercentiles").get(percentile))
          .isEqualTo(real.get("scorePercentiles").get(percentile));
    }
  }
}
