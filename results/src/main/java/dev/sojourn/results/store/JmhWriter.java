package dev.sojourn.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Writes runs the way JMH does: a list of results, each with its raw data by fork and iteration.
 */
final class JmhWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  /** JMH's intervals miss the mean once in a thousand. */
  private static final double ALPHA = 0.001;

  private static final Pattern SEVERAL = Pattern.compile("[2-9]|[1-9][0-9]{1,5}");

  private JmhWriter() {}

  static String json(Run run) {
    ArrayNode results = NODES.arrayNode();
    run.measurements().stream()
        .filter(m -> m.metric().equals(Metric.TIME) && !m.forks().isEmpty())
        .forEach(m -> results.add(result(run, m)));
    JmhSupplement.add(run, results);
    return Json.text(results);
  }

  private static ObjectNode result(Run run, Measurement time) {
    Map<String, String> params = new TreeMap<>(time.arm().params());
    int threads = threads(params);
    ForkSample first = time.forks().getFirst();
    ObjectNode json = NODES.objectNode();
    json.put("jmhVersion", run.provenance().jmhVersion())
        .put("benchmark", time.arm().study() + "." + time.arm().method())
        .put("mode", mode(run, time))
        .put("threads", threads)
        .put("forks", time.forks().size());
    jvm(json, run);
    json.put("warmupIterations", first.warmup().size())
        .put("warmupTime", JmhReader.UNKNOWN)
        .put("warmupBatchSize", 1)
        .put("measurementIterations", first.scores().size())
        .put("measurementTime", JmhReader.UNKNOWN)
        .put("measurementBatchSize", 1);
    if (!params.isEmpty()) {
      json.set("params", RunWriter.texts(params));
    }
    json.set("primaryMetric", metric(time));
    json.set("secondaryMetrics", secondary(run, time));
    return json;
  }

  /** Takes the threads out of the parameters where their number can stand in JMH's own place. */
  private static int threads(Map<String, String> params) {
    String threads = params.getOrDefault(JmhReader.THREADS, "");
    if (!SEVERAL.matcher(threads).matches()) {
      return 1;
    }
    params.remove(JmhReader.THREADS);
    return Integer.parseInt(threads);
  }

  /** A lab is one long shot, whatever it records meanwhile. */
  private static String mode(Run run, Measurement time) {
    return run.study(time.arm().study()).filter(StudyCard::isLab).isPresent() ? "ss" : "avgt";
  }

  private static void jvm(ObjectNode json, Run run) {
    json.put("jvm", JmhReader.UNKNOWN);
    json.set("jvmArgs", RunWriter.texts(run.provenance().jvmArguments()));
    json.put("jdkVersion", run.machine().identity().getOrDefault(Machine.JDK, JmhReader.UNKNOWN))
        .put("vmName", JmhReader.UNKNOWN)
        .put("vmVersion", JmhReader.UNKNOWN);
  }

  private static ObjectNode secondary(Run run, Measurement time) {
    ObjectNode json = NODES.objectNode();
    run.measurements().stream()
        .filter(m -> m.arm().equals(time.arm()) && !m.metric().equals(Metric.TIME))
        .filter(m -> !m.forks().isEmpty())
        .forEach(m -> json.putIfAbsent(name(m.metric()), metric(m)));
    return json;
  }

  /** The name among the secondary metrics. */
  static String name(Metric metric) {
    return metric.equals(Metric.ALLOCATION) ? JmhReader.ALLOCATION : metric.name();
  }

  /** Scores as JMH sums them up: the mean of all iterations. */
  private static ObjectNode metric(Measurement measurement) {
    double[] sorted =
        measurement.forks().stream()
            .flatMap(f -> f.scores().stream())
            .mapToDouble(d -> d)
            .toArray();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double error = error(measurement.forks());
    ObjectNode json = NODES.objectNode();
    RunWriter.number(json, "score", mean);
    RunWriter.number(json, "scoreError", error);
    json.set("scoreConfidence", RunWriter.numbers(List.of(mean - error, mean + error)));
    ObjectNode percentiles = json.putObject("scorePercentiles");
    for (double p : PERCENTILES) {
      RunWriter.number(percentiles, Double.toString(p), percentile(sorted, p));
    }
    json.put("scoreUnit", measurement.metric().unit());
    json.set("rawData", rawData(measurement.forks()));
    return json;
  }

  /** By rising round, so that a reader who numbers the forks as they stand finds the same pairs. */
  static ArrayNode rawData(List<ForkSample> forks) {
    Map<Integer, ForkSample> rounds = new TreeMap<>();
    forks.forEach(fork -> rounds.put(fork.round(), fork));
    ArrayNode json = NODES.arrayNode();
    rounds.values().forEach(fork -> json.add(RunWriter.numbers(fork.scores())));
    return json;
  }

  /**
   * Half of the interval over forks, not over iterations, which within a fork are no evidence of
   * their own.
   */
  private static double error(List<ForkSample> forks) {
    if (forks.size() < 2) {
      return Double.NaN;
    }
    double[] medians = forks.stream().mapToDouble(ForkSample::median).toArray();
    double mean = Arrays.stream(medians).average().orElseThrow();
    double squares = Arrays.stream(medians).map(m -> (m - mean) * (m - mean)).sum();
    double standardError = Math.sqrt(squares / (medians.length - 1) / medians.length);
    return standardError
        * TDistribution.of(medians.length - 1.0).inverseSurvivalProbability(ALPHA / 2);
  }

  private static double percentile(double[] sorted, double percentile) {
    int rank = (int) Math.ceil(percentile / 100 * sorted.length);
    return sorted[Math.clamp(rank, 1, sorted.length) - 1];
  }
}
