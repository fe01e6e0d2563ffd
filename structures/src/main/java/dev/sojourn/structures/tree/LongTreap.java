package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;

import dev.sojourn.structures.internal.Footprint;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * A sorted map from {@code long} to {@code long}: a treap whose nodes lie in flat arrays, which can
 * be cut in two, joined and united, and asked for ranks and ranges.
 *
 * <p><b>Costs.</b> All expected, over the seed, whatever the order of the operations. {@link #get},
 * {@link #put}, {@link #remove}, neighbours, {@link #rank}, {@link #select}, {@link #countRange},
 * {@link #aggregate}: O(log n); a search meets 2 ln n nodes on average, 1.4 times as many as in a
 * perfectly balanced tree. {@link #split}: O(log n). {@link #join}: O(log n) when both lie in one
 * arena, else as much again as copying the smaller costs, or the other, if seed or aggregate
 * differ. {@link #union}, {@link #intersection}, {@link #difference} of m and n entries, m the
 * fewer: O(m log(n/m + 1)). {@link #ofSorted}, {@link #trim}: O(n). {@link #clear}, {@link
 * #snapshot}: O(1), and the first change on either side of a snapshot copies the arrays, O(n).
 * Nothing but growth allocates, by a quarter, except that a split makes a treap, a join leaves a
 * fresh one behind, and bulk operations use a stack as deep as the tree.
 *
 * <p><b>Space.</b> 28 bytes a slot, 36 with an {@link Aggregate}; after {@link #trim} or {@link
 * #ofSorted} as many slots as entries, while it grows at most a quarter more and sixteen. Removed
 * entries leave their slots for new ones.
 *
 * <p><b>Threads.</b> One at a time. Treaps that were split from one another share an arena, and so
 * their thread, until one is {@linkplain #trim trimmed}. A {@linkplain #snapshot snapshot} shares
 * nothing that is written: once safely published, other threads may read it while this treap
 * changes, and without a writer any number may read, cursors of their own included.
 *
 * <p><b>Order, ties.</b> Every long is a lawful key and a lawful value; a key is there once. The
 * shape depends on the seed and the keys that are there alone, not on how they came there: equal
 * seed and equal keys give the same tree. Whoever knows the seed can choose keys that make it deep,
 * to the square root of the keys they try: keep the seed secret from strangers.
 *
 * <p><b>Prefer instead</b> {@link TreapMap} for objects, {@link java.util.TreeMap} where its views
 * are needed and ranks are not, a hash table where order is not, a sorted array for what never
 * changes.
 *
 * <p><b>Source.</b> Seidel and Aragon, Randomized search trees, 1996, with the priority hashed from
 * the key (section 7.1 there); Blelloch and Reid-Miller, Fast set operations using treaps, 1998.
 * Departure: the hash is a bijection, so priorities never tie, and a key that two treaps have in
 * common meets itself root to root.
 *
 * @see <a href="https://doi.org/10.1007/BF01940876">Seidel and Aragon, 1996</a>
 * @see <a href="https://doi.org/10.1145/277651.277660">Blelloch and Reid-Miller, 1998</a>
 */
public final class LongTreap {
  /*
   * Implementation notes. What a node is, is in NodeArena; the moves on trees are in TreapMoves,
   * SetOperation and SortedBuild, none of which recurses. Here is the map: a root in an arena.
   */
  private static final long DEFAULT_SEED = 0x5472656170L;

  private NodeArena arena;
  private int root = NIL;
  private int changes;

  /** An empty treap with a fixed seed: the same keys give the same tree in every program. */
  public LongTreap() {
    this(DEFAULT_SEED);
  }

  /**
   * An empty treap.
   *
   * @param seed decides the shape, together with the keys
   */
  public LongTreap(long seed) {
    this(seed, Aggregate.NONE);
  }

  /**
   * An empty treap that can be asked for an aggregate of any range.
   *
   * @param seed decides the shape, together with the keys
   * @param aggregate what is kept for every subtree
   */
  public LongTreap(long seed, Aggregate aggregate) {
    this(new NodeArena(seed, Objects.requireNonNull(aggregate, "aggregate"), 0));
  }

  private LongTreap(NodeArena arena) {
    this.arena = arena;
    arena.enter();
  }

  /**
   * A treap of entries in ascending order, built in linear time; its nodes lie in the order of the
   * keys.
   *
   * @param keys strictly ascending
   * @param values the values of the keys
   * @return the treap
   * @throws IllegalArgumentException if the keys do not ascend or the arrays differ in length
   */
  public static LongTreap ofSorted(long[] keys, long[] values) {
    return ofSorted(DEFAULT_SEED, Aggregate.NONE, keys, values);
  }

  /**
   * A treap of entries in ascending order, built in linear time; its nodes lie in the order of the
   * keys.
   *
   * @param seed decides the shape, together with the keys
   * @param aggregate what is kept for every subtree
   * @param keys strictly ascending
   * @param values the values of the keys
   * @return the treap
   * @throws IllegalArgumentException if the keys do not ascend or the arrays differ in length
   */
  public static LongTreap ofSorted(long seed, Aggregate aggregate, long[] keys, long[] values) {
    requireAscending(keys, values);
    Objects.requireNonNull(aggregate, "aggregate");
    LongTreap treap = new LongTreap(new NodeArena(seed, aggregate, keys.length));
    SortedBuild build = new SortedBuild(treap.arena);
    for (int i = 0; i < keys.length; i++) {
      build.append(keys[i], values[i]);
    }
    treap.root = build.finish();
    return treap;
  }

  /**
   * The number of entries.
   *
   * @return at least 0
   */
  public int size() {
    return arena.sizes[root];
  }

  /**
   * Whether there is no entry.
   *
   * @return true if {@link #size} is 0
   */
  public boolean isEmpty() {
    return root == NIL;
  }

  /**
   * The seed given at construction.
   *
   * @return the seed
   */
  public long seed() {
    return arena.seed;
  }

  /**
   * Whether a key is there.
   *
   * @param key any long
   * @return true if it is
   */
  public boolean containsKey(long key) {
    return arena.find(root, key) != NIL;
  }

  /**
   * The value of a key that is there.
   *
   * @param key any long
   * @return its value
   * @throws NoSuchElementException if the key is not there
   */
  public long get(long key) {
    NodeArena nodes = arena;
    int slot = nodes.find(root, key);
    if (slot == NIL) {
      throw new NoSuchElementException(
          "no entry for key " + key + "; use getOrDefault for keys that may be absent");
    }
    return nodes.values[slot];
  }

  /**
   * The value of a key, or another if the key is not there.
   *
   * @param key any long
   * @param absent what to return if the key is not there
   * @return the key's value or {@code absent}
   */
  public long getOrDefault(long key, long absent) {
    NodeArena nodes = arena;
    int slot = nodes.find(root, key);
    return slot == NIL ? absent : nodes.values[slot];
  }

  /**
   * Gives a key a value, whether it had one or not.
   *
   * @param key any long
   * @param value any long
   * @return true if the key was not there
   * @throws OutOfMemoryError if the arena would outgrow the longest array
   */
  public boolean put(long key, long value) {
    arena.own();
    int slot = arena.find(root, key);
    if (slot != NIL) {
      arena.values[slot] = value;
      arena.refold(root, key);
      return false;
    }
    root = TreapMoves.insert(arena, root, key, value);
    changes++;
    return true;
  }

  /**
   * Removes a key with its value.
   *
   * @param key any long
   * @return true if it was there
   */
  public boolean remove(long key) {
    if (arena.find(root, key) == NIL) {
      return false;
    }
    arena.own();
    root = TreapMoves.remove(arena, root, key);
    changes++;
    return true;
  }

  /** Forgets all entries and keeps the room they had. */
  public void clear() {
    if (arena.live() == size()) {
      arena.reset();
    } else {
      arena.own();
      arena.freeTree(root);
    }
    root = NIL;
    changes++;
  }

  /**
   * The smallest key.
   *
   * @return the smallest key
   * @throws NoSuchElementException if there is no entry
   */
  public long firstKey() {
    requireNotEmpty();
    return select(0);
  }

  /**
   * The largest key.
   *
   * @return the largest key
   * @throws NoSuchElementException if there is no entry
   */
  public long lastKey() {
    requireNotEmpty();
    return select(size() - 1);
  }

  /**
   * The largest key less than a bound.
   *
   * @param bound any long
   * @param absent what to return if there is none
   * @return the key or {@code absent}
   */
  public long lowerKey(long bound, long absent) {
    return keyOr(arena.lastBelow(root, bound), absent);
  }

  /**
   * The largest key that is at most a bound.
   *
   * @param bound any long
   * @param absent what to return if there is none
   * @return the key or {@code absent}
   */
  public long floorKey(long bound, long absent) {
    return bound == Long.MAX_VALUE
        ? keyOr(isEmpty() ? NIL : arena.select(root, size() - 1), absent)
        : lowerKey(bound + 1, absent);
  }

  /**
   * The smallest key that is at least a bound.
   *
   * @param bound any long
   * @param absent what to return if there is none
   * @return the key or {@code absent}
   */
  public long ceilingKey(long bound, long absent) {
    return bound == Long.MIN_VALUE
        ? keyOr(isEmpty() ? NIL : arena.select(root, 0), absent)
        : higherKey(bound - 1, absent);
  }

  /**
   * The smallest key greater than a bound.
   *
   * @param bound any long
   * @param absent what to return if there is none
   * @return the key or {@code absent}
   */
  public long higherKey(long bound, long absent) {
    return keyOr(arena.firstAbove(root, bound), absent);
  }

  /**
   * How many keys are less than a bound: the index at which it is or would be.
   *
   * @param bound any long
   * @return from 0 to {@link #size}
   */
  public int rank(long bound) {
    return arena.countBelow(root, bound);
  }

  /**
   * The key with a number of keys before it.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the key
   * @throws IndexOutOfBoundsException if there are not so many keys
   */
  public long select(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(
          "index " + index + " is out of range: there are " + size() + " keys");
    }
    return arena.keyOf(arena.select(root, index));
  }

  /**
   * How many keys lie in a range, both of whose ends belong to it.
   *
   * @param from the least key counted
   * @param to the greatest key counted, at least {@code from}
   * @return from 0 to {@link #size}
   * @throws IllegalArgumentException if {@code from} is greater than {@code to}
   */
  public int countRange(long from, long to) {
    requireRange(from, to);
    int through = to == Long.MAX_VALUE ? size() : rank(to + 1);
    return through - rank(from);
  }

  /**
   * The aggregate of all values whose keys lie in a range, both of whose ends belong to it.
   *
   * @param from the least key
   * @param to the greatest key, at least {@code from}
   * @return their sum, minimum or maximum, or {@link Aggregate#identity} if there is no such key
   * @throws IllegalArgumentException if {@code from} is greater than {@code to}
   * @throws IllegalStateException if this treap was made without an aggregate
   */
  public long aggregate(long from, long to) {
    requireRange(from, to);
    if (arena.aggregate == Aggregate.NONE) {
      throw new IllegalStateException(
          "this treap keeps no aggregate; make it with Aggregate.SUM, MIN or MAX");
    }
    return RangeFold.of(arena, root, from, to);
  }

  /**
   * Takes out all entries from a key on.
   *
   * @param key the least key to go
   * @return what was taken out, in the same arena as this treap
   */
  public LongTreap split(long key) {
    arena.own();
    long parts = TreapMoves.split(arena, root, key);
    LongTreap upper = new LongTreap(arena);
    root = (int) parts;
    upper.root = (int) (parts >>> Integer.SIZE);
    changes++;
    return upper;
  }

  /**
   * Adds all entries of a treap whose keys are above all of this one; it is empty afterwards.
   *
   * @param higher the entries to add
   * @throws IllegalArgumentException if its keys are not above, or it is this treap; nothing has
   *     changed then
   */
  public void join(LongTreap higher) {
    requireOther(higher);
    if (!isEmpty() && !higher.isEmpty() && lastKey() >= higher.firstKey()) {
      throw new IllegalArgumentException(
          "keys to join must be above %d, were from %d; use union"
              .formatted(lastKey(), higher.firstKey()));
    }
    if (higher.isEmpty()) {
      return;
    }
    long boundary = higher.firstKey();
    int high = gather(higher);
    root = TreapMoves.join(arena, root, high, boundary);
  }

  /**
   * Adds all entries of another treap, which is empty afterwards. For a key in both, its value
   * replaces the one here.
   *
   * @param other the entries to add
   * @throws IllegalArgumentException if it is this treap
   */
  public void union(LongTreap other) {
    combine(SetOperation.UNION, other);
  }

  /**
   * Keeps the entries whose keys are also in another treap, which is empty afterwards. The values
   * stay what they are here.
   *
   * @param other the keys to keep
   * @throws IllegalArgumentException if it is this treap
   */
  public void intersection(LongTreap other) {
    combine(SetOperation.INTERSECTION, other);
  }

  /**
   * Removes the entries whose keys are in another treap, which is empty afterwards.
   *
   * @param other the keys to remove
   * @throws IllegalArgumentException if it is this treap
   */
  public void difference(LongTreap other) {
    combine(SetOperation.DIFFERENCE, other);
  }

  /**
   * The entries as they are now, in a treap of its own; either may change without the other. Both
   * use the same arrays until one changes: it copies them first.
   *
   * @return a treap equal to this one
   */
  public LongTreap snapshot() {
    LongTreap copy = new LongTreap(arena.lend());
    copy.root = root;
    return copy;
  }

  /**
   * Moves the entries to an arena of their own that has no more room than they need, in the order
   * of their keys: neighbours then share cache lines.
   */
  public void trim() {
    NodeArena compact = new NodeArena(arena.seed, arena.aggregate, size());
    moveTo(compact);
    changes++;
  }

  /**
   * A cursor before the first key; it sees the treap as it is when it moves.
   *
   * @return a new cursor
   */
  public LongTreapCursor cursor() {
    return new LongTreapCursor(this);
  }

  /**
   * All keys in ascending order.
   *
   * @return a new array as long as {@link #size}
   */
  public long[] keys() {
    long[] keys = new long[size()];
    LongTreapCursor cursor = cursor();
    for (int i = 0; cursor.next(); i++) {
      keys[i] = cursor.key();
    }
    return keys;
  }

  /**
   * How many nodes a search for a key that is there meets, on average over all keys; O(n).
   *
   * @return about {@code 2 ln n - 1.85}, or 0 if there is no entry
   */
  public double meanDepth() {
    long nodes = 0;
    InOrder walk = new InOrder();
    walk.start(arena, root);
    for (int slot = walk.next(arena); slot != NIL; slot = walk.next(arena)) {
      nodes += arena.sizes[slot];
    }
    return isEmpty() ? 0 : (double) nodes / size();
  }

  /**
   * The shape of a treap at a moment.
   *
   * @param size how many entries there are
   * @param slots how many its arena has room for, free ones and those of other treaps in it
   *     included
   * @param height how many nodes the longest search meets
   * @param meanDepth as {@link LongTreap#meanDepth} tells it
   */
  public record Stats(int size, int slots, int height, double meanDepth) {}

  /**
   * Tells the shape of this treap; O(n), and a stack as deep as the tree.
   *
   * @return as it is now
   */
  public Stats stats() {
    return new Stats(size(), arena.capacity(), Height.of(arena, root), meanDepth());
  }

  /**
   * The bytes this treap occupies: its object and its arena, slots used or not. What an arena
   * shares with other treaps is counted by each of them.
   *
   * @return the size on a 64-bit HotSpot
   */
  public long footprintBytes() {
    return Footprint.object(2 * Integer.BYTES, 1) + arena.footprintBytes();
  }

  /**
   * Checks the whole treap and its arena's free slots; O(n). For tests and for those who suspect a
   * race.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    return ArenaInspection.of(arena, root);
  }

  /**
   * A description for people, without the entries.
   *
   * @return size and aggregate
   */
  @Override
  public String toString() {
    return "LongTreap[size=" + size() + ", aggregate=" + arena.aggregate + "]";
  }

  NodeArena arena() {
    return arena;
  }

  int root() {
    return root;
  }

  /** Rises with every change of the keys or their slots. */
  int changes() {
    return changes;
  }

  private void combine(SetOperation operation, LongTreap other) {
    requireOther(other);
    int theirs = gather(other);
    root = operation.of(arena, root, theirs);
  }

  /**
   * Takes another treap's entries into the arena of this one, after this one has moved to the arena
   * of the other if that is less to copy; returns the root of what was the other's.
   */
  private int gather(LongTreap other) {
    changes++;
    if (arena != other.arena) {
      boolean fewer = size() < other.size() && arena.isLike(other.arena);
      LongTreap moving = fewer ? this : other;
      moving.moveTo(fewer ? other.arena : arena);
    }
    int theirs = other.root;
    other.leave();
    arena.own();
    return theirs;
  }

  /** Copies the entries to another arena and frees what they leave behind. */
  private void moveTo(NodeArena target) {
    target.own();
    int copy = SortedBuild.copy(arena, root, target);
    if (arena.leave()) {
      arena.own();
      arena.freeTree(root);
    }
    target.enter();
    arena = target;
    root = copy;
  }

  /** Starts afresh, the entries having gone to another treap. */
  private void leave() {
    arena.leave();
    arena = new NodeArena(arena.seed, arena.aggregate, 0);
    arena.enter();
    root = NIL;
    changes++;
  }

  private long keyOr(int slot, long absent) {
    return slot == NIL ? absent : arena.keyOf(slot);
  }

  private void requireNotEmpty() {
    if (isEmpty()) {
      throw new NoSuchElementException("the treap is empty; ask isEmpty() first");
    }
  }

  private void requireOther(LongTreap other) {
    if (other == this) {
      throw new IllegalArgumentException(
          "a treap cannot be combined with itself; use a snapshot of it");
    }
  }

  private static void requireRange(long from, long to) {
    if (from > to) {
      throw new IllegalArgumentException(
          "a range must not end before it begins, was from " + from + " to " + to);
    }
  }

  private static void requireAscending(long[] keys, long[] values) {
    if (keys.length != values.length) {
      throw new IllegalArgumentException(
          "there must be a value for each key, were %d keys and %d values"
              .formatted(keys.length, values.length));
    }
    for (int i = 1; i < keys.length; i++) {
      if (keys[i - 1] >= keys[i]) {
        throw new IllegalArgumentException(
            "keys must ascend strictly, but key %d is %d after %d; sort them and drop duplicates"
                .formatted(i, keys[i], keys[i - 1]));
      }
    }
  }
}
