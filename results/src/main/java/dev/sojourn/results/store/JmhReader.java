package dev.sojourn.results.store;

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
import dev.sojourn.results.model.TimerCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a run of one JMH result file; of use once. */
final class JmhReader {
  /** Name of the plan of a run that JMH took by itself: one arm after the other. */
  static final String EFFORT = "jmh";

  /**
   * Parameter that tells results of several threads apart, which JMH keeps outside the parameters.
   */
  static final String THREADS = "jmh.threads";

  /** JMH's name of allocated bytes per operation, once with a dot in front. */
  static final String ALLOCATION = "gc.alloc.rate.norm";

  static final String UNKNOWN = "unknown";

  /** One mode of a benchmark is read as its time; which, where a file has several. */
  private static final List<String> MODES = List.of("avgt", "sample", "thrpt", "ss");

  private final Label label;
  private final Instant writtenAt;
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private int position;

  JmhReader(Path file) {
    this.label = label(String.valueOf(file.getFileName()));
    this.writtenAt = writtenAt(file);
  }

  private static Label label(String fileName) {
    String name = fileName.replaceFirst("\\.json$", "").replaceAll("\\p{Cntrl}", "?").strip();
    String some = name.isEmpty() ? "jmh" : name;
    return new Label(some.substring(0, Math.min(some.length(), Label.MAX_LENGTH)));
  }

  private static Instant writtenAt(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  Run run(Node json) {
    List<Node> results = json.list(node -> node);
    if (results.isEmpty()) {
      throw new Malformed("holds no result: JMH measured nothing");
    }
    return JmhSupplement.run(results).orElseGet(() -> asJmhSays(results));
  }

  private Run asJmhSays(List<Node> results) {
    Map<Arm, Integer> preferred = preferred(results);
    for (int i = 0; i < results.size(); i++) {
      if (Integer.valueOf(i).equals(preferred.get(arm(results.get(i))))) {
        take(results.get(i));
      } else {
        passOver(results.get(i));
      }
    }
    return run(results);
  }

  /** For each arm, which result is read as its time. */
  private static Map<Arm, Integer> preferred(List<Node> results) {
    Map<Arm, Integer> preferred = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      preferred.merge(
          arm(results.get(i)),
          i,
          (one, other) -> rank(results.get(one)) <= rank(results.get(other)) ? one : other);
    }
    return preferred;
  }

  private static int rank(Node result) {
    int rank = MODES.indexOf(result.text("mode"));
    return rank < 0 ? MODES.size() : rank;
  }

  static Arm arm(Node result) {
    String benchmark = result.text("benchmark");
    int dot = benchmark.lastIndexOf('.');
    if (dot < 1 || dot == benchmark.length() - 1) {
      throw new Malformed("'" + benchmark + "' is no class and method");
    }
    SortedMap<String, String> params = new TreeMap<>();
    result.optional("params").ifPresent(map -> params.putAll(map.map(Node::text)));
    result
        .optional("threads")
        .map(threads -> threads.json().asText())
        .filter(threads -> !threads.equals("1"))
        .ifPresent(threads -> params.put(THREADS, threads));
    return new Arm(benchmark.substring(0, dot), benchmark.substring(dot + 1), params);
  }

  private void take(Node result) {
    Node metric = result.get("primaryMetric");
    String unit = metric.text("scoreUnit");
    Optional<DoubleUnaryOperator> nanos = JmhUnits.toNanosPerOperation(unit);
    if (nanos.isEmpty()) {
      skip(result, "unit " + unit + " is no time and no throughput");
      return;
    }
    List<List<Double>> scores = scores(metric, nanos.get());
    List<ForkSample> forks = forks(scores);
    if (forks.isEmpty()) {
      skip(result, "has no raw data with a finite score");
      return;
    }
    measurements.add(new Measurement(arm(result), Metric.TIME, forks));
    allocation(result).ifPresent(measurements::add);
    position += scores.size();
  }

