package dev.sojourn.harness.noise;

/** Steps of pure arithmetic, each of which needs the result of the one before. */
final class Arithmetic {
  /*
   * Implementation notes. A step folds high bits into low ones before it multiplies. Steps that only
   * multiply and add would compose: a compiler may replace eight of them by one, and does.
   */

  /** Steps of one turn of the loop; unrolled by hand, as in {@link Chase}. */
  static final int STRIDE = 8;

  private static final long MULTIPLIER = 0x5851F42D4C957F2DL;
  private static final int SHIFT = 29;

  private Arithmetic() {}

  static long run(long from, int turns) {
    long x = from;
    for (int i = 0; i < turns; i++) {
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
      x = (x ^ (x >>> SHIFT)) * MULTIPLIER;
    }
    return x;
  }
}
