package dev.sojourn.structures.queue;

import java.util.AbstractQueue;
import java.util.Spliterator;
import java.util.Spliterators;

/** A queue whose size may change while it is walked, so that no spliterator may rely on it. */
abstract class WeakQueue<E> extends AbstractQueue<E> {
  @Override
  public Spliterator<E> spliterator() {
    return Spliterators.spliteratorUnknownSize(
        iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT);
  }
}
