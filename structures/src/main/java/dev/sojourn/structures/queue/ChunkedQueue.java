package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * An unbounded lock-free FIFO queue between any number of threads: Michael and Scott's chain, whose
 * nodes are arrays in which threads take places by fetch-and-add.
 *
 * <p><b>Costs.</b> {@link #offer}, {@link #poll}, {@link #peek}: O(1) without contention,
 * lock-free. A new array for each thousand elements is all that is allocated. {@link #isEmpty}:
 * O(1) nearly always. {@link #size}: O(n).
 *
 * <p><b>Space.</b> A reference for each element, in arrays of some four kilobytes; at least one.
 * Without a bound, consumers slower than their producers end in {@link OutOfMemoryError}.
 *
 * <p><b>Threads.</b> Everything is for anyone. <b>Linearizable</b>: {@code offer}, {@code poll},
 * {@code peek} (which may finish off a place whose producer lingers), {@code isEmpty}. {@code size}
 * and iterators are weakly consistent; iterators cannot remove, so {@code remove(Object)} throws
 * {@link UnsupportedOperationException} when it would. What a thread did before {@code offer}
 * happens before what another does after the {@code poll} or {@code peek} that returned its
 * element. Checked by model checking and stress on x86 only.
 *
 * <p><b>Errors.</b> Null is refused.
 *
 * <p><b>Prefer instead</b> a bounded {@link MpmcRing}: a bound is what keeps a system alive; {@link
 * MichaelScottQueue} for many queues that hold little.
 *
 * <p><b>Source.</b> Michael and Scott, 1996; Correia and Ramalhete, FAAArrayQueue, 2016, after Yang
 * and Mellor-Crummey, A wait-free queue as fast as fetch-and-add, 2016. Departures: a consumer
 * waits a moment for a producer that took its place before it gives the place up; a spent array
 * refers to itself.
 *
 * @param <E> type of the elements
 */
public final class ChunkedQueue<E> extends ChunkEndsLayout.Padded<E> {
  /*
   * Implementation notes. A chunk that the head has left refers to itself, so that one which the
   * collector has promoted keeps none of its successors alive. Its places are all used: whoever
   * still looks at it finds it spent, sees the reference to itself or fails to move the head from
   * it, and starts from the head. A chunk is left only once it has a successor, so its next never
   * goes from null to itself, and a producer cannot append to it.
   */
  private static final int CHUNK_LENGTH = 1024;

  /** How often a consumer looks at a place taken and still empty; then both try another place. */
  private static final int PATIENCE = 64;

  private static final int PADDING_BYTES = 48 * Long.BYTES + Integer.BYTES;
  private static final VarHandle TAIL;
  private static final VarHandle HEAD;

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(ChunkEndsLayout.Tail.class, "tail", Chunk.class);
      HEAD = lookup.findVarHandle(ChunkEndsLayout.Head.class, "head", Chunk.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int length;

  /** An empty queue. */
  public ChunkedQueue() {
    this(CHUNK_LENGTH);
  }

  ChunkedQueue(int length) {
    this.length = length;
    Chunk first = new Chunk(length);
    HEAD.setVolatile(this, first);
    TAIL.setVolatile(this, first);
  }

  @Override
  public boolean offer(E element) {
    Objects.requireNonNull(element, "element");
    while (true) {
      Chunk last = (Chunk) TAIL.getAcquire(this);
      int ticket = (int) Chunk.ADDED.getAndAdd(last, 1);
      if (ticket < length) {
        if (last.put(ticket, element)) {
          return true;
        }
      } else if (append(last, element)) {
        return true;
      }
    }
  }

  private boolean append(Chunk last, Object element) {
    Chunk next = after(last);
    boolean linked = false;
    if (next == null) {
      Chunk added = new Chunk(length, element);
      linked = Chunk.NEXT.compareAndSet(last, null, added);
      next = linked ? added : after(last);
    }
    TAIL.compareAndSet(this, last, next);
    return linked;
  }

  /** The chunk after another; after one that the head has left behind, the head. */
  private Chunk after(Chunk chunk) {
    Chunk next = chunk.next();
    return next == chunk ? (Chunk) HEAD.getAcquire(this) : next;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E poll() {
    while (true) {
      Chunk first = (Chunk) HEAD.getAcquire(this);
      if (isSpent(first)) {
        if (isLast(first)) {
          return null;
        }
        continue;
      }
      if (holdsNothing(first)) {
        return null;
      }
      int ticket = (int) Chunk.TAKEN.getAndAdd(first, 1);
      if (ticket < length) {
        Object element = take(first, ticket);
        if (element != null) {
          return (E) element;
        }
      }
    }
  }

  /** Tells whether a spent chunk has no successor; moves the head to it if there is one. */
  private boolean isLast(Chunk spent) {
    Chunk next = spent.next();
    if (next != null && HEAD.compareAndSet(this, spent, next)) {
      Chunk.NEXT.setRelease(spent, spent);
    }
    return next == null;
  }

  /** The producers' counter is looked at only where the next place says nothing. */
  private boolean holdsNothing(Chunk chunk) {
    int ticket = chunk.taken();
    return ticket < length && chunk.cell(ticket) == null && ticket >= chunk.added();
  }

  /** What the place holds, or null if it never will hold anything. */
  private static Object take(Chunk chunk, int ticket) {
    Object element = chunk.cell(ticket);
    for (int i = 0; i < PATIENCE && element == null; i++) {
      Thread.onSpinWait();
      element = chunk.cell(ticket);
    }
    element = chunk.use(ticket, element);
    return element == Chunk.USED ? null : element;
  }

  private boolean isSpent(Chunk chunk) {
    return chunk.taken() >= length;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E peek() {
    while (true) {
      Chunk first = (Chunk) HEAD.getAcquire(this);
      int ticket = first.taken();
      if (ticket >= length) {
        if (isLast(first)) {
          return null;
        }
      } else if (ticket >= first.added()) {
        return null;
      } else {
        Object element = awaitOrGiveUp(first, ticket);
        if (element == Chunk.USED) {
          Chunk.TAKEN.compareAndSet(first, ticket, ticket + 1);
        } else if (element != null && first.taken() == ticket) {
          return (E) element;
        }
      }
    }
  }

  private static Object awaitOrGiveUp(Chunk chunk, int ticket) {
    for (int i = 0; i < PATIENCE; i++) {
      Object element = chunk.cell(ticket);
      if (element != null) {
        return element;
      }
      Thread.onSpinWait();
    }
    chunk.put(ticket, Chunk.USED);
    return chunk.cell(ticket);
  }

  @Override
  public boolean isEmpty() {
    return peek() == null;
  }

  /** {@inheritDoc} Counts by walking. */
  @Override
  public int size() {
    return Chains.size(iterator());
  }

  @Override
  @SuppressWarnings("unchecked")
  public Iterator<E> iterator() {
    Chunk[] chunk = {(Chunk) HEAD.getAcquire(this)};
    int[] ticket = {Math.min(chunk[0].taken(), length)};
    return new WeakIterator<>(
        () -> {
          while (chunk[0] != null) {
            while (ticket[0] < Math.min(length, chunk[0].added())) {
              Object element = chunk[0].cell(ticket[0]++);
              if (element != null && element != Chunk.USED) {
                return (E) element;
              }
            }
            if (ticket[0] < length) {
              return null;
            }
            chunk[0] = after(chunk[0]);
            ticket[0] = 0;
          }
          return null;
        });
  }

  /**
   * Bytes of the queue's own objects, without its elements. O(n).
   *
   * @return within one percent of what a heap walk finds, at rest
   */
  public long footprintBytes() {
    long bytes = Footprint.object(PADDING_BYTES, 2);
    for (Chunk chunk = (Chunk) HEAD.getAcquire(this); chunk != null; chunk = after(chunk)) {
      bytes += chunk.footprintBytes();
    }
    return bytes;
  }

  /**
   * Looks for a violated invariant; for tests and diagnosis, at rest only. O(n).
   *
   * @return what is wrong and where, or empty
   */
  public Optional<String> verify() {
    boolean tailSeen = tail.taken >= length;
    for (Chunk chunk = head; chunk != null; chunk = chunk.next) {
      tailSeen |= chunk == tail;
      for (int ticket = 0; ticket < length; ticket++) {
        Object held = chunk.cell(ticket);
        if (ticket < chunk.taken && held != Chunk.USED) {
          return Optional.of("place %d was taken and holds %s".formatted(ticket, held));
        }
        if (ticket >= chunk.added && held != null) {
          return Optional.of("place %d was never given and holds %s".formatted(ticket, held));
        }
      }
    }
    return tailSeen ? Optional.empty() : Optional.of("the tail is not reached from the head");
  }
}
