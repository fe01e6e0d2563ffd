package dev.sojourn.structures.tree;

import dev.sojourn.structures.internal.Footprint;
import dev.sojourn.structures.internal.SplitMix;
import java.util.Arrays;

/** The nodes of one or several {@link LongTreap}s in flat arrays. A node is its slot's number. */
final class NodeArena {
  /*
   * Implementation notes.
   *
   * Layout. A descent reads a key and a pair of children at every level, and nothing else: these
   * two words lie side by side, four nodes to a cache line. Values and sizes lie apart, because a
   * descent needs one value at its end and no size at all, and so does not drag them through the
   * cache.
   *
   * Holes. A place that can hold a child is a number, too: twice the slot, plus one for the right
   * side. Slot 0 is no node: it stands for "no child", its size is 0, and its left child is where
   * an operation keeps the root while it works.
   *
   * Free slots. What is freed is a whole subtree at a time: its root goes onto a list, linked by
   * the values, and its children follow when the root is used again. So dropping a million
   * entries costs as much as dropping one.
   *
   * Lending. A snapshot borrows the arrays. Whoever writes first, on either side, copies them
   * before (see own), and nobody ever writes to arrays that two arenas know.
   */
  static final int NIL = 0;
  static final int ROOT_HOLE = 0;

  private static final int RIGHT_SHIFT = Integer.SIZE;
  private static final long LOW_HALF = 0xffff_ffffL;
  private static final int MOST_SLOTS = (Integer.MAX_VALUE - 8) / 2;
  private static final int FIRST_STEP = 16;
  private static final long[] NONE = {};

  final long seed;
  final Aggregate aggregate;
  private final long salt;
  private final IntStack path = new IntStack();

  /** At twice the slot the key, and after it the children: the left one in the low half. */
  long[] nodes;

  /** The value; for the root of a free tree, the next such root. */
  long[] values;

  /** The number of nodes in the subtree. */
  int[] sizes;

  /** The aggregate of the subtree's values; empty when none is kept. */
  long[] folds;

  /** The first slot never used. */
  private int end = 1;

  private int freeTrees = NIL;
  private int freeSlots;
  private int treaps;
  private boolean lent;

  NodeArena(long seed, Aggregate aggregate, int capacity) {
    this.seed = seed;
    this.salt = SplitMix.salt(seed);
    this.aggregate = aggregate;
    int slots = checkSlots(capacity + 1L);
    this.nodes = new long[2 * slots];
    this.values = new long[slots];
    this.sizes = new int[slots];
    this.folds = aggregate == Aggregate.NONE ? NONE : new long[slots];
    if (folds.length > 0) {
      folds[NIL] = aggregate.identity();
    }
  }

  private NodeArena(NodeArena lender) {
    this.seed = lender.seed;
    this.salt = lender.salt;
    this.aggregate = lender.aggregate;
    this.nodes = lender.nodes;
    this.values = lender.values;
    this.sizes = lender.sizes;
    this.folds = lender.folds;
    this.end = lender.end;
    this.freeTrees = lender.freeTrees;
    this.freeSlots = lender.freeSlots;
  }

  /** An arena that is equal and independent; either copies the arrays when it writes first. */
  NodeArena lend() {
    NodeArena borrower = new NodeArena(this);
    lent = true;
    borrower.lent = true;
    return borrower;
  }

  /** To be called before anything is written. */
  void own() {
    if (lent) {
      nodes = nodes.clone();
      values = values.clone();
      sizes = sizes.clone();
      folds = folds.clone();
      lent = false;
    }
  }

  /** One treap more has its nodes here. */
  void enter() {
    treaps++;
  }

  /** One treap less has; whether any other may have. Those that were dropped are not known. */
  boolean leave() {
    treaps--;
    return treaps > 0;
  }

  /** Whether a tree keeps its shape and its aggregates when it moves from one to the other. */
  boolean isLike(NodeArena other) {
    return seed == other.seed && aggregate == other.aggregate;
  }

  /** How many slots hold a node of a treap. */
  int live() {
    return end - 1 - freeSlots;
  }

  long keyOf(int slot) {
    return nodes[2 * slot];
  }

  /** How many nodes there is room for. */
  int capacity() {
    return values.length - 1;
  }

  int left(int slot) {
    return (int) nodes[2 * slot + 1];
  }

  int right(int slot) {
    return (int) (nodes[2 * slot + 1] >>> RIGHT_SHIFT);
  }

  static int leftHole(int slot) {
    return 2 * slot;
  }

  static int rightHole(int slot) {
    return 2 * slot + 1;
  }

  /** The side of a node on which a key belongs, of which it is not the key. */
  int holeToward(int slot, long key) {
    return 2 * slot + (keyOf(slot) < key ? 1 : 0);
  }

  int in(int hole) {
    return (int) (nodes[hole | 1] >>> shiftOf(hole));
  }

  void put(int hole, int child) {
    int shift = shiftOf(hole);
    long others = nodes[hole | 1] & ~(LOW_HALF << shift);
    nodes[hole | 1] = others | ((long) child << shift);
  }

  private static int shiftOf(int hole) {
    return (hole & 1) * RIGHT_SHIFT;
  }

  /** Both children as one word: the left one in the low half. */
  long children(int slot) {
    return nodes[2 * slot + 1];
  }

  void setChildren(int slot, long children) {
    nodes[2 * slot + 1] = children;
  }

  /** The root left in {@link #ROOT_HOLE}, which is emptied. */
  int takeRoot() {
    int root = left(NIL);
    setChildren(NIL, 0);
    return root;
  }

  /** Larger above smaller; different keys have different priorities. */
  long priority(long key) {
    return SplitMix.mix(key ^ salt);
  }

