package dev.sojourn.structures.heap;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The heaps and inputs that several tests run over. */
final class HeapCases {
  static final List<Integer> ARITIES = List.of(2, 4, 8, 16);
  static final int LARGEST_SMALL_SIZE = 200;

  private HeapCases() {}

  static IntStream arities() {
    return ARITIES.stream().mapToInt(Integer::intValue);
  }

  /** Equal, ascending, descending, scrambled with few repeats, scrambled with many. */
  static List<long[]> inputs(int size) {
    return List.of(
        LongStream.range(0, size).map(i -> 42).toArray(),
        LongStream.range(0, size).toArray(),
        LongStream.range(0, size).map(i -> size - i).toArray(),
        LongStream.range(0, size).map(HeapCases::scramble).toArray(),
        LongStream.range(0, size).map(i -> scramble(i) & 7).toArray(),
        LongStream.range(0, size).map(HeapCases::extreme).toArray());
  }

  static long scramble(long value) {
    long mixed = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 31);
  }

  private static long extreme(long value) {
    return (scramble(value) & 1) == 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
  }
}
