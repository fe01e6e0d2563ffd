package dev.sojourn.structures.tree;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Visits the nodes of a view in its direction; can remove, and fails fast. */
final class TreapWalk<K, V, T> implements Iterator<T> {
  private final TreapRange<K, V> view;
  private final Function<TreapNode<K, V>, T> part;
  private TreapNode<K, V> next;
  private TreapNode<K, V> latest;
  private int left;
  private int expectedChanges;

  /** Hands out a part of each node: the key, the value or the node as an entry. */
  TreapWalk(TreapRange<K, V> view, Function<TreapNode<K, V>, T> part) {
    this.view = view;
    this.part = part;
    this.left = view.size();
    this.next = view.firstNode();
    this.expectedChanges = view.treap().changes();
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public T next() {
    requireUnchanged();
    if (left == 0) {
      throw new NoSuchElementException("the iteration has ended; ask hasNext() first");
    }
    latest = next;
    next = view.nodeAfter(next);
    left--;
    return part.apply(latest);
  }

  @Override
  public void remove() {
    if (latest == null) {
      throw new IllegalStateException("nothing to remove; call next() before each remove()");
    }
    requireUnchanged();
    view.treap().remove(latest);
    latest = null;
    expectedChanges = view.treap().changes();
  }

  private void requireUnchanged() {
    if (view.treap().changes() != expectedChanges) {
      throw new ConcurrentModificationException("the map changed during the iteration");
    }
  }
}
