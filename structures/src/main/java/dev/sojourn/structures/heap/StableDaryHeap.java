package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A priority queue of objects, least first, in which elements that compare as equal come out in the
 * order in which they were added: first in, first out.
 *
 * <p><b>Costs.</b> As {@link DaryHeap}, with one small object allocated for each element added, and
 * a comparison of numbers besides where the comparator says "equal".
 *
 * <p><b>Space.</b> 24 bytes an element more than {@link DaryHeap}, for its turn.
 *
 * <p><b>Threads.</b> One at a time; nothing is guarded. Iterators fail fast, as far as they can.
 *
 * <p><b>Nulls</b> are refused with {@link NullPointerException}. <b>Order</b> is that of the
 * comparator, or natural. <b>Ties</b>: in the order of addition, also for elements added by {@link
 * #addAll}, by {@link #merge} (after all that this heap held) and by {@link #replaceTop}; 2<sup>63
 * </sup> additions exhaust the turns. Iteration has no order, except that of {@link
 * #sortedIterator}.
 *
 * <p><b>Exceptions</b> of the comparator leave what {@link DaryHeap} says.
 *
 * <p><b>Prefer instead</b> {@link DaryHeap} where ties do not matter, {@link RadixHeap} for long
 * keys that only rise.
 *
 * <p><b>Source.</b> Williams, Heapsort, 1964; the tag of the time of arrival is folklore.
 *
 * @param <E> what the queue holds
 */
public final class StableDaryHeap<E> extends AbstractQueue<E> {
  /** An element and its place among its equals. */
  private record Entry<E>(E element, long turn) {}

  private final Comparator<? super E> comparator;
  private final DaryHeap<Entry<E>> heap;
  private long turn;

  /** An empty heap in natural order, with four children to a node. */
  public StableDaryHeap() {
    this(null);
  }

  /**
   * An empty heap with four children to a node.
   *
   * @param comparator the order, or null for the natural order
   */
  public StableDaryHeap(Comparator<? super E> comparator) {
    this(Arity.OF_OBJECTS, comparator);
  }

  private StableDaryHeap(int arity, Comparator<? super E> comparator) {
    this.comparator = comparator;
    this.heap = DaryHeap.withArity(arity, byTurn(comparator));
  }

  /**
   * An empty heap with as many children to a node as told.
   *
   * @param <E> what the queue holds
   * @param arity children to a node: 2, 4, 8 or 16
   * @param comparator the order, or null for the natural order
   * @return the heap
   */
  public static <E> StableDaryHeap<E> withArity(int arity, Comparator<? super E> comparator) {
    return new StableDaryHeap<>(arity, comparator);
  }

  /**
   * The order given at construction.
   *
   * @return the comparator, or null if the order is natural
   */
  public Comparator<? super E> comparator() {
    return comparator;
  }

  @Override
  public int size() {
    return heap.size();
  }

  @Override
  public E peek() {
    return elementOf(heap.peek());
  }

  @Override
  public boolean offer(E element) {
    return heap.offer(entryOf(element));
  }

  @Override
  public E poll() {
    return elementOf(heap.poll());
  }

  /**
   * Takes the least element out and adds another: {@code poll} then {@code offer}, in one descent.
   *
   * @param element the element to add, not null
   * @return the element that was least before
   * @throws java.util.NoSuchElementException if the heap is empty
   */
  public E replaceTop(E element) {
    return elementOf(heap.replaceTop(entryOf(element)));
  }

  /**
   * Adds an element and takes the least out: {@code offer} then {@code poll}, in one descent or
   * none.
   *
   * @param element the element to add, not null
   * @return the least of the heap and the element; on a tie the one that was there first
   */
  public E pushPop(E element) {
    return elementOf(heap.pushPop(entryOf(element)));
  }

  /**
   * Adds all elements of another collection in its order, of which none may be null; if one is,
   * nothing is added. Linear, unless the collection is small beside the heap.
   *
   * @param elements what to add; not this heap
   * @return true if there was anything to add
   */
  @Override
  public boolean addAll(Collection<? extends E> elements) {
    if (elements == this) {
      throw new IllegalArgumentException("a heap cannot be added to itself; add a copy of it");
    }
    List<Entry<E>> entries = new ArrayList<>(elements.size());
    for (E element : elements) {
      entries.add(entryOf(element));
    }
    return heap.addAll(entries);
  }

  /**
   * Moves all elements of another heap into this one, after this one's equals and in the order they
   * had among themselves, and leaves the other empty.
   *
   * @param other the heap to empty; not this one
   */
  public void merge(StableDaryHeap<? extends E> other) {
    if (other == this) {
      throw new IllegalArgumentException("a heap cannot be merged with itself; merge a copy of it");
    }
    addAll(other.inOrderOfAddition());
    other.clear();
  }

  /**
   * Takes the least elements out, in order, until there are as many as told or none is left.
   *
   * @param target to which they are added; not this heap
   * @param most how many are taken at most, at least 0
   * @return how many were taken
   */
  public int drainTo(Collection<? super E> target, int most) {
    if (target == this) {
      throw new IllegalArgumentException("a heap cannot be drained to itself; drain to another");
    }
    int count = Growth.checkCount(most, size());
    for (int i = 0; i < count; i++) {
      target.add(peek());
      heap.poll();
    }
    return count;
  }

  /**
   * The least elements in order, which stay.
   *
   * @param k how many are wanted, at least 0
   * @return a new list of k elements, or of all if there are fewer
   */
  public List<E> topK(int k) {
    List<E> least = new ArrayList<>();
    for (Entry<E> entry : heap.topK(k)) {
      least.add(entry.element());
    }
    return least;
  }

  /**
   * The elements in order, as {@link DaryHeap#sortedIterator}.
   *
   * @return a new iterator
   */
  public Iterator<E> sortedIterator() {
    return elementsOf(heap.sortedIterator());
  }

  /**
   * The elements in no order to rely on. The iterator can remove, and fails fast.
   *
   * @return a new iterator
   */
  @Override
  public Iterator<E> iterator() {
    return elementsOf(heap.iterator());
  }

  @Override
  public void clear() {
    heap.clear();
  }

  /**
   * The bytes this heap occupies: its objects, the array of references, used or not, and the turns;
   * not the elements, nor the comparator.
   *
   * @return the size on a 64-bit HotSpot, under the conditions of {@link DaryHeap#footprintBytes}
   */
  public long footprintBytes() {
    return Footprint.object(Long.BYTES, 2)
        + Footprint.object(0, 1)
        + heap.footprintBytes()
        + size() * Footprint.object(Long.BYTES, 1);
  }

  /**
   * Checks the whole heap; O(n). For tests and for those who doubt their comparator.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    return heap.verify();
  }

  private List<E> inOrderOfAddition() {
    List<Entry<E>> entries = new ArrayList<>(heap);
    entries.sort(Comparator.comparingLong(Entry::turn));
    return entries.stream().map(Entry::element).toList();
  }

  private Entry<E> entryOf(E element) {
    Objects.requireNonNull(element, "a heap holds no null");
    if (comparator == null && !(element instanceof Comparable)) {
      throw new ClassCastException(
          element.getClass().getName()
              + " is not Comparable; construct the heap with a comparator");
    }
    return new Entry<>(element, turn++);
  }

  private static <E> E elementOf(Entry<E> entry) {
    return entry == null ? null : entry.element();
  }

  private static <E> Iterator<E> elementsOf(Iterator<Entry<E>> entries) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public E next() {
        return entries.next().element();
      }

      @Override
      public void remove() {
        entries.remove();
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E> Comparator<Entry<E>> byTurn(Comparator<? super E> comparator) {
    Comparator<? super E> order =
        comparator == null ? (Comparator<? super E>) Comparator.naturalOrder() : comparator;
    return (a, b) -> {
      int compared = order.compare(a.element(), b.element());
      return compared != 0 ? compared : Long.compare(a.turn(), b.turn());
    };
  }
}
