package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An unbounded lock-free stack between any number of threads, on request with elimination: a push
 * and a pop that collide may meet aside and leave the stack alone.
 *
 * <p><b>Costs.</b> {@link #push}, {@link #pop}, {@link #peek}: O(1) without contention, lock-free.
 * {@code push} allocates one node. {@link #isEmpty}: O(1). {@link #size}: O(n).
 *
 * <p><b>Space.</b> A node of 24 bytes (with compressed references) for each element; elimination
 * takes another kilobyte.
 *
 * <p><b>Threads.</b> Everything is for anyone. <b>Linearizable</b>: {@code push}, {@code pop}
 * (where they swap the top, or both at the moment they meet), {@code peek}, {@code isEmpty}. {@code
 * size} and iteration see the stack of one moment. What a thread did before {@code push} happens
 * before what another does after the {@code pop} or {@code peek} that returned its element. Checked
 * by model checking and stress on x86 only.
 *
 * <p><b>Errors.</b> Null is refused; {@code pop} and {@code peek} of an empty stack return null.
 *
 * <p><b>Prefer instead</b> the plain stack unless many processors push and pop at once: elimination
 * pays under contention only, which two processors cannot show. {@link
 * java.util.concurrent.ConcurrentLinkedDeque} for both ends.
 *
 * <p><b>Source.</b> Treiber, Systems programming: coping with parallelism, 1986; Hendler, Shavit
 * and Yerushalmi, A scalable lock-free stack algorithm, 2004.
 *
 * @param <E> type of the elements
 */
public final class TreiberStack<E> implements Iterable<E> {
  private static final VarHandle TOP;
  private static final VarHandle MEETING = MethodHandles.arrayElementVarHandle(Link[].class);
  private static final int PLACES = 4;

  /** Elements from one place to the next: 128 bytes of the smallest references. */
  private static final int APART = 32;

  /** How long a push waits aside for a pop. */
  private static final int PATIENCE = 64;

  static {
    try {
      TOP = MethodHandles.lookup().findVarHandle(TreiberStack.class, "top", Link.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Link top;

  /** Where a push that collided waits for a pop that collided; null without elimination. */
  private final Link[] meeting;

  /** An empty stack without elimination. */
  public TreiberStack() {
    this(0);
  }

  private TreiberStack(int places) {
    meeting = places == 0 ? null : new Link[(places + 1) * APART];
  }

  /**
   * An empty stack whose colliding operations may meet aside.
   *
   * @param <E> type of the elements
   * @return the stack
   */
  public static <E> TreiberStack<E> withElimination() {
    return new TreiberStack<>(PLACES);
  }

  /** For tests: every operation passes by the one meeting place. */
  static <E> TreiberStack<E> withOnePlace() {
    return new TreiberStack<>(1);
  }

  /**
   * Adds an element on top.
   *
   * @param element not null
   */
  public void push(E element) {
    Link added = new Link(Objects.requireNonNull(element, "element"));
    while (true) {
      Link before = (Link) TOP.getAcquire(this);
      added.next = before;
      if (TOP.compareAndSet(this, before, added) || (meeting != null && leave(added))) {
        return;
      }
    }
  }

  /**
   * Removes the element on top.
   *
   * @return the element, or null if the stack was empty
   */
  @SuppressWarnings("unchecked")
  public E pop() {
    while (true) {
      Link first = (Link) TOP.getAcquire(this);
      if (first == null) {
        return null;
      }
      if (TOP.compareAndSet(this, first, first.next)) {
        return (E) first.element;
      }
      Link met = meeting == null ? null : meet();
      if (met != null) {
        return (E) met.element;
      }
    }
  }

  /** Waits aside for a pop; true if one took the element. */
  private boolean leave(Link added) {
    int place = place();
    if (!MEETING.compareAndSet(meeting, place, null, added)) {
      return false;
    }
    for (int i = 0; i < PATIENCE && MEETING.getAcquire(meeting, place) == added; i++) {
      Thread.onSpinWait();
    }
    return !MEETING.compareAndSet(meeting, place, added, null);
  }

  /** What a push has left aside, or null. */
  private Link meet() {
    int place = place();
    Link left = (Link) MEETING.getAcquire(meeting, place);
    return left != null && MEETING.compareAndSet(meeting, place, left, null) ? left : null;
  }

  private int place() {
    int places = meeting.length / APART - 1;
    return APART * (1 + ThreadLocalRandom.current().nextInt(places)) - 1;
  }

  /**
   * The element on top, which stays.
   *
   * @return the element, or null if the stack is empty
   */
  @SuppressWarnings("unchecked")
  public E peek() {
    Link first = (Link) TOP.getAcquire(this);
    return first == null ? null : (E) first.element;
  }

  /**
   * Whether the stack holds nothing.
   *
   * @return true if {@link #pop} would return null
   */
  public boolean isEmpty() {
    return TOP.getAcquire(this) == null;
  }

  /**
   * The number of elements at one moment. O(n).
   *
   * @return at least 0
   */
  public int size() {
    return Chains.size(iterator());
  }

  /**
   * The elements of this moment, newest first.
   *
   * @return an iterator that cannot remove
   */
  @Override
  @SuppressWarnings("unchecked")
  public Iterator<E> iterator() {
    Link[] at = {(Link) TOP.getAcquire(this)};
    return new WeakIterator<>(
        () -> {
          Link current = at[0];
          if (current == null) {
            return null;
          }
          at[0] = current.next;
          return (E) current.element;
        });
  }

  /**
   * Bytes of the stack's own objects, without its elements. O(n).
   *
   * @return within one percent of what a heap walk finds, at rest
   */
  public long footprintBytes() {
    long aside = meeting == null ? 0 : Footprint.array(meeting.length, Footprint.referenceBytes());
    return Footprint.object(0, 2) + aside + size() * Link.BYTES;
  }

  /**
   * Looks for a violated invariant; for tests and diagnosis, at rest only. O(n).
   *
   * @return what is wrong and where, or empty
   */
  public Optional<String> verify() {
    long depth = 0;
    for (Link at = top; at != null; at = at.next, depth++) {
      if (at.element == null) {
        return Optional.of("node %d from the top holds null".formatted(depth));
      }
    }
    return Optional.empty();
  }
}
