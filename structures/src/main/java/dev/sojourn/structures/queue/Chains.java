package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/** What the linked queues have in common. */
final class Chains {
  private static final int PADDING_BYTES = 48 * Long.BYTES;

  private Chains() {}

  /**
   * Walks from the head; a node that was removed meanwhile refers to itself: then anew from there.
   */
  @SuppressWarnings("unchecked")
  static <E> Iterator<E> walk(Supplier<Link> head) {
    Link[] at = {head.get()};
    return new WeakIterator<>(
        () -> {
          Object element = null;
          while (element == null) {
            Link next = at[0].next();
            if (next == null) {
              return null;
            }
            at[0] = next == at[0] ? head.get() : next;
            element = next == at[0] ? Link.ELEMENT.getAcquire(next) : null;
          }
          return (E) element;
        });
  }

  static int size(Iterator<?> elements) {
    int size = 0;
    for (; elements.hasNext() && size < Integer.MAX_VALUE; elements.next()) {
      size++;
    }
    return size;
  }

  static long footprintBytes(int size) {
    return Footprint.object(PADDING_BYTES, 2) + (size + 1L) * Link.BYTES;
  }

  /** The sentinel holds nothing, every other node something, and the end is reached. */
  static Optional<String> verify(Link head, Link tail) {
    if (head.element != null) {
      return Optional.of("the sentinel holds " + head.element);
    }
    boolean tailSeen = head == tail;
    long place = 1;
    for (Link at = head.next; at != null; at = at.next, place++) {
      if (at.element == null) {
        return Optional.of("node %d after the sentinel holds null".formatted(place));
      }
      tailSeen |= at == tail;
    }
    return tailSeen ? Optional.empty() : Optional.of("the tail is not reached from the head");
  }
}
