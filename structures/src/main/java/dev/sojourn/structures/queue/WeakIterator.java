package dev.sojourn.structures.queue;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Walks what a supplier finds until it finds null: weakly consistent, without removal. */
final class WeakIterator<E> implements Iterator<E> {
  private final Supplier<E> source;
  private E next;

  WeakIterator(Supplier<E> source) {
    this.source = source;
    this.next = source.get();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public E next() {
    E element = next;
    if (element == null) {
      throw new NoSuchElementException();
    }
    next = source.get();
    return element;
  }
}
