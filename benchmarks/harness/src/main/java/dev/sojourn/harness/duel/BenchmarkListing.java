package dev.sojourn.harness.duel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what JMH prints when it is asked for its benchmarks and their parameters. */
final class BenchmarkListing {
  private static final String HEADING = "Benchmarks:";
  private static final Pattern PARAMETER =
      Pattern.compile("\\s+param \"(?<name>[^\"]+)\" = \\{(?<values>.*)}\\s*");

  private BenchmarkListing() {}

  /** Values by parameter and benchmark; lines before the heading are not JMH's. */
  static Map<String, Map<String, List<String>>> parse(List<String> lines) {
    Map<String, Map<String, List<String>>> benchmarks = new LinkedHashMap<>();
    Map<String, List<String>> params = new TreeMap<>();
    boolean listing = false;
    for (String line : lines) {
      Matcher parameter = PARAMETER.matcher(line);
      if (!listing) {
        listing = line.strip().equals(HEADING);
      } else if (parameter.matches()) {
        params.put(parameter.group("name"), values(parameter.group("values")));
      } else if (!line.isBlank() && !line.contains(" ")) {
        params = benchmarks.computeIfAbsent(line.strip(), name -> new TreeMap<>());
      }
    }
    return benchmarks;
  }

  private static List<String> values(String text) {
    return Arrays.asList(text.split(", ", -1));
  }
}
