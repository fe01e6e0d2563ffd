package dev.sojourn.structures.heap;

/**
 * The ancestors of a run of nodes, level by level upwards, each level as a range of nodes: those
 * that a bulk addition must put in order, deepest first.
 */
final class Ancestors {
  private final int shift;
  private int high;
  private int low;

  /** The parents of the nodes from the first to the last, of which the root has none. */
  Ancestors(int shift, int firstNode, int lastNode) {
    this.shift = shift;
    this.high = parent(lastNode);
    this.low = parent(Math.max(firstNode, 1));
  }

  /** The last node of the level. */
  int high() {
    return high;
  }

  /** The first node of the level. */
  int low() {
    return low;
  }

  /** Goes on to the parents of this level, unless it is the root's. */
  boolean up() {
    if (low == 0) {
      return false;
    }
    high = Math.min(parent(high), low - 1);
    low = parent(low);
    return true;
  }

  private int parent(int node) {
    return (node - 1) >> shift;
  }
}
