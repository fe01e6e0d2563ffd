package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeapMemoryTest {
  private static final int SIZE = 10_000;
  private static final int OPERATIONS = 20_000;

  /** What asking for the counter may itself allocate, far below one byte an operation. */
  private static final long SLACK_BYTES = 1_000;

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void holdingAllocatesNothing(int arity) {
    LongDaryHeap heap = LongDaryHeap.of(arity, new SplittableRandom(3).longs(SIZE).toArray());

    assertAllocatesNothing(() -> hold(heap));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void movingHandlesAllocatesNothing(int arity) {
    IndexedDaryHeap heap = IndexedDaryHeap.of(arity, new SplittableRandom(3).longs(SIZE).toArray());

    assertAllocatesNothing(() -> move(heap));
  }

  @Test
  void holdingAMonotoneHeapAllocatesNothing() {
    RadixHeap heap = new RadixHeap();
    new SplittableRandom(3).longs(SIZE, 0, 1 << 20).forEach(key -> heap.add(key, key));

    assertAllocatesNothing(() -> hold(heap));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void holdingObjectsAllocatesNothing(int arity) {
    DaryHeap<Integer> heap = DaryHeap.withArity(arity);
    new SplittableRandom(3).ints(SIZE).forEach(heap::add);

    assertAllocatesNothing(() -> hold(heap));
  }

  private static void assertAllocatesNothing(LongSupplier act) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long checksum = act.getAsLong();
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    checksum += act.getAsLong();
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocatedBytes).as("checksum %d", checksum).isLessThan(SLACK_BYTES);
  }

  private static long move(IndexedDaryHeap heap) {
    long checksum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      long least = heap.peekKey();
      int handle = heap.pollHandle();
      heap.insert(handle, least + (HeapCases.scramble(i) >>> 20));
      int other = (int) (HeapCases.scramble(~i) >>> 1) % SIZE;
      heap.changeKey(Math.abs(other), least + i);
      checksum += heap.remove(handle);
      heap.insertOrDecrease(handle, least + i);
    }
    return checksum;
  }

  private static long hold(RadixHeap heap) {
    long checksum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      checksum += heap.pollValue();
      heap.add(heap.floor() + (HeapCases.scramble(i) >>> 44), i);
    }
    return checksum;
  }

  private static long hold(DaryHeap<Integer> heap) {
    long checksum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      Integer least = heap.poll();
      heap.add(least);
      checksum += heap.replaceTop(heap.pushPop(least));
    }
    return checksum;
  }

  private static long hold(LongDaryHeap heap) {
    long checksum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      long least = heap.poll();
      heap.add(least + (HeapCases.scramble(i) >>> 20));
      checksum += heap.replaceTop(heap.pushPop(least) + i);
    }
    return checksum;
  }
}
