package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Tail;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A run's file, whose measurements, tails and conditions are decoded while it is parsed: they are
 * nearly all of it, and a tree of all their numbers costs more than the numbers. What is not wanted
 * is passed over.
 *
 * <p>Nothing is judged here. Whatever is not as {@link RunWriter} writes it is {@link Malformed}
 * without a word of why, or the parser's complaint.
 */
final class RunScan {
  private static final ObjectReader TREE =
      Json.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final MeasurementScan measurementScan;
  private final boolean scoresOnly;
  private final Set<String> taken = new HashSet<>();
  private final ObjectNode rest = JsonNodeFactory.instance.objectNode();

  private List<Measurement> measurements = List.of();
  private List<TailScan.Named> tails = List.of();
  private List<ConditionsScan.Named> conditions = List.of();

  private RunScan(Wanted wanted) {
    this.measurementScan = new MeasurementScan(wanted.measurements());
    this.scoresOnly = wanted.scoresOnly();
  }

  /** Scans a file for what is wanted of it. */
  static RunScan of(byte[] bytes, Wanted wanted) throws IOException {
    RunScan scan = new RunScan(wanted);
    scan.read(bytes);
    return scan;
  }

  List<Measurement> measurements() {
    return measurements;
  }

  /** The tails, each of whose histograms is looked for: that takes long, so on all processors. */
  List<Tail> tails(RunReader.Histograms histograms) {
    return tails.parallelStream().map(tail -> tail.tail(histograms)).toList();
  }

  List<ForkConditions> conditions(RunReader.Histograms histograms) {
    return conditions.parallelStream().map(fork -> fork.conditions(histograms)).toList();
  }

  /** All else that is in the file. */
  Node rest() {
    return Node.root(rest);
  }

  private void read(byte[] bytes) throws IOException {
    try (JsonParser json = Json.MAPPER.createParser(bytes)) {
      Scan.require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        Scan.require(taken.add(name));
        take(name, json);
      }
      Scan.require(taken.contains("measurements") && (scoresOnly || taken.contains("tails")));
      Scan.require(json.nextToken() == null);
    }
  }

  private void take(String name, JsonParser json) throws IOException {
    switch (name) {
      case "measurements" ->
          measurements =
              Scan.objects(json, measurementScan::measurement).stream()
                  .flatMap(Optional::stream)
                  .toList();
      case "tails" -> tails(json);
      case "conditions" ->
          conditions =
              Scan.objects(json, new ConditionsScan(arms())::fork).stream()
                  .flatMap(Optional::stream)
                  .toList();
      default -> rest.set(name, TREE.<JsonNode>readTree(json));
    }
  }

  private void tails(JsonParser json) throws IOException {
    if (scoresOnly) {
      Scan.require(json.currentToken() == JsonToken.START_ARRAY);
      json.skipChildren();
    } else {
      tails = Scan.objects(json, new TailScan()::tail);
    }
  }

  /** All, or those that have measurements, which must then be known already. */
  private Predicate<Arm> arms() {
    if (!scoresOnly) {
      return arm -> true;
    }
    Scan.require(taken.contains("measurements"));
    Set<Arm> measured = new HashSet<>();
    measurements.forEach(m -> measured.add(m.arm()));
    return measured::contains;
  }
}
