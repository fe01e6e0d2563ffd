package dev.sojourn.harness.noise;

import dev.sojourn.results.model.ForkConditions;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Four small pieces of work that are the same in every fork: what differs between forks is the
 * machine's doing.
 *
 * <p>One only computes; three chase pointers through memory that fits the second-level cache, the
 * third-level cache, or neither. Each yields the median of a few short repetitions, in nanoseconds
 * per step.
 *
 * <p><b>Costs.</b> Some 60 ms, most of it for making the kernel hand out the memory, which lies
 * outside the heap and is returned at the end.
 */
final class Canaries {
  /*
   * Implementation notes. All chains are laid one after another over the same memory, the longest
   * first, because the first touch of a page is what costs. The kernels are called often enough on
   * a short chain to be compiled while that memory is being handed out, and once more after that,
   * for the compiler that comes second; they are this package's
   * own, and of the classes a study may use only a direct buffer's getInt sees them, always within
   * bounds. The JVM counts memory outside the heap against a limit as large as the heap; asking for
   * more would make it search for garbage for half a second, so a chain that does not fit easily is
   * left out.
   */
  private static final int WARMING_CALLS = 8_000;
  private static final int WARMING_TURNS = 8;
  private static final int REPETITIONS = 15;
  private static final int WARMING_BYTES = 16 * Chase.LINE;

  /** Where results go, so that no compiler can leave the work out. */
  static volatile long sink;

  private final SortedMap<String, Double> facts = new TreeMap<>();

  private Canaries() {}

  /** Runs all four; facts by the keys of {@link ForkConditions}. */
  static SortedMap<String, Double> run(CanarySizes sizes) {
    Canaries canaries = new Canaries();
    try (Arena arena = Arena.ofConfined()) {
      ByteBuffer small = memory(arena, WARMING_BYTES);
      canaries.warm(small);
      ByteBuffer memory = memory(arena, available(sizes));
      canaries.warm(small);
      canaries.chase(memory, sizes);
      canaries.compute();
    }
    return Collections.unmodifiableSortedMap(canaries.facts);
  }

  private static ByteBuffer memory(Arena arena, int bytes) {
    return arena.allocate(bytes, Chase.LINE).asByteBuffer().order(ByteOrder.nativeOrder());
  }

  /** The longest chain that the JVM has room for. */
  private static int available(CanarySizes sizes) {
    long most = Runtime.getRuntime().maxMemory() / 2;
    return IntStream.of(sizes.dram(), sizes.l3())
        .filter(size -> size <= most)
        .findFirst()
        .orElse(sizes.l2());
  }

  private void warm(ByteBuffer memory) {
    long x = 0;
    for (int i = 0; i < WARMING_CALLS; i++) {
      Chase.link(memory, WARMING_BYTES / Chase.LINE);
      x += Chase.walk(memory, 0, WARMING_TURNS);
      x += Arithmetic.run(x, WARMING_TURNS);
    }
    sink = x;
  }

  private void chase(ByteBuffer memory, CanarySizes sizes) {
    chase(ForkConditions.CANARY_DRAM, memory, sizes.dram(), 512, 64);
    chase(ForkConditions.CANARY_L3, memory, sizes.l3(), lap(sizes.l3()), 256);
    chase(ForkConditions.CANARY_L2, memory, sizes.l2(), lap(sizes.l2()), 1_024);
  }

  /** Turns after which every line has been visited, so that all lie as near as they can. */
  private static int lap(int bytes) {
    return bytes / Chase.LINE / Chase.STRIDE;
  }

  private void chase(String fact, ByteBuffer memory, int bytes, int before, int turns) {
    if (bytes > memory.capacity()) {
      return;
    }
    Chase.link(memory, bytes / Chase.LINE);
    int at = Chase.walk(memory, 0, before);
    double[] nanos = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      at = Chase.walk(memory, at, turns);
      nanos[i] = perStep(System.nanoTime() - start, turns * Chase.STRIDE);
    }
    sink = at;
    facts.put(fact, median(nanos));
  }

  private void compute() {
    int turns = 1_024;
    long x = Arithmetic.run(sink, turns);
    double[] nanos = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      x = Arithmetic.run(x, turns);
      nanos[i] = perStep(System.nanoTime() - start, turns * Arithmetic.STRIDE);
    }
    sink = x;
    facts.put(ForkConditions.CANARY_ALU, median(nanos));
  }

  private static double perStep(long nanos, int steps) {
    return (double) nanos / steps;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
