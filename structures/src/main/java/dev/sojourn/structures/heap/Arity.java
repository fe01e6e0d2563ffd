package dev.sojourn.structures.heap;

/** The numbers of children a heap node may have. */
final class Arity {
  static final int OF_OBJECTS = 4;
  static final int OF_LONGS = 8;

  private Arity() {}

  /** How many levels the nodes of a heap fill, the last perhaps in part. */
  static int levels(int arity, int nodes) {
    int levels = 0;
    long level = 1;
    for (long left = nodes; left > 0; left -= level / arity) {
      level *= arity;
      levels++;
    }
    return levels;
  }

  /** The binary logarithm of a lawful arity, which turns its products and quotients into shifts. */
  static int shiftOf(int arity) {
    return switch (arity) {
      case 2 -> 1;
      case 4 -> 2;
      case 8 -> 3;
      case 16 -> 4;
      default ->
          throw new IllegalArgumentException(
              "arity must be 2, 4, 8 or 16, was " + arity + "; try 4");
    };
  }
}
