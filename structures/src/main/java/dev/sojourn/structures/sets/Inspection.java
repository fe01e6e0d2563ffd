package dev.sojourn.structures.sets;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Checks a forest: every parent is an element, no path is a circle, the roots are as counted. */
final class Inspection {
  private final int size;
  private final IntUnaryOperator parentOf;
  private final BitSet safe;

  private Inspection(int size, IntUnaryOperator parentOf) {
    this.size = size;
    this.parentOf = parentOf;
    this.safe = new BitSet(size);
  }

  static Optional<String> of(Forest forest, int count) {
    return of(forest.size(), count, forest::parentOf, forest::flawAt);
  }

  /** {@code flawAt} describes what else is broken at an element, or is null when nothing is. */
  static Optional<String> of(
      int size, int count, IntUnaryOperator parentOf, IntFunction<String> flawAt) {
    int roots = 0;
    for (int element = 0; element < size; element++) {
      int up = parentOf.applyAsInt(element);
      if (up < 0 || up >= size) {
        return Optional.of("parent " + up + " of " + element + " is not an element");
      }
      String flaw = flawAt.apply(element);
      if (flaw != null) {
        return Optional.of(flaw);
      }
      roots += up == element ? 1 : 0;
    }
    return roots == count
        ? new Inspection(size, parentOf).circle()
        : Optional.of("count is " + count + " but there are " + roots + " roots");
  }

  private Optional<String> circle() {
    for (int element = 0; element < size; element++) {
      if (!reachesRoot(element)) {
        return Optional.of("the path from " + element + " never ends");
      }
    }
    return Optional.empty();
  }

  /** Walks until a node known to reach a root; a walk longer than the forest is a circle. */
  private boolean reachesRoot(int element) {
    int x = element;
    for (int steps = 0; steps <= size; steps++) {
      int up = parentOf.applyAsInt(x);
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
    for (int x = element; x != end; x = parentOf.applyAsInt(x)) {
      safe.set(x);
    }
  }
}
