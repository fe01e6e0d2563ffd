package dev.sojourn.benchmarks.sets;

import java.util.SplittableRandom;

/**
 * The edges of a random multigraph in which every pair of elements is equally likely: a few for
 * each element, so nearly all ends up in one set and many unions find nothing left to merge.
 */
final class Edges {
  /** How often the answer looks at the sets: at the end alone, one set is all there is to see. */
  static final int STAGES = 10;

  private final int[] from;
  private final int[] to;

  Edges(int elements, int perElement, SplittableRandom random) {
    int count = Math.multiplyExact(elements, perElement);
    from = random.ints(count, 0, elements).toArray();
    to = random.ints(count, 0, elements).toArray();
  }

  int count() {
    return from.length;
  }

  /** The first edge of a stage; the stages cut the edges into equal parts. */
  int first(int stage) {
    return (int) ((long) count() * stage / STAGES);
  }

  int[] from() {
    return from;
  }

  int[] to() {
    return to;
  }
}
