package dev.sojourn.structures.tree;

import dev.sojourn.structures.internal.Footprint;
import java.util.Map;
import java.util.Objects;

/** A node of an {@link ObjectTreap}, and the live entry that iterators hand out. */
final class TreapNode<K, V> implements Map.Entry<K, V> {
  final K key;
  final int priority;

  V value;
  TreapNode<K, V> left;
  TreapNode<K, V> right;
  TreapNode<K, V> parent;

  /** Nodes in the subtree, this one included. */
  int size = 1;

  TreapNode(K key, V value, int priority) {
    this.key = key;
    this.value = value;
    this.priority = priority;
  }

  @Override
  public K getKey() {
    return key;
  }

  @Override
  public V getValue() {
    return value;
  }

  @Override
  public V setValue(V newValue) {
    V before = value;
    value = newValue;
    return before;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Map.Entry<?, ?> entry
        && Objects.equals(key, entry.getKey())
        && Objects.equals(value, entry.getValue());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(key) ^ Objects.hashCode(value);
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }

  static int sizeOf(TreapNode<?, ?> tree) {
    return tree == null ? 0 : tree.size;
  }

  static long footprintBytes() {
    return Footprint.object(2 * Integer.BYTES, 5);
  }

  /** Makes the size agree with the children. */
  void resize() {
    size = sizeOf(left) + 1 + sizeOf(right);
  }

  @SuppressWarnings("ReferenceEquality") // this very node, not an entry equal to it
  boolean isLeft() {
    return parent != null && parent.left == this;
  }

  @SuppressWarnings("ReferenceEquality") // this very node, not an entry equal to it
  boolean isRight() {
    return parent != null && parent.right == this;
  }

  @SuppressWarnings("ReferenceEquality") // that very node, not an entry equal to it
  boolean isUnder(TreapNode<K, V> above) {
    return parent == above;
  }

  TreapNode<K, V> first() {
    TreapNode<K, V> node = this;
    while (node.left != null) {
      node = node.left;
    }
    return node;
  }

  TreapNode<K, V> last() {
    TreapNode<K, V> node = this;
    while (node.right != null) {
      node = node.right;
    }
    return node;
  }

  /** The node with the next key, or null. */
  TreapNode<K, V> next() {
    if (right != null) {
      return right.first();
    }
    TreapNode<K, V> node = this;
    while (node.isRight()) {
      node = node.parent;
    }
    return node.parent;
  }

  /** The node with the key before, or null. */
  TreapNode<K, V> previous() {
    if (left != null) {
      return left.last();
    }
    TreapNode<K, V> node = this;
    while (node.isLeft()) {
      node = node.parent;
    }
    return node.parent;
  }
}
