package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run's file, whose measurements are decoded while it is parsed: they are most of it, and a tree
 * of all their numbers costs more than the numbers. What is not wanted is passed over.
 *
 * <p>Nothing is judged here. Whatever is not as {@link RunWriter} writes it is {@link Malformed}
 * without a word of why, or the parser's complaint.
 */
final class RunScan {
  private static final ObjectReader TREE =
      Json.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Set<String> ARM = Set.of("study", "method", "params");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final BiPredicate<Arm, Metric> wanted;
  private final boolean scoresOnly;
  private final List<Measurement> found = new ArrayList<>();
  private final ObjectNode rest = NODES.objectNode();

  private RunScan(BiPredicate<Arm, Metric> wanted, boolean scoresOnly) {
    this.wanted = wanted;
    this.scoresOnly = scoresOnly;
  }

  /**
   * Scans a file.
   *
   * @param wanted which measurements are
   * @param scoresOnly whether tails are passed over, and the conditions of arms without measurement
   */
  static RunScan of(byte[] bytes, BiPredicate<Arm, Metric> wanted, boolean scoresOnly)
      throws IOException {
    RunScan scan = new RunScan(wanted, scoresOnly);
    scan.read(bytes);
    return scan;
  }

  List<Measurement> measurements() {
    return found;
  }

  /** All else that is in the file. */
  Node rest() {
    return Node.root(rest);
  }

  private void read(byte[] bytes) throws IOException {
    boolean taken = false;
    try (JsonParser json = Json.MAPPER.createParser(bytes)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals("measurements")) {
          require(!taken);
          taken = true;
          take(json);
        } else if (scoresOnly && name.equals("tails")) {
          require(json.currentToken() == JsonToken.START_ARRAY);
          json.skipChildren();
        } else if (scoresOnly && name.equals("conditions")) {
          require(taken);
          rest.set(name, conditions(json));
        } else {
          rest.set(name, TREE.<JsonNode>readTree(json));
        }
      }
      require(taken && json.nextToken() == null);
    }
  }

  /** Those of arms that have measurements. */
  private ArrayNode conditions(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    Set<Arm> measured = found.stream().map(Measurement::arm).collect(Collectors.toSet());
    ArrayNode kept = NODES.arrayNode();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      ObjectNode fork = NODES.objectNode();
      if (conditions(json, fork, measured)) {
        kept.add(fork);
      }
    }
    require(json.currentToken() == JsonToken.END_ARRAY);
    return kept;
  }

  /** Fills in a fork's conditions; false, and the rest passed over, once its arm has none. */
  private static boolean conditions(JsonParser json, ObjectNode fork, Set<Arm> measured)
      throws IOException {
    boolean passed = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      boolean text = json.nextToken() == JsonToken.VALUE_STRING;
      if (passed) {
        require(!ARM.contains(name));
        json.skipChildren();
      } else if (text) {
        fork.put(name, json.getText());
      } else {
        fork.set(name, TREE.<JsonNode>readTree(json));
      }
      passed |= name.equals("params") && !measured.contains(RunReader.arm(Node.root(fork)));
    }
    require(json.currentToken() == JsonToken.END_OBJECT);
    return !passed;
  }

  private void take(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      new Fields().take(json);
    }
    require(json.currentToken() == JsonToken.END_ARRAY);
  }

  /** One measurement: what it is of must be known before its forks come. */
  private final class Fields {
    private @Nullable String study;
    private @Nullable String method;
    private @Nullable SortedMap<String, String> params;
    private @Nullable Metric metric;
    private boolean decided;

    void take(JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "study" -> study = undecided(text(json));
          case "method" -> method = undecided(text(json));
          case "params" -> params = undecided(texts(json));
          case "metric" -> metric = undecided(metric(json));
          case "forks" -> forks(json);
          default -> json.skipChildren();
        }
      }
      require(decided && json.currentToken() == JsonToken.END_OBJECT);
    }

    private <T> T undecided(T value) {
      require(!decided);
      return value;
    }

    private void forks(JsonParser json) throws IOException {
      if (decided || study == null || method == null || params == null || metric == null) {
        throw new Malformed("");
      }
      decided = true;
      Arm arm = new Arm(study, method, params);
      if (wanted.test(arm, metric)) {
        found.add(new Measurement(arm, metric, samples(json)));
      } else {
        json.skipChildren();
      }
    }
  }

  private static Metric metric(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_OBJECT);
    String name = null;
    String unit = null;
    Boolean deterministic = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "name" -> name = text(json);
        case "unit" -> unit = text(json);
        case "deterministic" -> deterministic = json.getBooleanValue();
        default -> json.skipChildren();
      }
    }
    if (name == null || unit == null || deterministic == null) {
      throw new Malformed("");
    }
    return new Metric(name, unit, deterministic);
  }

  private static List<ForkSample> samples(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    List<ForkSample> samples = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      samples.add(sample(json));
    }
    require(json.currentToken() == JsonToken.END_ARRAY);
    return samples;
  }

  private static ForkSample sample(JsonParser json) throws IOException {
    Integer round = null;
    Integer position = null;
    Instant startedAt = null;
    List<Double> warmup = null;
    List<Double> scores = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "round" -> round = integer(json);
        case "position" -> position = integer(json);
        case "startedAt" -> startedAt = Instant.parse(text(json));
        case "warmup" -> warmup = numbers(json);
        case "scores" -> scores = numbers(json);
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

  private static String text(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static SortedMap<String, String> texts(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_OBJECT);
    SortedMap<String, String> texts = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      texts.put(name, text(json));
    }
    return texts;
  }

  private static int integer(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
    return json.getIntValue();
  }

  private static List<Double> numbers(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    List<Double> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(number(json));
    }
    return numbers;
  }

  private static double number(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? Node.named(json.getText()).orElseThrow(() -> new Malformed(""))
        : json.getDoubleValue();
  }

  private static void require(boolean asWritten) {
    if (!asWritten) {
      throw new Malformed("");
    }
  }
}
