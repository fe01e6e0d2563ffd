package dev.sojourn.structures.tree;

import dev.sojourn.structures.internal.Footprint;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A sorted map of objects that goes wherever {@link java.util.TreeMap} goes, and that also tells
 * the rank of a key, the key of a rank and the size of a range: a treap.
 *
 * <p><b>Costs.</b> All expected, over the seed, whatever the order of the operations. {@link #get},
 * {@link #put}, {@link #remove}, neighbours, {@link #rank}, {@link #select}, {@link #countRange},
 * and {@code size} of any view: O(log n); a search makes about 2 ln n comparisons. {@link #size},
 * {@link #clear}: O(1). The map of a {@link SortedMap}: O(n). {@code clear} of a view with k
 * entries: O(k) and O(log n). An entry put, a view made and an entry handed out by {@code
 * firstEntry} and the like allocate; nothing else does.
 *
 * <p><b>Space.</b> 40 bytes an entry with compressed references, as much as {@code TreeMap}: the
 * size of the subtree and its priority take the place of the colour.
 *
 * <p><b>Threads.</b> One at a time; any number may read while none writes. Iterators fail fast, as
 * far as they can.
 *
 * <p><b>Nulls</b> are lawful values, and keys if the comparator takes them. <b>Order</b> is that of
 * the comparator, or natural; keys that compare as equal are one key. Entries of the views'
 * iterators write through, also after they were removed; those of {@code firstEntry}, {@code
 * floorEntry} and the like are copies that do not change.
 *
 * <p><b>Shape.</b> Priorities are drawn from the seed as keys come: the same seed and the same
 * operations give the same tree. They do not depend on the keys, so no choice of keys, hashes
 * included, makes the tree deep. {@link LongTreap} has shapes that do not depend on history.
 *
 * <p><b>Exceptions.</b> If a comparison throws, nothing has changed. <b>Serialization</b> is not
 * offered: write the entries, and build again.
 *
 * <p><b>Prefer instead</b> {@link LongTreap} where keys and values fit a long, {@link
 * java.util.TreeMap} where ranks are not needed: its searches are shorter; {@link
 * java.util.concurrent.ConcurrentSkipListMap} between threads.
 *
 * <p><b>Source.</b> Seidel and Aragon, Randomized search trees, 1996. Departure: a deletion merges
 * the two subtrees instead of rotating the node down.
 *
 * @param <K> the keys
 * @param <V> the values
 * @see <a href="https://doi.org/10.1007/BF01940876">Seidel and Aragon, 1996</a>
 */
public final class TreapMap<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V> {
  /*
   * Implementation notes. The map is the view of all keys of a tree: what a NavigableMap can do is
   * done in TreapRange, for any range and either direction, and asked here of the widest.
   */
  private static final long DEFAULT_SEED = 0x5472656170L;

  private final ObjectTreap<K, V> treap;
  private final TreapRange<K, V> all;

  /** An empty map in natural order. */
  public TreapMap() {
    this((Comparator<? super K>) null);
  }

  /**
   * An empty map.
   *
   * @param comparator the order, or null for the natural order
   */
  public TreapMap(Comparator<? super K> comparator) {
    this(comparator, new Priorities(DEFAULT_SEED, Priorities.ALL_BITS));
  }

  /**
   * A map of the entries of another, in natural order.
   *
   * @param entries what the map holds
   */
  public TreapMap(Map<? extends K, ? extends V> entries) {
    this();
    putAll(entries);
  }

  /**
   * A map of the entries of a sorted map, in the same order, built in linear time.
   *
   * @param entries what the map holds
   */
  public TreapMap(SortedMap<K, ? extends V> entries) {
    this(entries.comparator());
    putAll(entries);
  }

  TreapMap(Comparator<? super K> comparator, Priorities priorities) {
    Comparator<? super K> order = comparator == null ? natural() : comparator;
    this.treap = new ObjectTreap<>(order, priorities);
    this.all = TreapRange.all(treap, order, comparator);
  }

  /**
   * An empty map whose shape is decided by a seed.
   *
   * @param <K> the keys
   * @param <V> the values
   * @param seed where priorities are drawn from
   * @param comparator the order, or null for the natural order
   * @return the map
   */
  public static <K, V> TreapMap<K, V> withSeed(long seed, Comparator<? super K> comparator) {
    return new TreapMap<>(comparator, new Priorities(seed, Priorities.ALL_BITS));
  }

  /** Throws for keys that cannot be compared and for null, as the natural order does. */
  @SuppressWarnings("unchecked")
  private static <K> Comparator<K> natural() {
    return (Comparator<K>) Comparator.naturalOrder();
  }

  /**
   * How many keys are less than a bound: the index at which it is or would be.
   *
   * @param bound a key, there or not
   * @return from 0 to {@link #size}
   */
  public int rank(K bound) {
    return treap.countBelow(bound, false);
  }

  /**
   * The entry with a number of keys before it.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the entry, which writes through to the map
   * @throws IndexOutOfBoundsException if there are not so many entries
   */
  public Map.Entry<K, V> select(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(
          "index " + index + " is out of range: there are " + size() + " entries");
    }
    return treap.select(index);
  }

  /**
   * How many keys lie in a range, both of whose ends belong to it.
   *
   * @param from the least key counted
   * @param to the greatest key counted, not less than {@code from}
   * @return from 0 to {@link #size}
   * @throws IllegalArgumentException if {@code from} is greater than {@code to}
   */
  public int countRange(K from, K to) {
    return subMap(from, true, to, true).size();
  }

  @Override
  public int size() {
    return treap.size();
  }

  @Override
  public boolean containsKey(Object key) {
    return all.containsKey(key);
  }

  @Override
  public V get(Object key) {
    return all.get(key);
  }

  @Override
  public V put(K key, V value) {
    return treap.put(key, value);
  }

  /**
   * Puts all entries of another map, in linear time if this map is empty and the other sorted in
   * its order.
   *
   * @param entries what to put
   */
  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    if (isEmpty()
        && entries instanceof SortedMap<? extends K, ? extends V> sorted
        && Objects.equals(sorted.comparator(), comparator())) {
      treap.fill(sorted.entrySet().iterator());
    } else {
      super.putAll(entries);
    }
  }

  @Override
  public V remove(Object key) {
    return all.remove(key);
  }

  @Override
  public void clear() {
    treap.clear();
  }

  @Override
  public Comparator<? super K> comparator() {
    return all.comparator();
  }

  @Override
  public K firstKey() {
    return all.firstKey();
  }

  @Override
  public K lastKey() {
    return all.lastKey();
  }

  @Override
  public Map.Entry<K, V> firstEntry() {
    return all.firstEntry();
  }

  @Override
  public Map.Entry<K, V> lastEntry() {
    return all.lastEntry();
  }

  @Override
  public Map.Entry<K, V> pollFirstEntry() {
    return all.pollFirstEntry();
  }

  @Override
  public Map.Entry<K, V> pollLastEntry() {
    return all.pollLastEntry();
  }

  @Override
  public Map.Entry<K, V> lowerEntry(K key) {
    return all.lowerEntry(key);
  }

  @Override
  public K lowerKey(K key) {
    return all.lowerKey(key);
  }

  @Override
  public Map.Entry<K, V> floorEntry(K key) {
    return all.floorEntry(key);
  }

  @Override
  public K floorKey(K key) {
    return all.floorKey(key);
  }

  @Override
  public Map.Entry<K, V> ceilingEntry(K key) {
    return all.ceilingEntry(key);
  }

  @Override
  public K ceilingKey(K key) {
    return all.ceilingKey(key);
  }

  @Override
  public Map.Entry<K, V> higherEntry(K key) {
    return all.higherEntry(key);
  }

  @Override
  public K higherKey(K key) {
    return all.higherKey(key);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return all.entrySet();
  }

  @Override
  public NavigableSet<K> keySet() {
    return all.navigableKeySet();
  }

  @Override
  public NavigableSet<K> navigableKeySet() {
    return all.navigableKeySet();
  }

  @Override
  public NavigableSet<K> descendingKeySet() {
    return all.descendingKeySet();
  }

  @Override
  public Collection<V> values() {
    return all.values();
  }

  @Override
  public NavigableMap<K, V> descendingMap() {
    return all.descendingMap();
  }

  @Override
  public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
    return all.subMap(from, fromInclusive, to, toInclusive);
  }

  @Override
  public NavigableMap<K, V> headMap(K to, boolean inclusive) {
    return all.headMap(to, inclusive);
  }

  @Override
  public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
    return all.tailMap(from, inclusive);
  }

  @Override
  public NavigableMap<K, V> subMap(K from, K to) {
    return all.subMap(from, to);
  }

  @Override
  public NavigableMap<K, V> headMap(K to) {
    return all.headMap(to);
  }

  @Override
  public NavigableMap<K, V> tailMap(K from) {
    return all.tailMap(from);
  }

  /**
   * The shape of a map at a moment.
   *
   * @param size how many entries there are
   * @param height how many nodes the longest search meets
   * @param meanDepth how many a search for a key that is there meets on average, 0 if there is none
   */
  public record Stats(int size, int height, double meanDepth) {}

  /**
   * Tells the shape of this map; O(n).
   *
   * @return as it is now
   */
  public Stats stats() {
    Depths depths = Depths.of(treap.root());
    return new Stats(size(), depths.height, isEmpty() ? 0 : (double) depths.total / size());
  }

  /**
   * The bytes this map occupies: its objects and its nodes; not the keys and values, nor the
   * comparator.
   *
   * @return the size on a 64-bit HotSpot whose references are compressed unless the largest heap
   *     allowed is 32 GiB or more
   */
  public long footprintBytes() {
    return Footprint.object(0, 4) + TreapRange.footprintBytes() + treap.footprintBytes();
  }

  /**
   * Checks the whole map; O(n). For tests and for those who doubt their comparator.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    return treap.verify();
  }

  ObjectTreap<K, V> treap() {
    return treap;
  }
}
