package dev.sojourn.structures.sets;

import java.util.BitSet;
import java.util.Optional;

/** Checks a forest: every parent is an element, no path is a circle, the roots are as counted. */
final class Inspection {
  private final Forest forest;
  private final BitSet safe;

  private Inspection(Forest forest) {
    this.forest = forest;
    this.safe = new BitSet(forest.size());
  }

  static Optional<String> of(Forest forest, int count) {
    Inspection inspection = new Inspection(forest);
    int roots = 0;
    for (int element = 0; element < forest.size(); element++) {
      int up = forest.parentOf(element);
      if (up < 0 || up >= forest.size()) {
        return Optional.of("parent " + up + " of " + element + " is not an element");
      }
      String flaw = forest.flawAt(element);
      if (flaw != null) {
        return Optional.of(flaw);
      }
      roots += up == element ? 1 : 0;
    }
    return roots == count
        ? inspection.circle()
        : Optional.of("count is " + count + " but there are " + roots + " roots");
  }

  private Optional<String> circle() {
    for (int element = 0; element < forest.size(); element++) {
      if (!reachesRoot(element)) {
        return Optional.of("the path from " + element + " never ends");
      }
    }
    return Optional.empty();
  }

  /** Walks until a node known to reach a root; a walk longer than the forest is a circle. */
  private boolean reachesRoot(int element) {
    int x = element;
    for (int steps = 0; steps <= forest.size(); steps++) {
      int up = forest.parentOf(x);
      if (safe.get(x) || up == x) {
        markSafe(element, x);
        return true;
      }
      x = up;
    }
    return false;
  }

  private void markSafe(int element, int end) {
    safe.set(end);
    for (int x = element; x != end; x = forest.parentOf(x)) {
      safe.set(x);
    }
  }
}
