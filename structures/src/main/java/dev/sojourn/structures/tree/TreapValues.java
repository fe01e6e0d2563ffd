package dev.sojourn.structures.tree;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;

/** The values of a view in the order of their keys. */
final class TreapValues<V> extends AbstractCollection<V> {
  private final TreapRange<?, V> view;

  TreapValues(TreapRange<?, V> view) {
    this.view = view;
  }

  @Override
  public int size() {
    return view.size();
  }

  @Override
  public Iterator<V> iterator() {
    return walk(view);
  }

  @Override
  public Spliterator<V> spliterator() {
    return Spliterators.spliterator(this, Spliterator.ORDERED);
  }

  private static <K, V> Iterator<V> walk(TreapRange<K, V> view) {
    return new TreapWalk<>(view, node -> node.value);
  }
}
