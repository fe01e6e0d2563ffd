package dev.sojourn.harness;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The grammar of parameter values, {@code size=1000,keys=random}: how claims and the tour name a
 * point.
 */
public final class Where {
  private Where() {}

  /**
   * Reads comma-separated {@code name=value} pairs; spaces around names and values do not count.
   *
   * @param text the pairs; blank for none
   * @return value by name, sorted
   */
  public static SortedMap<String, String> parse(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    if (text.isBlank()) {
      return values;
    }
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip();
      String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
      if (name.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException(
            "parameter values must read name=value,name=value, was \""
                + text
                + "\"; try size=1000");
      }
      if (values.put(name, value) != null) {
        throw new IllegalArgumentException(
            "parameter " + name + " is named twice in \"" + text + "\"; keep one");
      }
    }
    return values;
  }

  /**
   * Reads as {@link #parse} and refuses names and values that were never declared.
   *
   * @param text the pairs; blank for none
   * @param declared declared values by parameter
   * @return value by name, sorted
   */
  public static SortedMap<String, String> parse(
      String text, SortedMap<String, List<String>> declared) {
    SortedMap<String, String> values = parse(text);
    values.forEach((name, value) -> check(name, value, declared));
    return values;
  }

  private static void check(String name, String value, SortedMap<String, List<String>> declared) {
    List<String> known = declared.get(name);
    if (known == null) {
      throw new IllegalArgumentException(
          "no parameter is called " + name + "; the parameters are " + declared.keySet());
    }
    if (!known.contains(value)) {
      throw new IllegalArgumentException(
          "parameter " + name + " never has the value " + value + "; its values are " + known);
    }
  }
}
