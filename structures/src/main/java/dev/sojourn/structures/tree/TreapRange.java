package dev.sojourn.structures.tree;

import dev.sojourn.structures.internal.Footprint;
import dev.sojourn.structures.tree.KeyRange.Bound;
import java.util.AbstractMap;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Set;

/** A live view of a range of an {@link ObjectTreap} in either direction; its size is O(log n). */
final class TreapRange<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V> {
  private final ObjectTreap<K, V> treap;
  private final Comparator<? super K> naturalAsNull;
  private final KeyRange<K> range;
  private final boolean descending;

  private TreapRange(
      ObjectTreap<K, V> treap,
      Comparator<? super K> naturalAsNull,
      KeyRange<K> range,
      boolean descending) {
    this.treap = treap;
    this.naturalAsNull = naturalAsNull;
    this.range = range;
    this.descending = descending;
  }

  /**
   * All keys, ascending.
   *
   * @param order the order of the treap
   * @param naturalAsNull the order as maps tell it: null if it is natural
   */
  static <K, V> TreapRange<K, V> all(
      ObjectTreap<K, V> treap, Comparator<? super K> order, Comparator<? super K> naturalAsNull) {
    return new TreapRange<>(treap, naturalAsNull, KeyRange.all(order), false);
  }

  ObjectTreap<K, V> treap() {
    return treap;
  }

  /** The node that comes first in the direction of this view, or null. */
  TreapNode<K, V> firstNode() {
    return descending ? range.last(treap) : range.first(treap);
  }

  /** The node after another in the direction of this view, or null at the end of the treap. */
  TreapNode<K, V> nodeAfter(TreapNode<K, V> node) {
    return descending ? node.previous() : node.next();
  }

  /** The node of a key within, or null. */
  @SuppressWarnings("unchecked")
  TreapNode<K, V> find(Object key) {
    K k = (K) key;
    return range.contains(k) ? treap.find(k) : null;
  }

  static long footprintBytes() {
    return Footprint.object(1, 5) + Footprint.object(0, 3);
  }

  @Override
  public int size() {
    return range.size(treap);
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) != null;
  }

  @Override
  public V get(Object key) {
    return valueOf(find(key));
  }

  @Override
  public V put(K key, V value) {
    if (!range.contains(key)) {
      throw new IllegalArgumentException(
          "key " + key + " is out of the range of this view; put it into the map itself");
    }
    return treap.put(key, value);
  }

  @Override
  public V remove(Object key) {
    TreapNode<K, V> node = find(key);
    if (node != null) {
      treap.remove(node);
    }
    return valueOf(node);
  }

  @Override
  public Comparator<? super K> comparator() {
    return descending ? reversed(naturalAsNull) : naturalAsNull;
  }

  @SuppressWarnings("unchecked")
  private static <K> Comparator<? super K> reversed(Comparator<? super K> order) {
    return Collections.reverseOrder((Comparator<K>) order);
  }

  @Override
  public K firstKey() {
    return keyOf(requireNode(firstNode()));
  }

  @Override
  public K lastKey() {
    return keyOf(requireNode(lastNode()));
  }

  @Override
  public Map.Entry<K, V> firstEntry() {
    return copyOf(firstNode());
  }

  @Override
  public Map.Entry<K, V> lastEntry() {
    return copyOf(lastNode());
  }

  @Override
  public Map.Entry<K, V> pollFirstEntry() {
    return poll(firstNode());
  }

  @Override
  public Map.Entry<K, V> pollLastEntry() {
    return poll(lastNode());
  }

  @Override
  public Map.Entry<K, V> lowerEntry(K key) {
    return copyOf(before(key, false));
  }

  @Override
  public K lowerKey(K key) {
    return keyOf(before(key, false));
  }

  @Override
  public Map.Entry<K, V> floorEntry(K key) {
    return copyOf(before(key, true));
  }

  @Override
  public K floorKey(K key) {
    return keyOf(before(key, true));
  }

  @Override
  public Map.Entry<K, V> ceilingEntry(K key) {
    return copyOf(after(key, true));
  }

  @Override
  public K ceilingKey(K key) {
    return keyOf(after(key, true));
  }

  @Override
  public Map.Entry<K, V> higherEntry(K key) {
    return copyOf(after(key, false));
  }

  @Override
  public K higherKey(K key) {
    return keyOf(after(key, false));
  }

  @Override
  public NavigableMap<K, V> descendingMap() {
    return new TreapRange<>(treap, naturalAsNull, range, !descending);
  }

  @Override
  public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
    return between(new Bound<>(from, fromInclusive), new Bound<>(to, toInclusive));
  }

  @Override
  public NavigableMap<K, V> headMap(K to, boolean inclusive) {
    return between(null, new Bound<>(to, inclusive));
  }

  @Override
  public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
    return between(new Bound<>(from, inclusive), null);
  }

  @Override
  public NavigableMap<K, V> subMap(K from, K to) {
    return subMap(from, true, to, false);
  }

  @Override
  public NavigableMap<K, V> headMap(K to) {
    return headMap(to, false);
  }

  @Override
  public NavigableMap<K, V> tailMap(K from) {
    return tailMap(from, true);
  }

  @Override
  public NavigableSet<K> navigableKeySet() {
    return new TreapKeys<>(this);
  }

  @Override
  public NavigableSet<K> keySet() {
    return navigableKeySet();
  }

  @Override
  public NavigableSet<K> descendingKeySet() {
    return descendingMap().navigableKeySet();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new TreapEntries<>(this);
  }

  @Override
  public Collection<V> values() {
    return new TreapValues<>(this);
  }

  private NavigableMap<K, V> between(Bound<K> from, Bound<K> to) {
    KeyRange<K> part = descending ? range.narrow(to, from) : range.narrow(from, to);
    return new TreapRange<>(treap, naturalAsNull, part, descending);
  }

  private TreapNode<K, V> lastNode() {
    return descending ? range.first(treap) : range.last(treap);
  }

  private TreapNode<K, V> before(K key, boolean inclusive) {
    return descending ? range.above(treap, key, inclusive) : range.below(treap, key, inclusive);
  }

  private TreapNode<K, V> after(K key, boolean inclusive) {
    return descending ? range.below(treap, key, inclusive) : range.above(treap, key, inclusive);
  }

  private Map.Entry<K, V> poll(TreapNode<K, V> node) {
    if (node != null) {
      treap.remove(node);
    }
    return copyOf(node);
  }

  private static <K, V> TreapNode<K, V> requireNode(TreapNode<K, V> node) {
    if (node == null) {
      throw new NoSuchElementException("there is no key; ask isEmpty() first");
    }
    return node;
  }

  private static <K> K keyOf(TreapNode<K, ?> node) {
    return node == null ? null : node.key;
  }

  private static <V> V valueOf(TreapNode<?, V> node) {
    return node == null ? null : node.value;
  }

  /** An entry that changes no more, as the neighbours of a {@link NavigableMap} must be. */
  private static <K, V> Map.Entry<K, V> copyOf(TreapNode<K, V> node) {
    return node == null ? null : new SimpleImmutableEntry<>(node);
  }
}
