package dev.sojourn.results.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Labels for the narrow places along an axis: what all of them begin with is left out where they
 * are too long, then the middle, and one that still looks like another becomes its number.
 */
final class ShortLabels {
  private static final String SEAMS = "-_./: ~";
  private static final String ELLIPSIS = "…";

  private ShortLabels() {}

  /** As many, each of at most so many columns, no two alike. */
  static List<String> of(List<String> labels, int columns) {
    int begin = labels.stream().allMatch(l -> Words.columns(l) <= columns) ? 0 : common(labels);
    List<String> shown = labels.stream().map(label -> shown(label, begin, columns)).toList();
    List<String> distinct = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      boolean alike = Collections.frequency(shown, shown.get(i)) > 1;
      distinct.add(alike ? "#" + (i + 1) : shown.get(i));
    }
    return distinct;
  }

  private static String shown(String label, int begin, int columns) {
    return Words.elided(begin == 0 ? label : ELLIPSIS + label.substring(begin), columns);
  }

  /** How much of the labels' beginning is the same in all, to the end of a word. */
  private static int common(List<String> labels) {
    String one = Collections.min(labels);
    String other = Collections.max(labels);
    int end = 0;
    int seam = 0;
    while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
      end++;
      seam = SEAMS.indexOf(one.charAt(end - 1)) < 0 ? seam : end;
    }
    return one.equals(other) ? 0 : seam;
  }
}
