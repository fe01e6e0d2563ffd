package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RadixHeapTest {
  private static final int STEPS = 4_000;

  /** In order of keys, and of values where keys are equal: values number the additions. */
  private record Element(long key, long value) {
    static final Comparator<Element> ORDER =
        Comparator.comparingLong(Element::key).thenComparingLong(Element::value);
  }

  static Stream<Arguments> rangeAndSeed() {
    return Stream.of(0, 3, 10, 33, 62)
        .flatMap(bits -> Stream.of(5L, 1_000_003L).map(seed -> Arguments.of(bits, seed)));
  }

  @ParameterizedTest
  @MethodSource("rangeAndSeed")
  void behavesLikePriorityQueueWhoseTiesComeInOrder(int bits, long seed) {
    var heap = new RadixHeap();
    var model = new PriorityQueue<Element>(Element.ORDER);
    var random = new SplittableRandom(seed);
    long range = 1L << bits;

    for (int step = 0; step < STEPS; step++) {
      String where = "bits %d, seed %d, step %d".formatted(bits, seed, step);
      if (random.nextInt(100) < 55) {
        long key = Math.max(heap.floor(), heap.floor() + random.nextLong(range));
        heap.add(key, step);
        model.add(new Element(key, step));
      } else if (!model.isEmpty()) {
        pollBoth(heap, model, random.nextBoolean(), where);
      }
      assertThat(heap.size()).as(where).isEqualTo(model.size());
      if (step % 16 == 0) {
        assertThat(heap.verify()).as(where).isEmpty();
      }
    }
    while (!model.isEmpty()) {
      pollBoth(heap, model, true, "seed " + seed);
    }
    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.verify()).isEmpty();
  }

  private static void pollBoth(
      RadixHeap heap, PriorityQueue<Element> model, boolean look, String where) {
    Element expected = model.remove();
    if (look) {
      assertThat(heap.peekKey()).as(where).isEqualTo(expected.key());
      assertThat(heap.peekValue()).as(where).isEqualTo(expected.value());
    }
    assertThat(heap.pollValue()).as(where).isEqualTo(expected.value());
    assertThat(heap.floor()).as(where).isEqualTo(expected.key());
  }

  @Test
  void ordersTheWholeRangeOfLongs() {
    long[] keys = {
      Long.MIN_VALUE,
      Long.MIN_VALUE + 1,
      -(1L << 60),
      -16,
      -1,
      0,
      1,
      15,
      16,
      1L << 60,
      Long.MAX_VALUE - 1,
      Long.MAX_VALUE
    };
    RadixHeap heap = new RadixHeap();
    for (int i = keys.length - 1; i >= 0; i--) {
      heap.add(keys[i], i);
    }

    for (int i = 0; i < keys.length; i++) {
      assertThat(heap.peekKey()).isEqualTo(keys[i]);
      assertThat(heap.pollValue()).isEqualTo(i);
      assertThat(heap.verify()).isEmpty();
    }
  }

  @Test
  void tiesAcrossManyBlocksComeInTheOrderOfAddition() {
    RadixHeap heap = new RadixHeap();
    for (int i = 0; i < 1_000; i++) {
      heap.add(7 + i % 2 * 1_000_000, i);
    }

    for (int i = 0; i < 1_000; i += 2) {
      assertThat(heap.pollValue()).isEqualTo(i);
    }
    for (int i = 1_001; i < 1_100; i += 2) {
      heap.add(1_000_007, i);
    }
    for (int i = 1; i < 1_100; i += 2) {
      assertThat(heap.pollValue()).isEqualTo(i);
    }
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void refusesKeysBelowTheLastOneLookedAt() {
    RadixHeap heap = new RadixHeap();
    heap.add(10, 1);
    assertThat(heap.peekKey()).isEqualTo(10);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.add(9, 2))
        .withMessageContaining("at least 10")
        .withMessageContaining("was 9");
    heap.add(10, 3);

    assertThat(heap.size()).isEqualTo(2);
    assertThat(heap.verify()).isEmpty();
  }

  @Test
  void emptyHeapRefusesToGiveAndSaysHowToAsk() {
    RadixHeap heap = new RadixHeap();

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(heap::peekKey)
        .withMessageContaining("isEmpty()");
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(heap::peekValue);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(heap::pollValue);
    assertThat(heap.floor()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void clearedHeapForgetsItsFloor() {
    RadixHeap heap = new RadixHeap();
    for (int i = 0; i < 500; i++) {
      heap.add(i * 37L, i);
    }
    heap.pollValue();
    heap.pollValue();

    heap.clear();

    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.verify()).isEmpty();
    heap.add(-5, 1);
    assertThat(heap.peekKey()).isEqualTo(-5);
    assertThat(heap).hasToString("RadixHeap[size=1, floor=-5]");
  }

  @Test
  void blocksOfUsedUpBucketsServeOthers() {
    RadixHeap heap = new RadixHeap();
    var random = new SplittableRandom(9);
    for (int i = 0; i < 10_000; i++) {
      heap.add(random.nextLong(1 << 20), i);
    }
    for (int i = 0; i < 30_000; i++) {
      heap.pollValue();
      heap.add(heap.floor() + random.nextLong(1 << 20), i);
    }
    long before = heap.footprintBytes();

    for (int i = 0; i < 300_000; i++) {
      heap.pollValue();
      heap.add(heap.floor() + random.nextLong(1 << 20), i);
    }

    assertThat(heap.footprintBytes()).isEqualTo(before);
  }
}
