package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphLayout;

class QueueMemoryTest {
  private static final int OPERATIONS = 20_000;
  private static final long SLACK_BYTES = 1_000;
  private static final int APART_BYTES = 128;

  @ParameterizedTest
  @ValueSource(
      classes = {
        SpscRing.class,
        MpscRing.class,
        MpmcRing.class,
        LongSpscRing.class,
        LongMpmcRing.class,
        MpscChain.class,
        MichaelScottQueue.class,
        ChunkedQueue.class
      })
  void producersAndConsumersWriteLinesOfTheirOwn(Class<?> type) {
    long tail = offset(type, "tail");
    long head = offset(type, "head");
    assertThat(tail).isGreaterThanOrEqualTo(APART_BYTES);
    assertThat(head - tail).isGreaterThanOrEqualTo(APART_BYTES);
    assertThat(ClassLayout.parseClass(type).instanceSize() - head)
        .isGreaterThanOrEqualTo(APART_BYTES);
    if (BoundedQueue.class.isAssignableFrom(type) || LongRing.class.isAssignableFrom(type)) {
      assertThat(tail - offset(type, "slots")).isGreaterThanOrEqualTo(APART_BYTES);
    }
  }

  @Test
  void countersOfAChunkLieApart() {
    long added = offset(Chunk.class, "added");
    assertThat(added - offset(Chunk.class, "cells")).isGreaterThanOrEqualTo(APART_BYTES);
    assertThat(offset(Chunk.class, "taken") - added).isGreaterThanOrEqualTo(APART_BYTES);
  }

  private static long offset(Class<?> type, String field) {
    return ClassLayout.parseClass(type).fields().stream()
        .filter(candidate -> candidate.name().equals(field))
        .findFirst()
        .orElseThrow()
        .offset();
  }

  static Stream<Queue<Integer>> rings() {
    return Stream.of(7, 1024)
        .flatMap(
            capacity ->
                Stream.of(
                    new SpscRing<>(capacity), new MpscRing<>(capacity), new MpmcRing<>(capacity)));
  }

  @ParameterizedTest
  @MethodSource("rings")
  void ringsAllocateNothing(Queue<Integer> ring) {
    assertAllocatesNothing(() -> handOver(ring));
  }

  private static long handOver(Queue<Integer> ring) {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      ring.offer(i & 63);
      sum += ring.peek() + ring.poll() + ring.size();
    }
    return sum;
  }

  @Test
  void ringsOfLongsAllocateNothing() {
    for (LongRing ring : List.of(new LongSpscRing(100), new LongMpmcRing(100))) {
      long[] batch = new long[64];
      assertAllocatesNothing(
          () -> {
            long sum = 0;
            for (int i = 0; i < OPERATIONS; i++) {
              ring.offer(i);
              sum += ring.peek(0) + ring.poll(0);
              ring.offerAll(batch, 0, 64);
              sum += ring.drainTo(batch, 0, 64);
            }
            return sum;
          });
    }
  }

  private interface Work {
    long run();
  }

  private static void assertAllocatesNothing(Work work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long checksum = work.run();
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    checksum += work.run();
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocatedBytes).as("checksum %d", checksum).isLessThan(SLACK_BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 10_000})
  void footprintIsWhatTheMachineMeasures(int capacity) {
    for (BoundedQueue<Integer> ring :
        List.of(
            new SpscRing<Integer>(capacity),
            new MpscRing<Integer>(capacity),
            new MpmcRing<Integer>(capacity))) {
      assertFootprint(ring, ring.footprintBytes());
    }
    for (LongRing ring : List.of(new LongSpscRing(capacity), new LongMpmcRing(capacity))) {
      assertFootprint(ring, ring.footprintBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000, 5_000})
  void footprintOfUnboundedIsWhatTheMachineMeasures(int size) {
    var chain = new MpscChain<String>();
    var linked = new MichaelScottQueue<String>();
    var stack = new TreiberStack<String>();
    var eliminating = TreiberStack.<String>withElimination();
    for (int i = 0; i < size; i++) {
      chain.offer("e");
      linked.offer("e");
      stack.push("e");
      eliminating.push("e");
    }
    long elements = size == 0 ? 0 : GraphLayout.parseInstance("e").totalSize();
    assertFootprint(chain, chain.footprintBytes() + elements);
    assertFootprint(linked, linked.footprintBytes() + elements);
    assertFootprint(stack, stack.footprintBytes() + elements);
    assertFootprint(eliminating, eliminating.footprintBytes() + elements);

    var chunked = new ChunkedQueue<String>();
    for (int i = 0; i < size; i++) {
      chunked.offer("e");
    }
    assertFootprint(chunked, chunked.footprintBytes() + elements);
  }

  private static void assertFootprint(Object structure, long bytes) {
    assertThat(bytes)
        .as(structure.getClass().getSimpleName())
        .isCloseTo(GraphLayout.parseInstance(structure).totalSize(), withinPercentage(1));
  }
}
