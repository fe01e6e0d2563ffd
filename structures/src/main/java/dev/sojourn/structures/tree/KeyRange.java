package dev.sojourn.structures.tree;

import java.util.Comparator;

/** The keys between two bounds, either of which may be missing. */
final class KeyRange<K> {
  private final Comparator<? super K> order;
  private final Bound<K> low;
  private final Bound<K> high;

  /** An end of a range, which may belong to it or not. */
  record Bound<K>(K key, boolean inclusive) {}

  private KeyRange(Comparator<? super K> order, Bound<K> low, Bound<K> high) {
    this.order = order;
    this.low = low;
    this.high = high;
  }

  static <K> KeyRange<K> all(Comparator<? super K> order) {
    return new KeyRange<>(order, null, null);
  }

  /**
   * The part of this range between two bounds of its own, null for one that stays.
   *
   * @throws IllegalArgumentException if a bound is outside, or they are in the wrong order
   */
  KeyRange<K> narrow(Bound<K> from, Bound<K> to) {
    if (from != null && to != null && order.compare(from.key, to.key) > 0) {
      throw new IllegalArgumentException(
          "a range must not end before it begins, was from " + from.key + " to " + to.key);
    }
    requireWithin(from);
    requireWithin(to);
    return new KeyRange<>(order, from == null ? low : from, to == null ? high : to);
  }

  private void requireWithin(Bound<K> bound) {
    if (bound == null) {
      return;
    }
    order.compare(bound.key, bound.key);
    boolean within =
        bound.inclusive
            ? contains(bound.key)
            : (low == null || order.compare(bound.key, low.key) >= 0)
                && (high == null || order.compare(bound.key, high.key) <= 0);
    if (!within) {
      throw new IllegalArgumentException(
          "key " + bound.key + " is out of the range of this view; widen the view first");
    }
  }

  boolean contains(K key) {
    return !isBelow(key) && !isAbove(key);
  }

  /** Whether a key is too small. */
  boolean isBelow(K key) {
    if (low == null) {
      return false;
    }
    int side = order.compare(key, low.key);
    return side < 0 || (side == 0 && !low.inclusive);
  }

  /** Whether a key is too great. */
  boolean isAbove(K key) {
    if (high == null) {
      return false;
    }
    int side = order.compare(key, high.key);
    return side > 0 || (side == 0 && !high.inclusive);
  }

  /** The first node within, or null. */
  <V> TreapNode<K, V> first(ObjectTreap<K, V> treap) {
    TreapNode<K, V> node = low == null ? treap.first() : treap.above(low.key, low.inclusive);
    return node == null || isAbove(node.key) ? null : node;
  }

  /** The last node within, or null. */
  <V> TreapNode<K, V> last(ObjectTreap<K, V> treap) {
    TreapNode<K, V> node = high == null ? treap.last() : treap.below(high.key, high.inclusive);
    return node == null || isBelow(node.key) ? null : node;
  }

  /** The last node within whose key is less than the bound, or equal if included; or null. */
  <V> TreapNode<K, V> below(ObjectTreap<K, V> treap, K bound, boolean inclusive) {
    if (isAbove(bound)) {
      return last(treap);
    }
    TreapNode<K, V> node = treap.below(bound, inclusive);
    return node == null || isBelow(node.key) ? null : node;
  }

  /** The first node within whose key is greater than the bound, or equal if included; or null. */
  <V> TreapNode<K, V> above(ObjectTreap<K, V> treap, K bound, boolean inclusive) {
    if (isBelow(bound)) {
      return first(treap);
    }
    TreapNode<K, V> node = treap.above(bound, inclusive);
    return node == null || isAbove(node.key) ? null : node;
  }

  /** How many nodes are within. */
  int size(ObjectTreap<K, ?> treap) {
    int through = high == null ? treap.size() : treap.countBelow(high.key, high.inclusive);
    int before = low == null ? 0 : treap.countBelow(low.key, !low.inclusive);
    return Math.max(0, through - before);
  }
}