  long priorityOf(int slot) {
    return priority(keyOf(slot));
  }

  /** The node of a key in a tree, or {@link #NIL}. */
  int find(int root, long key) {
    long[] n = nodes;
    int slot = root;
    while (slot != NIL) {
      long at = n[2 * slot];
      if (at == key) {
        return slot;
      }
      slot = (int) (n[2 * slot + 1] >>> (at < key ? RIGHT_SHIFT : 0));
    }
    return NIL;
  }

  /** The last node whose key is less than the bound, or {@link #NIL}. */
  int lastBelow(int root, long bound) {
    int best = NIL;
    for (int slot = root; slot != NIL; ) {
      boolean below = keyOf(slot) < bound;
      best = below ? slot : best;
      slot = below ? right(slot) : left(slot);
    }
    return best;
  }

  /** The first node whose key is greater than the bound, or {@link #NIL}. */
  int firstAbove(int root, long bound) {
    int best = NIL;
    for (int slot = root; slot != NIL; ) {
      boolean above = keyOf(slot) > bound;
      best = above ? slot : best;
      slot = above ? left(slot) : right(slot);
    }
    return best;
  }

  /** How many keys of a tree are less than a bound. */
  int countBelow(int root, long bound) {
    int below = 0;
    int here = sizes[root];
    for (int slot = root; slot != NIL; ) {
      boolean passes = keyOf(slot) < bound;
      slot = passes ? right(slot) : left(slot);
      int there = sizes[slot];
      below += passes ? here - there : 0;
      here = there;
    }
    return below;
  }

  /** The node with so many keys before it; there must be one. */
  int select(int root, int index) {
    int before = index;
    int slot = root;
    while (true) {
      int left = left(slot);
      int onLeft = sizes[left];
      if (before == onLeft) {
        return slot;
      }
      if (before < onLeft) {
        slot = left;
      } else {
        before -= onLeft + 1;
        slot = right(slot);
      }
    }
  }

  /** A slot for a node without children. */
  int allocate(long key, long value) {
    int slot = freeTrees == NIL ? unused() : reused();
    nodes[2 * slot] = key;
    setChildren(slot, 0);
    values[slot] = value;
    sizes[slot] = 1;
    if (folds.length > 0) {
      folds[slot] = value;
    }
    return slot;
  }

  private int unused() {
    if (end == values.length) {
      grow();
    }
    return end++;
  }

  private int reused() {
    int slot = freeTrees;
    freeTrees = (int) values[slot];
    freeSlots--;
    listFree(left(slot));
    listFree(right(slot));
    return slot;
  }

  private void listFree(int root) {
    if (root != NIL) {
      values[root] = freeTrees;
      freeTrees = root;
    }
  }

  /** Frees a whole tree at once. */
  void freeTree(int root) {
    freeSlots += sizes[root];
    listFree(root);
  }

  /** Frees a node and not its children. */
  void freeNode(int slot) {
    setChildren(slot, 0);
    sizes[slot] = 1;
    freeTree(slot);
  }

  /** Frees all, when every node that lives is dead to its treap. */
  void reset() {
    end = 1;
    freeTrees = NIL;
    freeSlots = 0;
  }

  /** Makes the size and the aggregate of a node agree with its children. */
  void pull(int slot) {
    int left = left(slot);
    int right = right(slot);
    sizes[slot] = sizes[left] + 1 + sizes[right];
    if (folds.length > 0) {
      folds[slot] = foldAt(slot, left, right);
    }
  }

  long foldAt(int slot, int left, int right) {
    return aggregate.combine(aggregate.combine(folds[left], folds[right]), values[slot]);
  }

  /** Makes the aggregates along the search for a key agree, from the last node up. */
  void refold(int root, long key) {
    if (folds.length == 0) {
      return;
    }
    for (int slot = root; slot != NIL; slot = in(holeToward(slot, key))) {
      path.push(slot);
    }
    while (!path.isEmpty()) {
      int slot = path.pop();
      folds[slot] = foldAt(slot, left(slot), right(slot));
    }
  }

  /** The roots of free trees that follow one another; for inspection. */
  int firstFree() {
    return freeTrees;
  }

  int freeSlots() {
    return freeSlots;
  }

  int end() {
    return end;
  }

  long footprintBytes() {
    int primitiveBytes = 2 * Long.BYTES + 4 * Integer.BYTES + 1;
    return Footprint.object(primitiveBytes, 6)
        + path.footprintBytes()
        + Footprint.array(nodes.length, Long.BYTES)
        + Footprint.array(values.length, Long.BYTES)
        + Footprint.array(sizes.length, Integer.BYTES)
        + Footprint.array(folds.length, Long.BYTES);
  }

  private void grow() {
    long slots = values.length;
    int more =
        checkSlots(Math.min(Math.max(MOST_SLOTS, slots + 1), slots + slots / 4 + FIRST_STEP));
    nodes = Arrays.copyOf(nodes, 2 * more);
    values = Arrays.copyOf(values, more);
    sizes = Arrays.copyOf(sizes, more);
    folds = folds.length == 0 ? folds : Arrays.copyOf(folds, more);
  }

  private static int checkSlots(long slots) {
    if (slots < 1) {
      throw new IllegalArgumentException(
          "capacity must not be negative, was " + (slots - 1) + "; use 0 to grow from nothing");
    }
    if (slots > MOST_SLOTS) {
      throw new OutOfMemoryError(
          "treaps in one arena hold at most "
              + (MOST_SLOTS - 1)
              + " entries, were asked for "
              + (slots - 1)
              + "; use several");
    }
    return (int) slots;
  }
}
