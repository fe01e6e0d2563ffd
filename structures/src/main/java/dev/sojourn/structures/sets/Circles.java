package dev.sojourn.structures.sets;

import java.util.Optional;

/** Checks that the circular lists of members are the sets of a sound forest. */
final class Circles {
  private Circles() {}

  /** The circle of each root must return after as many members as the root counts, all its own. */
  static Optional<String> flaw(SizeForest forest, int[] next) {
    int[] top = tops(forest);
    int listed = 0;
    for (int root = 0; root < next.length; root++) {
      if (top[root] == root) {
        int length = length(top, next, root);
        if (length != forest.sizeOf(root)) {
          return Optional.of(
              "the members listed for root "
                  + root
                  + " are not its "
                  + forest.sizeOf(root)
                  + " elements");
        }
        listed += length;
      }
    }
    return listed == next.length
        ? Optional.empty()
        : Optional.of("sets claim " + listed + " elements of " + next.length);
  }

  /** The length of a circle within one set, or -1 when it leaves the set or never returns. */
  private static int length(int[] top, int[] next, int root) {
    int member = root;
    for (int length = 1; length <= next.length; length++) {
      member = next[member];
      if (member < 0 || member >= next.length || top[member] != root) {
        return -1;
      }
      if (member == root) {
        return length;
      }
    }
    return -1;
  }

  /** The root of every element, without shortening a path. */
  private static int[] tops(SizeForest forest) {
    int[] top = new int[forest.size()];
    for (int element = 0; element < top.length; element++) {
      int x = element;
      while (forest.parentOf(x) != x) {
        x = forest.parentOf(x);
      }
      top[element] = x;
    }
    return top;
  }
}
