package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checker that does not see into the code passes everything. What is here it must refuse. */
class LincheckCanaryTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        RacyCounter.class,
        TwoConsumersOfOne.class,
        TwoProducersOfOne.class,
        HastyRing.class
      })
  void canariesAreCaught(Class<?> type) {
    assertThatThrownBy(() -> Lincheck.options().check(type))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  /** A ring that takes an unfilled slot for an empty queue, as {@link MpmcRing} may not. */
  public static class HastyRing {
    private final AtomicLong tail = new AtomicLong();
    private final AtomicLong head = new AtomicLong();
    private final AtomicIntegerArray slots = new AtomicIntegerArray(16);

    @Operation
    public void offer() {
      slots.set((int) tail.getAndIncrement(), 1);
    }

    @Operation
    public boolean poll() {
      long at = head.get();
      return slots.get((int) at) != 0 && head.compareAndSet(at, at + 1);
    }
  }

  public static class RacyCounter {
    private int value;

    @Operation
    public int increment() {
      return ++value;
    }
  }

  /** The wrong use of a ring for one consumer. */
  public static class TwoConsumersOfOne {
    private final SpscRing<Integer> queue = new SpscRing<>(4);

    @Operation(nonParallelGroup = "producer")
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation
    public Integer poll() {
      return queue.poll();
    }
  }

  /** The wrong use of a ring for one producer. */
  public static class TwoProducersOfOne {
    private final LongSpscRing queue = new LongSpscRing(4);

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation(nonParallelGroup = "consumer")
    public long poll() {
      return queue.poll(Long.MIN_VALUE);
    }
  }
}
