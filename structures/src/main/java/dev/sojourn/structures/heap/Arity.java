package dev.sojourn.structures.heap;

/** The numbers of children a heap node may have. */
final class Arity {
  static final int DEFAULT = 4;

  private Arity() {}

  /** The binary logarithm of a lawful arity, which turns its products and quotients into shifts. */
  static int shiftOf(int arity) {
    return switch (arity) {
      case 2 -> Sift2.SHIFT;
      case 4 -> Sift4.SHIFT;
      case 8 -> Sift8.SHIFT;
      case 16 -> Sift16.SHIFT;
      default ->
          throw new IllegalArgumentException(
              "arity must be 2, 4, 8 or 16, was " + arity + "; try 4");
    };
  }
}
