package dev.sojourn.results.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JSON that knows its place, so that whatever is wrong with it can be said precisely.
 */
final class Node {
  private final JsonNode json;

  /** Null at the root. */
  private final @Nullable Node parent;

  /** A field's name or an element's number: runs have a million pieces and one path to tell. */
  private final Object step;

  private Node(JsonNode json, @Nullable Node parent, Object step) {
    this.json = json;
    this.parent = parent;
    this.step = step;
  }

  static Node root(JsonNode json) {
    return new Node(json, null, "");
  }

  JsonNode json() {
    return json;
  }

  /** Where it is, such as {@code measurements[3].forks}; empty at the root. */
  String path() {
    return parent == null
        ? ""
        : step instanceof Integer
            ? parent.path() + "[" + step + "]"
            : parent.within(step.toString());
  }

  Node get(String name) {
    return optional(name).orElseThrow(() -> new Malformed("'" + within(name) + "' is missing"));
  }

  /** A field that may be absent or null. */
  Optional<Node> optional(String name) {
    JsonNode field = json.get(name);
    return field == null || field.isNull()
        ? Optional.empty()
        : Optional.of(new Node(field, this, name));
  }

  private String within(String name) {
    String path = path();
    return path.isEmpty() ? name : path + "." + name;
  }

  String text(String name) {
    return get(name).text();
  }

  String text() {
    require(json.isTextual(), "a text");
    return json.textValue();
  }

  boolean bool(String name) {
    Node field = get(name);
    field.require(field.json.isBoolean(), "true or false");
    return field.json.booleanValue();
  }

  int integer(String name) {
    long value = longInteger(name);
    if (value != (int) value) {
      throw new Malformed("'" + within(name) + "' is out of range: " + value);
    }
    return (int) value;
  }

  long longInteger(String name) {
    Node field = get(name);
    field.require(field.json.isIntegralNumber() && field.json.canConvertToLong(), "a whole number");
    return field.json.longValue();
  }

  double number(String name) {
    return get(name).number();
  }

  /** A number, or one of the texts that stand for what JSON has no number for. */
  double number() {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    return named(text())
        .orElseThrow(
            () -> new Malformed("'" + path() + "' must be a number, was '" + text() + "'"));
  }

  /** What JSON has no number for. */
  static OptionalDouble named(String text) {
    return switch (text) {
      case "NaN" -> OptionalDouble.of(Double.NaN);
      case "Infinity", "+Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  Instant instant(String name) {
    return get(name).instant();
  }

  Instant instant() {
    try {
      return Instant.parse(text());
    } catch (DateTimeException e) {
      throw new Malformed(
          "'" + path() + "' must be a time such as 2026-11-23T03:25:00Z, was " + json);
    }
  }

  <T> List<T> list(String name, Function<Node, T> element) {
    return get(name).list(element);
  }

  <T> List<T> list(Function<Node, T> element) {
    require(json.isArray(), "a list");
    List<T> result = new ArrayList<>(json.size());
    for (int i = 0; i < json.size(); i++) {
      result.add(element.apply(new Node(json.get(i), this, i)));
    }
    return result;
  }

  /** A list whose elements take long, on all processors; the first that is wrong is told. */
  <T> List<T> listInParallel(String name, Function<Node, T> element) {
    List<Supplier<T>> tried =
        list(name, node -> node).parallelStream().map(node -> tried(node, element)).toList();
    return tried.stream().map(Supplier::get).toList();
  }

  private static <T> Supplier<T> tried(Node node, Function<Node, T> element) {
    try {
      T result = element.apply(node);
      return () -> result;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    }
  }

  <T> SortedMap<String, T> map(String name, Function<Node, T> value) {
    return get(name).map(value);
  }

  <T> SortedMap<String, T> map(Function<Node, T> value) {
    require(json.isObject(), "an object");
    SortedMap<String, T> result = new TreeMap<>();
    json.fieldNames().forEachRemaining(name -> result.put(name, value.apply(get(name))));
    return result;
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      String shown = json.toString();
      throw new Malformed(
          "'%s' must be %s, was %s"
              .formatted(
                  path(), what, shown.length() > 40 ? shown.substring(0, 40) + "..." : shown));
    }
  }
}
