package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.Objects;
import java.util.Optional;

/**
 * A partition of the elements {@code 0 .. size-1} into disjoint sets that can be merged and never
 * split.
 *
 * <p><b>Costs.</b> {@link #union}, {@link #find}, {@link #connected}: amortised, and near constant
 * in practice for every variant but {@link Variant#NAIVE}. The rank and size variants have the
 * inverse-Ackermann bound. The default has a weaker one: an order of unions chosen against its
 * fixed indices makes it asymptotically slower (Tarjan and van Leeuwen 1984), and a single call may
 * walk O(size) nodes once before the path is short. No call recurses, and none of these allocates.
 * {@link #count}, {@link #size}: O(1). {@link #labels}, {@link #setSizes}, {@link #reset}, {@link
 * #verify}: one pass.
 *
 * <p><b>Space.</b> Four bytes for each element; five for the rank variants.
 *
 * <p><b>Threads.</b> For one thread. Even {@code find} and {@code connected} write: they shorten
 * paths.
 *
 * <p><b>Order.</b> The representative that {@code find} names is any member of the set; it changes
 * with unions and differs between variants. {@code labels} depends on the partition alone. <b>An
 * element out of range</b> is refused before anything changes.
 *
 * <p><b>Prefer instead</b> a breadth-first search for a graph that is asked once; {@link
 * EnumerableDisjointSet} to list the members of a set, {@link RollbackDisjointSet} to take unions
 * back, {@link ParityDisjointSet} for two sides, {@link ConcurrentDisjointSet} with several
 * threads, {@link LongDisjointSet} beyond 2<sup>31</sup> elements. Choose {@link
 * Variant#RANK_HALVING} when someone hostile picks the order of the unions.
 *
 * <p><b>Source.</b> Patwary, Blair and Manne, <i>Experiments on union-find algorithms for the
 * disjoint-set data structure</i>, SEA 2010, algorithm REM-SPL. It departs from the paper in three
 * places: {@code union} lets both ends skip their parents before it splices, {@code find} halves,
 * and {@code connected} splits both paths.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-13193-6_35">Patwary, Blair and Manne 2010</a>
 */
public final class DisjointSet {
  /*
   * Implementation notes. The default forest is asked for by its own final class before the
   * interface is called, so that its loops are inlined even in a program that has loaded the other
   * variants as well.
   */
  private final Variant variant;
  private final Forest forest;
  private int count;

  /**
   * Puts every element into a set of its own, to be merged by {@link Variant#REM_SPLICING}.
   *
   * @param size how many elements there are
   */
  public DisjointSet(int size) {
    this(size, Variant.REM_SPLICING);
  }

  /**
   * Puts every element into a set of its own.
   *
   * @param size how many elements there are
   * @param variant how sets are linked and paths shortened
   */
  public DisjointSet(int size, Variant variant) {
    this.variant = Objects.requireNonNull(variant, "variant");
    this.forest = variant.plant(Elements.checkSize(size));
    this.count = size;
  }

  /**
   * Merges the sets of two elements.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when they were in different sets before
   * @throws IndexOutOfBoundsException when either is not an element; nothing has changed then
   */
  public boolean union(int a, int b) {
    Forest trees = forest;
    Elements.check(a, trees.size());
    Elements.check(b, trees.size());
    boolean merged = trees instanceof RemForest rem ? rem.union(a, b) : trees.union(a, b);
    if (merged) {
      count--;
    }
    return merged;
  }

  /**
   * Merges along many edges: for each {@code i} of the range, the sets of {@code us[i]} and {@code
   * vs[i]}. Faster than as many calls of {@link #union} once the elements outgrow the cache. A call
   * allocates at most 4 KB, and a bit for each element once it brings an eighth as many edges.
   *
   * @param us one end of each edge
   * @param vs the other end of each edge
   * @param from the first edge
   * @param to one past the last edge
   * @return how many edges merged two sets
   * @throws IndexOutOfBoundsException when the range leaves an array or an end is not an element;
   *     nothing has changed then
   */
  public int unionEdges(int[] us, int[] vs, int from, int to) {
    Objects.checkFromToIndex(from, to, Math.min(us.length, vs.length));
    Elements.checkAll(us, from, to, forest.size());
    Elements.checkAll(vs, from, to, forest.size());
    int merges =
        forest instanceof RemForest rem
            ? rem.unionEdges(us, vs, from, to)
            : unionEach(us, vs, from, to);
    count -= merges;
    return merges;
  }

  private int unionEach(int[] us, int[] vs, int from, int to) {
    int merges = 0;
    for (int i = from; i < to; i++) {
      if (forest.union(us[i], vs[i])) {
        merges++;
      }
    }
    return merges;
  }

  /**
   * Names a member that stands for the whole set until the next merge.
   *
   * @param element an element
   * @return the representative, the same for every element of its set
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int find(int element) {
    Forest trees = forest;
    Elements.check(element, trees.size());
    return trees instanceof RemForest rem ? rem.find(element) : trees.find(element);
  }

  /**
   * Tells whether two elements are in one set.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when one set holds both
   * @throws IndexOutOfBoundsException when either is not an element
   */
  public boolean connected(int a, int b) {
    Forest trees = forest;
    Elements.check(a, trees.size());
    Elements.check(b, trees.size());
    return trees instanceof RemForest rem ? rem.connected(a, b) : trees.connected(a, b);
  }

  /**
   * Tells how many sets there are.
   *
   * @return the number of sets, {@code size()} at first
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
    return forest.size();
  }

  /**
   * Tells how sets are linked and paths shortened.
   *
   * @return the variant given at construction
   */
  public Variant variant() {
    return variant;
  }

  /** Puts every element back into a set of its own. */
  public void reset() {
    forest.reset();
    count = forest.size();
  }

  /**
   * Numbers the sets {@code 0 .. count()-1} by their smallest elements, whatever the variant and
   * the order of the unions.
   *
   * @return for each element the number of its set, in a new array
   */
  public int[] labels() {
    return Labels.of(size(), forest::find);
  }

  /**
   * Counts the elements of every set. O(size).
   *
   * @return the number of elements of each set, by its number in {@link #labels}, in a new array
   */
  public int[] setSizes() {
    int[] sizes = new int[count];
    for (int label : labels()) {
      sizes[label]++;
    }
    return sizes;
  }

  /**
   * Tells how much heap this structure holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return Footprint.object(Integer.BYTES, 2) + forest.footprintBytes();
  }

  /**
   * Checks every invariant and changes nothing. O(size), with a bit for each element.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    return Inspection.of(forest, count);
  }
}
