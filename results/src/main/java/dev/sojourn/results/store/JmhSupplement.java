package dev.sojourn.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run knows and JMH's results have no place for, kept in one more field of the first of
 * them: the machine, the order of the forks, what disturbed them, latencies, studies, failures.
 *
 * <p>Scores are not said twice. Those that stand in JMH's raw data are read from there, so a file
 * that someone has cut, joined or computed anew is read as what it says; if results were taken away
 * or added, the supplement no longer fits them and is left unread.
 */
final class JmhSupplement {
  /** The field's name; tools that read JMH's results pass over what they do not know. */
  static final String FIELD = "sojourn";

  private static final String SCORES = "scores";

  /** By the arm, for each of the metrics of a result its raw data. */
  private final Map<Arm, Node> results = new HashMap<>();

  private JmhSupplement(List<Node> list) {
    list.forEach(result -> results.put(JmhReader.arm(result), result));
  }

  static void add(Run run, ArrayNode results) {
    if (results.isEmpty()) {
      return;
    }
    ObjectNode json =
        new RunWriter(
                (tail, fork) -> InlineHistogram.text(fork.histogram()),
                (fork, hiccups) -> InlineHistogram.text(hiccups.histogram()))
            .run(run);
    JmhSupplement places = new JmhSupplement(Node.root(results).list(Function.identity()));
    for (int i = 0; i < run.measurements().size(); i++) {
      Measurement measurement = run.measurements().get(i);
      if (places.hold(measurement)) {
        json.get("measurements")
            .get(i)
            .get("forks")
            .forEach(fork -> ((ObjectNode) fork).remove(SCORES));
      }
    }
    ((ObjectNode) results.get(0)).set(FIELD, json);
  }

  /** Whether the results say every score of a measurement, fork by fork. */
  private boolean hold(Measurement measurement) {
    ArrayNode written = JmhWriter.rawData(measurement.forks());
    return written.size() == measurement.forks().size()
        && rawData(measurement.arm(), measurement.metric())
            .filter(raw -> raw.json().equals(written))
            .isPresent();
  }

  private Optional<Node> rawData(Arm arm, Metric metric) {
    return Optional.ofNullable(results.get(arm))
        .flatMap(
            result ->
                metric.equals(Metric.TIME)
                    ? result.optional("primaryMetric")
                    : result
                        .optional("secondaryMetrics")
                        .flatMap(all -> all.optional(JmhWriter.name(metric))))
        .flatMap(found -> found.optional("rawData"));
  }

  /** The run that was written, if there is a supplement and it still fits the results. */
  static Optional<Run> run(List<Node> results) {
    if (results.isEmpty()) {
      return Optional.empty();
    }
    return results
        .getFirst()
        .optional(FIELD)
        .flatMap(node -> new JmhSupplement(results).completed(node, results.size()))
        .map(new RunReader((name, count) -> Cells.of(InlineHistogram.read(name, count)))::run);
  }

  /** The supplement with all scores in their places; empty where it speaks of other results. */
  private Optional<Node> completed(Node supplement, int size) {
    RunReader.requireFormat(supplement.longInteger("format"));
    List<Node> measurements = supplement.list("measurements", Function.identity());
    long timed = measurements.stream().filter(JmhSupplement::isResult).count();
    boolean fits = timed == size && results.size() == size;
    return fits && measurements.stream().allMatch(this::complete)
        ? Optional.of(supplement)
        : Optional.empty();
  }

  private static boolean isResult(Node measurement) {
    return RunReader.metric(measurement).equals(Metric.TIME)
        && !measurement.list("forks", Function.identity()).isEmpty();
  }

  private boolean complete(Node measurement) {
    List<Fork> forks = new ArrayList<>(measurement.list("forks", Fork::of));
    if (forks.stream().allMatch(fork -> fork.json.has(SCORES))) {
      return true;
    }
    List<Node> scores =
        rawData(RunReader.arm(measurement), RunReader.metric(measurement))
            .map(raw -> raw.list(Function.<Node>identity()))
            .orElse(List.of());
    if (scores.size() != forks.size()) {
      return false;
    }
    forks.sort(Comparator.comparingInt(Fork::round));
    for (int i = 0; i < forks.size(); i++) {
      forks.get(i).json.set(SCORES, scores.get(i).json());
    }
    return true;
  }

  private record Fork(int round, ObjectNode json) {
    static Fork of(Node fork) {
      return new Fork(fork.integer("round"), (ObjectNode) fork.json());
    }
  }
}
