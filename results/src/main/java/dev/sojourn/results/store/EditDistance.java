package dev.sojourn.results.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How many letters must be changed, added or left out to make one name of another. */
final class EditDistance {
  private EditDistance() {}

  static List<String> nearest(String wanted, Collection<String> names, int most) {
    return names.stream()
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(name -> between(folded(wanted), folded(name)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static int between(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
