package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedQueueTest {
  private static final int[] CAPACITIES = {1, 2, 3, 5, 8, 13};

  static Stream<Named<IntFunction<BoundedQueue<Integer>>>> kinds() {
    return Stream.of(
        Named.of("SpscRing", SpscRing::new),
        Named.of("MpscRing", MpscRing::new),
        Named.of("MpmcRing", MpmcRing::new),
        Named.of("LongSpscRing", capacity -> new Boxed(new LongSpscRing(capacity))),
        Named.of("LongMpmcRing", capacity -> new Boxed(new LongMpmcRing(capacity))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void holdsExactlyItsCapacity(IntFunction<BoundedQueue<Integer>> kind) {
    for (int capacity : CAPACITIES) {
      var ring = kind.apply(capacity);
      assertThat(ring.capacity()).isEqualTo(capacity);
      for (int lap = 0; lap < 3; lap++) {
        assertThat(ring.fill(() -> 7, capacity + 10)).isEqualTo(capacity);
        assertThat(ring.offer(8)).isFalse();
        assertThat(ring.size()).isEqualTo(capacity);
        assertThat(ring.drain(taken -> {}, capacity + 10)).isEqualTo(capacity);
        assertThat(ring.poll()).isNull();
        assertThat(ring.isEmpty()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, (1 << 29) + 1, Integer.MAX_VALUE})
  void refusesACapacityItCannotHave(int capacity) {
    kinds()
        .forEach(
            kind ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.getPayload().apply(capacity))
                    .withMessage("capacity must be between 1 and 536870912, was " + capacity));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void takesNoMoreOnceClosedAndGivesWhatItHolds(IntFunction<BoundedQueue<Integer>> kind) {
    for (int held = 0; held <= 3; held++) {
      var ring = kind.apply(3);
      for (int i = 0; i < held; i++) {
        ring.offer(i);
      }
      assertThat(ring.isClosed()).isFalse();
      ring.close();
      ring.close();
      assertThat(ring.isClosed()).isTrue();
      assertThat(ring.size()).isEqualTo(held);
      assertThatIllegalStateException()
          .isThrownBy(() -> ring.offer(9))
          .withMessageContaining("closed");
      List<Integer> seen = new ArrayList<>();
      assertThat(ring.consume(seen::add, WaitStrategy.SPIN)).isEqualTo(held);
      assertThat(seen).hasSize(held);
      assertThatIllegalStateException().isThrownBy(() -> ring.offer(9));
      assertThat(ring.verify()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void consumerThatThrowsLosesItsElementOnly(IntFunction<BoundedQueue<Integer>> kind) {
    var ring = kind.apply(4);
    ring.fill(() -> 1, 4);

    assertThatThrownBy(
            () ->
                ring.drain(
                    taken -> {
                      throw new IllegalArgumentException("on purpose");
                    },
                    4))
        .hasMessage("on purpose");

    assertThat(ring.size()).isEqualTo(3);
    assertThat(ring.offer(2)).isTrue();
    assertThat(ring.offer(3)).isFalse();
    assertThat(ring.verify()).isEmpty();
  }

  /** An element is out, and its place free, before the consumer is given it. */
  @ParameterizedTest
  @MethodSource("kinds")
  void consumerMayTurnToTheRingItDrains(IntFunction<BoundedQueue<Integer>> kind) {
    var ring = kind.apply(3);
    ring.fill(List.of(1, 2, 3).iterator()::next, 3);
    List<Integer> seen = new ArrayList<>();

    int drained =
        ring.drain(
            taken -> {
              seen.add(taken);
              seen.add(ring.poll());
              ring.offer(taken + 10);
            },
            2);

    assertThat(drained).isEqualTo(2);
    assertThat(seen).containsExactly(1, 2, 3, 11);
    assertThat(ring.drain(seen::add, 9)).isEqualTo(1);
    assertThat(seen).endsWith(13);
    assertThat(ring.verify()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void fillingAClosedRingIsRefusedEvenWhenItIsFull(IntFunction<BoundedQueue<Integer>> kind) {
    var ring = kind.apply(2);
    ring.fill(() -> 7, 2);
    ring.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> ring.fill(() -> 8, 1))
        .withMessageContaining("closed");
    assertThat(ring.fill(() -> 8, 0)).isZero();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void supplierThatThrowsAddsNothing(IntFunction<BoundedQueue<Integer>> kind) {
    var ring = kind.apply(4);
    int[] asked = {0};

    assertThatThrownBy(
            () ->
                ring.fill(
                    () -> {
                      if (asked[0]++ == 2) {
                        throw new IllegalArgumentException("on purpose");
                      }
                      return 1;
                    },
                    4))
        .hasMessage("on purpose");
    assertThatNullPointerException().isThrownBy(() -> ring.fill(() -> null, 1));

    assertThat(ring.size()).isEqualTo(2);
    assertThat(ring.verify()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesNullAndNegativeLimits(IntFunction<BoundedQueue<Integer>> kind) {
    var ring = kind.apply(2);
    assertThatNullPointerException().isThrownBy(() -> ring.offer(null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ring.drain(taken -> {}, -1))
        .withMessage("limit must be at least 0, was -1");
    assertThatIllegalArgumentException().isThrownBy(() -> ring.fill(() -> 1, -1));
    assertThat(ring.drain(taken -> {}, 0)).isZero();
    assertThat(ring.fill(() -> 1, 0)).isZero();
  }

  @Test
  void everyLongIsAValue() {
    for (LongRing ring : List.of(new LongSpscRing(3), new LongMpmcRing(3))) {
      for (long value : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
        long[] cell = {5};
        assertThat(ring.offer(value)).isTrue();
        assertThat(ring.peek(1)).isEqualTo(value);
        assertThat(ring.tryPoll(cell, 0)).isTrue();
        assertThat(cell[0]).isEqualTo(value);
        assertThat(ring.tryPoll(cell, 0)).isFalse();
        assertThat(cell[0]).isEqualTo(value);
        assertThat(ring.poll(-7)).isEqualTo(-7);
      }
      ring.offer(1);
      assertThatThrownBy(() -> ring.tryPoll(new long[1], 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThat(ring.size()).as("nothing is lost to a wrong index").isEqualTo(1);
    }
  }

  @Test
  void verifyNamesWhatIsWrong() {
    var spsc = new SpscRing<Integer>(4);
    spsc.offer(1);
    spsc.slots[Slots.PAD] = null;
    assertThat(spsc.verify()).contains("slot of position 0, with head 0 and tail 1, holds null");
    spsc.tail = 9;
    assertThat(spsc.verify()).contains("head 0 and tail 9 are not within the capacity of 4");

    var mpmc = new MpmcRing<Integer>(4);
    mpmc.sequences[Slots.PAD + 1] = 77;
    assertThat(mpmc.verify()).contains("slot of position 2, with tail 0, has sequence 77, not 2");
  }
}
