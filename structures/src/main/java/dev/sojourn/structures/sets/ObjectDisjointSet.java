package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A partition of objects, to which more can be added at any time.
 *
 * <p><b>Costs.</b> {@link #union}, {@link #find}, {@link #connected}, {@link #setSize}: one look-up
 * in a hash map for each argument, then inverse Ackermann steps over an array, amortised; no
 * allocation. {@link #add}: O(1) amortised. {@link #sets}: O(size).
 *
 * <p><b>Space.</b> A hash map's entry, an {@code Integer}, a reference and four bytes for each
 * element, plus slack; the elements themselves are the caller's.
 *
 * <p><b>Threads.</b> For one thread; even {@code find} writes.
 *
 * <p><b>Nulls</b> are refused. <b>Equality</b> is that of {@code equals} and {@code hashCode},
 * which must not change while an element is in here. <b>A stranger</b>, an object never added, is
 * refused before anything changes. <b>Order</b>: {@code sets} lists sets by their first added
 * elements and members as they were added.
 *
 * <p><b>Prefer instead</b> {@link DisjointSet} once your objects have numbers: the look-ups cost
 * more than all the rest.
 *
 * <p><b>Source.</b> Galler and Fischer, <i>An improved equivalence algorithm</i>, CACM 1964, linked
 * by size; halved paths.
 *
 * @param <E> type of the elements
 * @see <a href="https://doi.org/10.1145/364099.364331">Galler and Fischer 1964</a>
 */
public final class ObjectDisjointSet<E> {
  private static final int FIRST_CAPACITY = 16;

  private final Map<E, Integer> ids = new HashMap<>();
  private final List<E> elements = new ArrayList<>();

  /** By id: the parent's id, or a root's size, negated. */
  private int[] parent = new int[FIRST_CAPACITY];

  private int count;

  /** Starts without elements. */
  public ObjectDisjointSet() {}

  /**
   * Starts with every given element in a set of its own.
   *
   * @param elements the first elements; one that occurs again is ignored
   */
  public ObjectDisjointSet(Collection<? extends E> elements) {
    elements.forEach(this::add);
  }

  /**
   * Adds an element, in a set of its own.
   *
   * @param element not null
   * @return false when it was an element already; nothing has changed then
   */
  public boolean add(E element) {
    Objects.requireNonNull(element, "element");
    int id = elements.size();
    if (ids.putIfAbsent(element, id) != null) {
      return false;
    }
    elements.add(element);
    if (id == parent.length) {
      parent = Arrays.copyOf(parent, (int) Math.min(2L * id, Elements.MAX_SIZE));
    }
    parent[id] = -1;
    count++;
    return true;
  }

  /**
   * Tells whether an object was added.
   *
   * @param element any object
   * @return true when it is an element
   */
  public boolean contains(Object element) {
    return ids.containsKey(element);
  }

  /**
   * Merges the sets of two elements.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when they were in different sets before
   * @throws IllegalArgumentException when either is a stranger; nothing has changed then
   */
  public boolean union(E a, E b) {
    int idA = idOf(a);
    int rootB = root(idOf(b));
    int rootA = root(idA);
    if (rootA == rootB) {
      return false;
    }
    boolean aIsLarger = parent[rootA] <= parent[rootB];
    int upper = aIsLarger ? rootA : rootB;
    int lower = aIsLarger ? rootB : rootA;
    parent[upper] += parent[lower];
    parent[lower] = upper;
    count--;
    return true;
  }

  private int root(int id) {
    int x = id;
    while (parent[x] >= 0) {
      int above = parent[parent[x]];
      if (above < 0) {
        return parent[x];
      }
      parent[x] = above;
      x = above;
    }
    return x;
  }

  private int idOf(E element) {
    Integer id = ids.get(Objects.requireNonNull(element, "element"));
    if (id == null) {
      throw new IllegalArgumentException("no such element: " + element + "; add it first");
    }
    return id;
  }

  /**
   * Names a member that stands for the whole set until the next merge.
   *
   * @param element an element
   * @return the representative, the same object for every element of its set
   * @throws IllegalArgumentException when it is a stranger
   */
  public E find(E element) {
    return elements.get(root(idOf(element)));
  }

  /**
   * Tells whether two elements are in one set.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when one set holds both
   * @throws IllegalArgumentException when either is a stranger
   */
  public boolean connected(E a, E b) {
    return root(idOf(a)) == root(idOf(b));
  }

  /**
   * Tells how many elements the set of an element has.
   *
   * @param element an element
   * @return the number of elements of its set, at least 1
   * @throws IllegalArgumentException when it is a stranger
   */
  public int setSize(E element) {
    return -parent[root(idOf(element))];
  }

  /**
   * Lists all sets.
   *
   * @return sets by their first added elements, members as they were added; new lists
   */
  public List<List<E>> sets() {
    List<List<E>> sets = new ArrayList<>(count);
    int[] labels = Labels.of(size(), this::root);
    for (int id = 0; id < labels.length; id++) {
      if (labels[id] == sets.size()) {
        sets.add(new ArrayList<>(-parent[root(id)]));
      }
      sets.get(labels[id]).add(elements.get(id));
    }
    return sets;
  }

  /**
   * Tells how many sets there are.
   *
   * @return the number of sets
   */
  public int count() {
    return count;
  }

  /**
   * Tells how many elements there are, in whatever sets.
   *
   * @return the number of elements
   */
  public int size() {
    return elements.size();
  }

  /**
   * Estimates how much heap this structure holds, on a 64-bit HotSpot with its default object
   * layout, without the elements. The JDK's maps and lists do not tell their capacity; it is
   * reckoned from their rules of growth.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    int reference = Footprint.referenceBytes();
    long entry = Footprint.object(Integer.BYTES, 3) + Footprint.object(Integer.BYTES, 0);
    return Footprint.object(Integer.BYTES, 3)
        + Footprint.object(4 * Integer.BYTES, 4)
        + Footprint.array(tableLength(), reference)
        + size() * entry
        + Footprint.object(2 * Integer.BYTES, 1)
        + Footprint.array(listCapacity(), reference)
        + Footprint.array(parent.length, Integer.BYTES);
  }

  /**
   * A hash map doubles its table of 16 when more than three quarters as many elements are in it.
   */
  private int tableLength() {
    int length = FIRST_CAPACITY;
    while (length < 1 << 30 && 4L * size() > 3L * length) {
      length <<= 1;
    }
    return length;
  }

  /** An array list begins with 10 places and adds half as many when they are full. */
  private int listCapacity() {
    long capacity = 10;
    while (capacity < size()) {
      capacity += capacity >> 1;
    }
    return (int) Math.min(capacity, Elements.MAX_SIZE);
  }

  /**
   * Checks every invariant and changes nothing. O(size), with a bit for each element.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    return Inspection.of(size(), count, id -> parent[id] < 0 ? id : parent[id], this::flawAt);
  }

  private String flawAt(int id) {
    if (parent[id] < -size()) {
      return "root " + id + " claims more than all " + size() + " elements";
    }
    Integer known = ids.get(elements.get(id));
    return known != null && known == id
        ? null
        : "the map does not know element " + id + "; was it changed while in here?";
  }
}