  private void passOver(Node result) {
    String cause = ": the file has these numbers in another mode or once more, read instead";
    failures.add(new Failure(arm(result), Failure.PASSED_OVER, result.text("mode") + cause));
  }

  private void skip(Node result, String cause) {
    failures.add(new Failure(arm(result), "missing", result.text("mode") + ": " + cause));
  }

  private static List<List<Double>> scores(Node metric, DoubleUnaryOperator conversion) {
    List<List<Double>> raw =
        metric
            .optional("rawDataHistogram")
            .map(data -> data.list(fork -> fork.list(JmhReader::mean)))
            .or(() -> metric.optional("rawData").map(d -> d.list(f -> f.list(Node::number))))
            .orElse(List.of());
    return raw.stream()
        .map(fork -> fork.stream().map(conversion::applyAsDouble).filter(Double::isFinite).toList())
        .toList();
  }

  /** The mean of one iteration's pairs of value and count. */
  private static double mean(Node histogram) {
    double sum = 0;
    double count = 0;
    for (List<Double> cell : histogram.list(pair -> pair.list(Node::number))) {
      if (cell.size() != 2) {
        throw new Malformed("'" + histogram.path() + "' must hold pairs of value and count");
      }
      sum += cell.get(0) * cell.get(1);
      count += cell.get(1);
    }
    return sum / count;
  }

  /**
   * A fork keeps its number when another one is without scores, so that rounds stay what they were.
   */
  private List<ForkSample> forks(List<List<Double>> scores) {
    List<ForkSample> forks = new ArrayList<>();
    for (int round = 0; round < scores.size(); round++) {
      if (!scores.get(round).isEmpty()) {
        forks.add(new ForkSample(round, position + round, writtenAt, List.of(), scores.get(round)));
      }
    }
    return forks;
  }

  private Optional<Measurement> allocation(Node result) {
    return result
        .optional("secondaryMetrics")
        .flatMap(
            metrics -> metrics.optional(ALLOCATION).or(() -> metrics.optional("·" + ALLOCATION)))
        .map(metric -> forks(scores(metric, bytes -> bytes)))
        .filter(forks -> !forks.isEmpty())
        .map(forks -> new Measurement(arm(result), Metric.ALLOCATION, forks));
  }

  private Run run(List<Node> results) {
    int mostForks = measurements.stream().mapToInt(m -> m.forks().size()).max().orElse(0);
    List<Arm> arms = results.stream().map(JmhReader::arm).distinct().toList();
    return new Run(
        label,
        writtenAt,
        writtenAt,
        new PlanCard(EFFORT, mostForks, 0, arms),
        machine(results),
        provenance(results.getFirst()),
        new TimerCost(Double.NaN, Double.NaN, Double.NaN),
        List.of(),
        measurements,
        List.of(),
        List.of(),
        failures,
        List.of());
  }

  /** JMH notes the JVM and nothing else of the machine. */
  private static Machine machine(List<Node> results) {
    SortedMap<String, String> identity = new TreeMap<>();
    String jdks =
        results.stream().map(JmhReader::jdk).distinct().collect(Collectors.joining(" + "));
    if (!jdks.isEmpty()) {
      identity.put(Machine.JDK, jdks);
    }
    SortedMap<String, String> conditions = new TreeMap<>();
    results.getFirst().optional("jvm").ifPresent(jvm -> conditions.put("jvm.path", jvm.text()));
    return new Machine("jmh-" + SafeName.hash(jdks, 8), identity, conditions);
  }

  private static String jdk(Node result) {
    return Stream.of("jdkVersion", "vmName", "vmVersion")
        .map(name -> result.optional(name).map(Node::text).orElse(UNKNOWN))
        .filter(fact -> !fact.equals(UNKNOWN) && !fact.isBlank())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Provenance provenance(Node result) {
    String jmh = result.optional("jmhVersion").map(Node::text).orElse(UNKNOWN);
    List<String> arguments =
        result.optional("jvmArgs").map(list -> list.list(Node::text)).orElse(List.of());
    return new Provenance("none", jmh, UNKNOWN, true, arguments);
  }
}
