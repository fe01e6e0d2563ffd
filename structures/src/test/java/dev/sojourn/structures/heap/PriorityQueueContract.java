package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/**
 * What callers of {@link java.util.PriorityQueue} may rely on, of whichever queue is in its place.
 */
abstract class PriorityQueueContract {
  abstract <E> Queue<E> emptyQueue();

  abstract <E> Queue<E> queueOf(Collection<E> elements);

  @Test
  void pollAndPeekOnEmptyReturnNull() {
    Queue<Integer> queue = emptyQueue();

    assertThat(queue.poll()).isNull();
    assertThat(queue.peek()).isNull();
  }

  @Test
  void removeAndElementOnEmptyThrow() {
    Queue<Integer> queue = emptyQueue();

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(queue::remove);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(queue::element);
  }

  @Test
  void nullsAreRefusedAndNeverFound() {
    Queue<Integer> queue = queueOf(List.of(1, 2));

    assertThatNullPointerException().isThrownBy(() -> queue.offer(null));
    assertThatNullPointerException().isThrownBy(() -> queue.add(null));
    assertThatNullPointerException().isThrownBy(() -> queue.addAll(Arrays.asList(3, null)));
    assertThatNullPointerException().isThrownBy(() -> queueOf(Arrays.asList(3, null)));
    Queue<Integer> empty = emptyQueue();
    List<Integer> onlyNull = Collections.singletonList(null);
    assertThatNullPointerException().isThrownBy(() -> empty.addAll(onlyNull));
    assertThatNullPointerException().isThrownBy(() -> queueOf(onlyNull));
    assertThat(empty).isEmpty();
    assertThat(queue.contains(null)).isFalse();
    assertThat(queue.remove(null)).isFalse();
  }

  @Test
  void elementsWithoutOrderAreRefusedEvenAsTheFirst() {
    Queue<Object> queue = emptyQueue();

    assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> queue.add(new Object()));
    assertThat(queue).isEmpty();
  }

  @Test
  void addingAQueueToItselfIsRefused() {
    Queue<Integer> queue = queueOf(List.of(1, 2));
    Collection<Integer> itself = queue;

    assertThatIllegalArgumentException().isThrownBy(() -> queue.addAll(itself));
    assertThat(queue).hasSize(2);
  }

  @Test
  void addingNothingSaysThatNothingChanged() {
    Queue<Integer> queue = queueOf(List.of(1));

    assertThat(queue.addAll(List.of())).isFalse();
    assertThat(queue.addAll(List.of(2))).isTrue();
  }

  @Test
  void addingNothingDisturbsNoIterator() {
    Queue<Integer> queue = queueOf(List.of(1));
    Iterator<Integer> walk = queue.iterator();

    queue.addAll(List.of());

    assertThat(walk.next()).isEqualTo(1);
  }

  @Test
  void iteratorFailsFastOnceTheQueueChanged() {
    Queue<Integer> queue = queueOf(List.of(1, 2, 3));
    Iterator<Integer> afterOffer = queue.iterator();
    queue.offer(4);
    Iterator<Integer> afterPoll = queue.iterator();
    queue.poll();

    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(afterOffer::next);
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(afterPoll::next);
  }

  @Test
  void iteratorRemovesOnceForEachNext() {
    Queue<Integer> queue = queueOf(List.of(1, 2, 3));
    Iterator<Integer> walk = queue.iterator();

    assertThatIllegalStateException().isThrownBy(walk::remove);
    walk.next();
    walk.remove();
    assertThatIllegalStateException().isThrownBy(walk::remove);
    assertThat(queue).hasSize(2);
  }

  @Test
  void exhaustedIteratorThrows() {
    Iterator<Integer> walk = queueOf(List.of(1)).iterator();
    walk.next();

    assertThat(walk.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(walk::next);
  }

  @Test
  void arraysAreFreshAndTyped() {
    Queue<Integer> queue = queueOf(List.of(3, 1, 2));
    Collection<?> ofUnknown = queue;

    Object[] untyped = queue.toArray();
    untyped[0] = "changed";

    assertThat(untyped).hasSize(3).isExactlyInstanceOf(Object[].class);
    assertThat(queue.toArray(new Integer[0])).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(queue.toArray(new Integer[] {9, 9, 9, 9, 9})[3]).isNull();
    assertThatExceptionOfType(ArrayStoreException.class)
        .isThrownBy(() -> ofUnknown.toArray(new String[0]));
  }

  @Test
  void removingOneOfEqualElementsLeavesTheOthers() {
    Queue<Integer> queue = queueOf(List.of(5, 5, 1, 5));

    assertThat(queue.remove(5)).isTrue();
    assertThat(queue.remove(6)).isFalse();
    assertThat(queue).containsExactlyInAnyOrder(1, 5, 5);
  }

  @Test
  void clearedQueueStartsAfresh() {
    Queue<Integer> queue = queueOf(List.of(1, 2, 3));

    queue.clear();

    assertThat(queue).isEmpty();
    assertThat(queue.offer(7)).isTrue();
    assertThat(queue.peek()).isEqualTo(7);
  }
}
