package dev.sojourn.harness;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The names a mistyped one may have meant, by edit distance. */
public final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /**
   * Names within a third of the typed name's length, or containing it, nearest first; case does not
   * count.
   *
   * @param typed what was typed
   * @param names what exists
   * @return at most three names
   */
  public static List<String> of(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int reach = Math.max(1, (wanted.length() + 2) / 3);
    return closest(wanted, names, candidate -> candidate.isNear(wanted, reach));
  }

  /**
   * The names nearest to the typed one, however far they are; case does not count.
   *
   * @param typed what was typed
   * @param names what exists
   * @return three names, or all when there are fewer, nearest first
   */
  public static List<String> atAnyDistance(String typed, Collection<String> names) {
    return closest(typed.toLowerCase(Locale.ROOT), names, _ -> true);
  }

  private static List<String> closest(
      String wanted, Collection<String> names, Predicate<Candidate> chosen) {
    return names.stream()
        .distinct()
        .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(chosen)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(SHOWN)
        .map(Candidate::name)
        .toList();
  }

  /**
   * The end of an error message: {@code ; nearest: a, b}, or nothing when no name is near.
   *
   * @param typed what was typed
   * @param names what exists
   * @return text to append
   */
  public static String hint(String typed, Collection<String> names) {
    List<String> near = of(typed, names);
    return near.isEmpty() ? "" : "; nearest: " + String.join(", ", near);
  }

  /**
   * Levenshtein distance: the fewest insertions, deletions and substitutions of one character.
   *
   * @param a one text
   * @param b the other
   * @return the distance
   */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private record Candidate(String name, int distance) {
    boolean isNear(String wanted, int reach) {
      return distance <= reach
          || (!wanted.isBlank() && name.toLowerCase(Locale.ROOT).contains(wanted));
    }
  }
}
