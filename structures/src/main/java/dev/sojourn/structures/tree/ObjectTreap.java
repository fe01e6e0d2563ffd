package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.TreapNode.sizeOf;

import dev.sojourn.structures.internal.Footprint;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** The tree of a {@link TreapMap}: nodes with parents, priorities drawn when they are made. */
final class ObjectTreap<K, V> {
  /*
   * Implementation notes. Every comparison of an operation is made before anything is changed, so a
   * comparator that throws leaves the tree as it was. Nodes never exchange keys: an entry in
   * somebody's hand stays the entry it was.
   */
  private final Comparator<? super K> order;
  private final Priorities priorities;
  private TreapNode<K, V> root;
  private int changes;

  ObjectTreap(Comparator<? super K> order, Priorities priorities) {
    this.order = order;
    this.priorities = priorities;
  }

  int size() {
    return sizeOf(root);
  }

  /** Rises with every change of the keys. */
  int changes() {
    return changes;
  }

  TreapNode<K, V> root() {
    return root;
  }

  TreapNode<K, V> first() {
    return root == null ? null : root.first();
  }

  TreapNode<K, V> last() {
    return root == null ? null : root.last();
  }

  TreapNode<K, V> find(K key) {
    TreapNode<K, V> node = root;
    while (node != null) {
      int side = order.compare(key, node.key);
      if (side == 0) {
        return node;
      }
      node = side < 0 ? node.left : node.right;
    }
    return null;
  }

  /** The last node whose key is less than the bound, or equal to it if that is included. */
  TreapNode<K, V> below(K bound, boolean inclusive) {
    TreapNode<K, V> best = null;
    TreapNode<K, V> node = root;
    while (node != null) {
      int side = order.compare(bound, node.key);
      if (side > 0 || (inclusive && side == 0)) {
        best = node;
        node = node.right;
      } else {
        node = node.left;
      }
    }
    return best;
  }

  /** The first node whose key is greater than the bound, or equal to it if that is included. */
  TreapNode<K, V> above(K bound, boolean inclusive) {
    TreapNode<K, V> best = null;
    TreapNode<K, V> node = root;
    while (node != null) {
      int side = order.compare(bound, node.key);
      if (side < 0 || (inclusive && side == 0)) {
        best = node;
        node = node.left;
      } else {
        node = node.right;
      }
    }
    return best;
  }

  /** How many keys are less than the bound, or equal to it if that is included. */
  int countBelow(K bound, boolean inclusive) {
    int count = 0;
    TreapNode<K, V> node = root;
    while (node != null) {
      int side = order.compare(bound, node.key);
      if (side > 0 || (inclusive && side == 0)) {
        count += sizeOf(node.left) + 1;
        node = node.right;
      } else {
        node = node.left;
      }
    }
    return count;
  }

  /** The node with so many keys before it; there must be one. */
  TreapNode<K, V> select(int index) {
    int before = index;
    TreapNode<K, V> node = root;
    while (true) {
      int onLeft = sizeOf(node.left);
      if (before == onLeft) {
        return node;
      }
      if (before < onLeft) {
        node = node.left;
      } else {
        before -= onLeft + 1;
        node = node.right;
      }
    }
  }

  /** Gives a key a value; returns the value before, or null if the key is new. */
  V put(K key, V value) {
    TreapNode<K, V> parent = null;
    int side = root == null ? order.compare(key, key) : 0;
    TreapNode<K, V> node = root;
    while (node != null) {
      side = order.compare(key, node.key);
      if (side == 0) {
        return node.setValue(value);
      }
      parent = node;
      node = side < 0 ? node.left : node.right;
    }
    attach(new TreapNode<>(key, value, priorities.next()), parent, side > 0);
    return null;
  }

  private void attach(TreapNode<K, V> fresh, TreapNode<K, V> parent, boolean onRight) {
    hang(fresh, parent, onRight);
    for (TreapNode<K, V> node = parent; node != null; node = node.parent) {
      node.size++;
    }
    while (fresh.parent != null && fresh.parent.priority < fresh.priority) {
      rotateUp(fresh);
    }
    changes++;
  }

  private void rotateUp(TreapNode<K, V> node) {
    TreapNode<K, V> down = node.parent;
    TreapNode<K, V> above = down.parent;
    boolean downOnRight = down.isRight();
    if (node.isLeft()) {
      hang(node.right, down, false);
      hang(down, node, true);
    } else {
      hang(node.left, down, true);
      hang(down, node, false);
    }
    hang(node, above, downOnRight);
    down.resize();
    node.resize();
  }

