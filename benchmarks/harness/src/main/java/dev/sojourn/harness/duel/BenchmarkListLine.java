package dev.sojourn.harness.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a line of JMH's {@code META-INF/BenchmarkList}; of use once.
 *
 * <p>Fields follow each other in a fixed order. Each begins with a letter for its kind: {@code E}
 * is empty, {@code A}, {@code L} and {@code M} are arrays, lists and maps that begin with their
 * size, all others hold one text. A text is its length, a blank and as many characters.
 */
final class BenchmarkListLine {
  private static final String BEGIN = "JMH ";

  /** Between the mode and the arguments: threads, groups, iterations, times, batches, forks. */
  private static final int FIELDS_BEFORE_JVM = 11;

  private final String line;
  private int at;

  private BenchmarkListLine(String line) {
    this.line = line;
  }

  /**
   * The entry on a line.
   *
   * @throws IllegalArgumentException if the line is of another format
   */
  static DeclaredBenchmark parse(String line) {
    if (!line.startsWith(BEGIN)) {
      throw new IllegalArgumentException("begins not with JMH");
    }
    BenchmarkListLine reader = new BenchmarkListLine(line.substring(BEGIN.length()));
    try {
      return reader.read();
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("is of another format", e);
    }
  }

  private DeclaredBenchmark read() {
    String type = field().getFirst();
    String generated = field().getFirst();
    String name = type + "." + field().getFirst();
    String mode = field().getFirst();
    for (int i = 0; i < FIELDS_BEFORE_JVM; i++) {
      field();
    }
    field(); // the JVM itself
    List<String> main = field();
    List<String> others = new ArrayList<>(field());
    others.addAll(field());
    return new DeclaredBenchmark(name, generated, mode, main, others, valueCounts());
  }

  private List<String> field() {
    char kind = line.charAt(at);
    at += 2;
    return switch (kind) {
      case 'E' -> List.of();
      case 'A', 'L' -> texts(number());
      default -> texts(1);
    };
  }

  private Map<String, Integer> valueCounts() {
    Map<String, Integer> counts = new TreeMap<>();
    char kind = line.charAt(at);
    at += 2;
    int params = kind == 'M' ? number() : 0;
    for (int i = 0; i < params; i++) {
      String name = text();
      int values = number();
      texts(values);
      counts.put(name, values);
    }
    return counts;
  }

  private List<String> texts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  private String text() {
    int length = number();
    String text = line.substring(at, at + length);
    at += length + 1;
    return text;
  }

  private int number() {
    int end = line.indexOf(' ', at);
    int number = Integer.parseInt(line.substring(at, end));
    at = end + 1;
    return number;
  }
}
