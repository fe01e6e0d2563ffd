package dev.sojourn.structures.tree;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;

/** The entries of a view; those of its iterator write through. */
final class TreapEntries<K, V> extends AbstractSet<Map.Entry<K, V>> {
  private final TreapRange<K, V> view;

  TreapEntries(TreapRange<K, V> view) {
    this.view = view;
  }

  @Override
  public int size() {
    return view.size();
  }

  @Override
  public boolean contains(Object entry) {
    return find(entry) != null;
  }

  @Override
  public boolean remove(Object entry) {
    TreapNode<K, V> node = find(entry);
    if (node != null) {
      view.treap().remove(node);
    }
    return node != null;
  }

  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    return new TreapWalk<>(view, node -> node);
  }

  @Override
  public Spliterator<Map.Entry<K, V>> spliterator() {
    return Spliterators.spliterator(this, Spliterator.ORDERED | Spliterator.DISTINCT);
  }

  private TreapNode<K, V> find(Object entry) {
    if (!(entry instanceof Map.Entry<?, ?> wanted)) {
      return null;
    }
    TreapNode<K, V> node = view.find(wanted.getKey());
    return node != null && Objects.equals(node.value, wanted.getValue()) ? node : null;
  }
}
