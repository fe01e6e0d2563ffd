package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A run's measurements off its file; those that are not wanted are passed over. */
final class MeasurementScan {
  private final ScannedArm arm = new ScannedArm();
  private final BiPredicate<Arm, Metric> wanted;

  /** A fork's several metrics all bear its start. */
  private final Map<String, Instant> starts = new HashMap<>();

  MeasurementScan(BiPredicate<Arm, Metric> wanted) {
    this.wanted = wanted;
  }

  /** One measurement: what it is of must be known before its forks come. */
  Optional<Measurement> measurement(JsonParser json) throws IOException {
    arm.begin();
    Metric metric = null;
    Optional<Measurement> found = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (arm.take(field, json)) {
        continue;
      }
      switch (field) {
        case "metric" -> {
          Scan.require(found == null);
          metric = metric(json);
        }
        case "forks" -> {
          Scan.require(found == null);
          found = measurement(metric, json);
        }
        default -> json.skipChildren();
      }
    }
    if (found == null) {
      throw new Malformed("");
    }
    return found;
  }

  private Optional<Measurement> measurement(@Nullable Metric metric, JsonParser json)
      throws IOException {
    if (metric == null) {
      throw new Malformed("");
    }
    if (!wanted.test(arm.arm(), metric)) {
      json.skipChildren();
      return Optional.empty();
    }
    return Optional.of(new Measurement(arm.arm(), metric, Scan.objects(json, this::sample)));
  }

  private static Metric metric(JsonParser json) throws IOException {
    Scan.require(json.currentToken() == JsonToken.START_OBJECT);
    String name = null;
    String unit = null;
    Boolean deterministic = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "name" -> name = Scan.text(json);
        case "unit" -> unit = Scan.text(json);
        case "deterministic" -> deterministic = json.getBooleanValue();
        default -> json.skipChildren();
      }
    }
    if (name == null || unit == null || deterministic == null) {
      throw new Malformed("");
    }
    return new Metric(name, unit, deterministic);
  }

  private ForkSample sample(JsonParser json) throws IOException {
    Integer round = null;
    Integer position = null;
    Instant startedAt = null;
    List<Double> warmup = null;
    List<Double> scores = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "round" -> round = Scan.integer(json);
        case "position" -> position = Scan.integer(json);
        case "startedAt" -> startedAt = instant(Scan.text(json));
        case "warmup" -> warmup = Scan.numbers(json);
        case "scores" -> scores = Scan.numbers(json);
        default -> json.skipChildren();
      }
    }
    if (round == null
        || position == null
        || startedAt == null
        || warmup == null
        || scores == null) {
      throw new Malformed("");
    }
    return new ForkSample(round, position, startedAt, warmup, scores);
  }

  private Instant instant(String text) {
    return starts.computeIfAbsent(text, Instants::parse);
  }
}
