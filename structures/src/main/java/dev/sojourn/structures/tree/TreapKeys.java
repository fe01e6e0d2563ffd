package dev.sojourn.structures.tree;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;

/** The keys of a view. */
final class TreapKeys<K, V> extends AbstractSet<K> implements NavigableSet<K> {
  private final TreapRange<K, V> view;

  TreapKeys(TreapRange<K, V> view) {
    this.view = view;
  }

  @Override
  public int size() {
    return view.size();
  }

  @Override
  public boolean contains(Object key) {
    return view.containsKey(key);
  }

  @Override
  public boolean remove(Object key) {
    TreapNode<K, V> node = view.find(key);
    if (node != null) {
      view.treap().remove(node);
    }
    return node != null;
  }

  @Override
  public Iterator<K> iterator() {
    return new TreapWalk<>(view, node -> node.key);
  }

  @Override
  public Iterator<K> descendingIterator() {
    return descendingSet().iterator();
  }

  @Override
  public Comparator<? super K> comparator() {
    return view.comparator();
  }

  @Override
  public K first() {
    return view.firstKey();
  }

  @Override
  public K last() {
    return view.lastKey();
  }

  @Override
  public K lower(K key) {
    return view.lowerKey(key);
  }

  @Override
  public K floor(K key) {
    return view.floorKey(key);
  }

  @Override
  public K ceiling(K key) {
    return view.ceilingKey(key);
  }

  @Override
  public K higher(K key) {
    return view.higherKey(key);
  }

  @Override
  public K pollFirst() {
    return keyOf(view.pollFirstEntry());
  }

  @Override
  public K pollLast() {
    return keyOf(view.pollLastEntry());
  }

  @Override
  public NavigableSet<K> descendingSet() {
    return view.descendingKeySet();
  }

  @Override
  public NavigableSet<K> subSet(K from, boolean fromInclusive, K to, boolean toInclusive) {
    return view.subMap(from, fromInclusive, to, toInclusive).navigableKeySet();
  }

  @Override
  public NavigableSet<K> headSet(K to, boolean inclusive) {
    return view.headMap(to, inclusive).navigableKeySet();
  }

  @Override
  public NavigableSet<K> tailSet(K from, boolean inclusive) {
    return view.tailMap(from, inclusive).navigableKeySet();
  }

  @Override
  public NavigableSet<K> subSet(K from, K to) {
    return subSet(from, true, to, false);
  }

  @Override
  public NavigableSet<K> headSet(K to) {
    return headSet(to, false);
  }

  @Override
  public NavigableSet<K> tailSet(K from) {
    return tailSet(from, true);
  }

  private static <K> K keyOf(Map.Entry<K, ?> entry) {
    return entry == null ? null : entry.getKey();
  }
}
