package dev.sojourn.structures.heap;

/** Finds the smallest of a group of siblings without a branch; the leftmost of equals. */
final class Winners {
  /*
   * Implementation notes. A branch on random keys is mispredicted half of the time, so the winner is
   * found by a knock-out of conditional moves. The leftmost of equals must win, because a stored
   * Long.MAX_VALUE equals the padding to its right.
   */
  private Winners() {}

  /**
   * Which of a group's {@code 1 << shift} values is the smallest.
   *
   * @param first the slot of the leftmost
   * @return its distance from {@code first}
   */
  static int offset(int shift, long[] a, int first) {
    return switch (shift) {
      case 1 -> a[first + 1] < a[first] ? 1 : 0;
      case 2 -> offsetOfFour(a, first);
      case 3 -> offsetOfEight(a, first);
      default -> offsetOfSixteen(a, first);
    };
  }

  private static int offsetOfFour(long[] a, int first) {
    long v0 = a[first];
    long v1 = a[first + 1];
    long v2 = a[first + 2];
    long v3 = a[first + 3];
    int left = v1 < v0 ? 1 : 0;
    int right = v3 < v2 ? 3 : 2;
    return Math.min(v2, v3) < Math.min(v0, v1) ? right : left;
  }

  private static int offsetOfEight(long[] a, int first) {
    long v0 = a[first];
    long v1 = a[first + 1];
    long v2 = a[first + 2];
    long v3 = a[first + 3];
    long v4 = a[first + 4];
    long v5 = a[first + 5];
    long v6 = a[first + 6];
    long v7 = a[first + 7];
    int i01 = v1 < v0 ? 1 : 0;
    int i23 = v3 < v2 ? 3 : 2;
    int i45 = v5 < v4 ? 5 : 4;
    int i67 = v7 < v6 ? 7 : 6;
    long v01 = Math.min(v0, v1);
    long v23 = Math.min(v2, v3);
    long v45 = Math.min(v4, v5);
    long v67 = Math.min(v6, v7);
    int left = v23 < v01 ? i23 : i01;
    int right = v67 < v45 ? i67 : i45;
    return Math.min(v45, v67) < Math.min(v01, v23) ? right : left;
  }

  private static int offsetOfSixteen(long[] a, int first) {
    int left = offsetOfEight(a, first);
    int right = 8 + offsetOfEight(a, first + 8);
    return a[first + right] < a[first + left] ? right : left;
  }
}
