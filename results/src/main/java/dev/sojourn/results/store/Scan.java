package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pieces of JSON taken off a parser as they come. What is not exactly as {@link RunWriter} writes
 * it is {@link Malformed} without a word of why: the reader of the whole tree will say it.
 */
final class Scan {
  /** What one element or field becomes. */
  @FunctionalInterface
  interface Part<T> {
    T take(JsonParser json) throws IOException;
  }

  private Scan() {}

  static void require(boolean asWritten) {
    if (!asWritten) {
      throw new Malformed("");
    }
  }

  static String text(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_STRING);
    return json.getText();
  }

  static int integer(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
    return json.getIntValue();
  }

  static long longInteger(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  static double number(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? Node.named(json.getText()).orElseThrow(() -> new Malformed(""))
        : json.getDoubleValue();
  }

  static List<Double> numbers(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    List<Double> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(number(json));
    }
    return numbers;
  }

  /** An array of objects, each of which is taken from its beginning to its end. */
  static <T> List<T> objects(JsonParser json, Part<T> object) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    List<T> objects = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      objects.add(object.take(json));
      require(json.currentToken() == JsonToken.END_OBJECT);
    }
    require(json.currentToken() == JsonToken.END_ARRAY);
    return objects;
  }

  static <T> SortedMap<String, T> map(JsonParser json, Part<T> value) throws IOException {
    require(json.currentToken() == JsonToken.START_OBJECT);
    SortedMap<String, T> map = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      map.put(name, value.take(json));
    }
    return map;
  }
}