  void remove(TreapNode<K, V> node) {
    for (TreapNode<K, V> up = node.parent; up != null; up = up.parent) {
      up.size--;
    }
    merge(node.left, node.right, node.parent, node.isRight());
    node.left = null;
    node.right = null;
    node.parent = null;
    node.size = 1;
    changes++;
  }

  /** Hangs two trees where one was; all keys of the first are below all of the second. */
  private void merge(
      TreapNode<K, V> low, TreapNode<K, V> high, TreapNode<K, V> parent, boolean onRight) {
    TreapNode<K, V> a = low;
    TreapNode<K, V> b = high;
    TreapNode<K, V> at = parent;
    boolean right = onRight;
    while (a != null && b != null) {
      int both = a.size + b.size;
      boolean lowWins = a.priority >= b.priority;
      TreapNode<K, V> top = lowWins ? a : b;
      if (lowWins) {
        a = a.right;
      } else {
        b = b.left;
      }
      top.size = both;
      hang(top, at, right);
      at = top;
      right = lowWins;
    }
    hang(a == null ? b : a, at, right);
  }

  private void hang(TreapNode<K, V> child, TreapNode<K, V> parent, boolean onRight) {
    if (parent == null) {
      root = child;
    } else if (onRight) {
      parent.right = child;
    } else {
      parent.left = child;
    }
    if (child != null) {
      child.parent = parent;
    }
  }

  void clear() {
    root = null;
    changes++;
  }

  /**
   * Fills an empty treap from entries in its own order, in linear time. If the iterator throws, the
   * entries it had given are there.
   */
  void fill(Iterator<? extends Map.Entry<? extends K, ? extends V>> sorted) {
    TreapNode<K, V> last = null;
    try {
      while (sorted.hasNext()) {
        Map.Entry<? extends K, ? extends V> entry = sorted.next();
        last = append(entry.getKey(), entry.getValue(), last);
      }
    } finally {
      for (TreapNode<K, V> node = last; node != null; node = node.parent) {
        node.resize();
      }
      changes++;
    }
  }

  /** The new last node takes what it pushes off the right spine for its left subtree. */
  private TreapNode<K, V> append(K key, V value, TreapNode<K, V> last) {
    TreapNode<K, V> fresh = new TreapNode<>(key, value, priorities.next());
    TreapNode<K, V> above = last;
    TreapNode<K, V> below = null;
    while (above != null && above.priority < fresh.priority) {
      above.resize();
      below = above;
      above = above.parent;
    }
    hang(below, fresh, false);
    hang(fresh, above, true);
    return fresh;
  }

  long footprintBytes() {
    return Footprint.object(Integer.BYTES, 3)
        + Priorities.footprintBytes()
        + size() * TreapNode.footprintBytes();
  }

  /** Checks order, priorities, parents and sizes; a tree with a circle fails by a size. */
  Optional<String> verify() {
    if (root != null && root.parent != null) {
      return Optional.of("the root %s has a parent".formatted(root.key));
    }
    TreapNode<K, V> before = null;
    int count = 0;
    for (TreapNode<K, V> node = first(); node != null && count <= size(); node = node.next()) {
      Optional<String> flaw = flawAt(node);
      if (flaw.isPresent()) {
        return flaw;
      }
      if (before != null && order.compare(before.key, node.key) >= 0) {
        return Optional.of("key %s comes after key %s".formatted(node.key, before.key));
      }
      before = node;
      count++;
    }
    return count == size()
        ? Optional.empty()
        : Optional.of("%d keys are counted, not %d".formatted(size(), count));
  }

  private Optional<String> flawAt(TreapNode<K, V> node) {
    if (node.size != sizeOf(node.left) + 1 + sizeOf(node.right)) {
      return Optional.of("the size at key %s is %d".formatted(node.key, node.size));
    }
    return flawBelow(node, node.left).or(() -> flawBelow(node, node.right));
  }

  private Optional<String> flawBelow(TreapNode<K, V> parent, TreapNode<K, V> child) {
    if (child == null) {
      return Optional.empty();
    }
    if (!child.isUnder(parent)) {
      return Optional.of(
          "key %s is not the parent its child %s names".formatted(parent.key, child.key));
    }
    return child.priority > parent.priority
        ? Optional.of(
            "key %s is above key %s, whose priority is higher".formatted(parent.key, child.key))
        : Optional.empty();
  }
}
