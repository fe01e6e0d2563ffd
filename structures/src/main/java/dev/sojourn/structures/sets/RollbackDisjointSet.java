package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;
import java.util.Optional;

/**
 * A partition of the elements {@code 0 .. size-1} whose merges can be taken back, the last one
 * first: what offline dynamic connectivity needs.
 *
 * <p><b>Costs.</b> {@link #union}, {@link #find}, {@link #connected}, {@link #setSize}: O(log size)
 * worst case, because no path is shortened. {@link #undo}, {@link #checkpoint}, {@link #count}:
 * O(1). {@link #rollbackTo}: O(1) for each merge taken back. Only the growth of the log allocates.
 * {@link #labels}, {@link #reset}, {@link #verify}: O(size log size) at most.
 *
 * <p><b>Space.</b> Four bytes for each element, and eight for each merge that can still be taken
 * back; the log doubles when it is full and never shrinks.
 *
 * <p><b>Threads.</b> For one thread; {@code find}, {@code connected} and {@code setSize} write
 * nothing and may run beside one another while nobody merges.
 *
 * <p><b>Order.</b> A union that finds nothing to merge changes nothing and is not logged. <b>An
 * element out of range</b> is refused before anything changes.
 *
 * <p><b>Prefer instead</b> {@link DisjointSet} when nothing is ever taken back: its paths get
 * shorter with use.
 *
 * <p><b>Source.</b> Westbrook and Tarjan, <i>Amortized analysis of algorithms for set union with
 * backtracking</i>, SIAM J. Comput. 1989; linking by size without compression.
 *
 * @see <a href="https://doi.org/10.1137/0218001">Westbrook and Tarjan 1989</a>
 */
public final class RollbackDisjointSet {
  /*
   * Implementation notes. A root holds its set's size, negated; any other element its parent. A
   * merge overwrites two cells: the lower root's, whose old size goes into the log together with
   * that root, and the upper root's, which is found again through the lower root's parent.
   */
  private static final int FIRST_LOG = 16;

  private final int[] parent;
  private long[] log = new long[0];
  private int merges;

  /**
   * Puts every element into a set of its own.
   *
   * @param size how many elements there are
   */
  public RollbackDisjointSet(int size) {
    parent = new int[Elements.checkSize(size)];
    Arrays.fill(parent, -1);
  }

  /**
   * Merges the sets of two elements.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when they were in different sets before; then {@link #undo} takes it back
   * @throws IndexOutOfBoundsException when either is not an element; nothing has changed then
   */
  public boolean union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA == rootB) {
      return false;
    }
    boolean aIsLarger = parent[rootA] <= parent[rootB];
    link(aIsLarger ? rootB : rootA, aIsLarger ? rootA : rootB);
    return true;
  }

  private void link(int lower, int upper) {
    if (merges == log.length) {
      int wanted = Math.max(FIRST_LOG, (int) Math.min(2L * merges, parent.length - 1L));
      log = Arrays.copyOf(log, wanted);
    }
    log[merges++] = (long) parent[lower] << Integer.SIZE | lower;
    parent[upper] += parent[lower];
    parent[lower] = upper;
  }

  /**
   * Takes back the last merge that was not taken back.
   *
   * @return false when there is none
   */
  public boolean undo() {
    if (merges == 0) {
      return false;
    }
    long entry = log[--merges];
    int lower = (int) entry;
    int lowerSize = (int) (entry >> Integer.SIZE);
    parent[parent[lower]] -= lowerSize;
    parent[lower] = lowerSize;
    return true;
  }

  /**
   * Names the present state, for {@link #rollbackTo}.
   *
   * @return how many merges there are to take back
   */
  public int checkpoint() {
    return merges;
  }

  /**
   * Takes back every merge since a checkpoint. A checkpoint stays good until the sets are rolled
   * back beyond it.
   *
   * @param checkpoint what {@link #checkpoint} returned
   * @throws IllegalArgumentException when there are not as many merges; nothing has changed then
   */
  public void rollbackTo(int checkpoint) {
    if (checkpoint < 0 || checkpoint > merges) {
      throw new IllegalArgumentException(
          "checkpoint "
              + checkpoint
              + " is not between 0 and the "
              + merges
              + " merges there are; it was rolled back already or never taken here");
    }
    while (merges > checkpoint) {
      undo();
    }
  }

  /**
   * Names a member that stands for the whole set until the next merge or undo.
   *
   * @param element an element
   * @return the representative, the same for every element of its set
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int find(int element) {
    Elements.check(element, parent.length);
    int x = element;
    while (parent[x] >= 0) {
      x = parent[x];
    }
    return x;
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
    return find(a) == find(b);
  }

  /**
   * Tells how many elements the set of an element has.
   *
   * @param element an element
   * @return the number of elements of its set, at least 1
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int setSize(int element) {
    return -parent[find(element)];
  }

  /**
   * Tells how many sets there are.
   *
   * @return the number of sets, {@code size()} at first
   */
  public int count() {
    return parent.length - merges;
  }

  /**
   * Tells how many elements there are, in whatever sets.
   *
   * @return the number of elements
   */
  public int size() {
    return parent.length;
  }

  /** Puts every element back into a set of its own and forgets the log. */
  public void reset() {
    Arrays.fill(parent, -1);
    merges = 0;
  }

  /**
   * Numbers the sets {@code 0 .. count()-1} by their smallest elements.
   *
   * @return for each element the number of its set, in a new array
   */
  public int[] labels() {
    return Labels.of(size(), this::find);
  }

  /**
   * Tells how much heap this structure holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return Footprint.object(Integer.BYTES, 2)
        + Footprint.array(parent.length, Integer.BYTES)
        + Footprint.array(log.length, Long.BYTES);
  }

  /**
   * Checks every invariant and changes nothing. O(size), with a bit for each element.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    return Inspection.of(size(), count(), x -> parent[x] < 0 ? x : parent[x], element -> null)
        .or(this::wrongSize)
        .or(this::wrongLog);
  }

  private Optional<String> wrongSize() {
    int[] sizes = new int[size()];
    for (int element = 0; element < size(); element++) {
      sizes[find(element)]++;
    }
    for (int root = 0; root < size(); root++) {
      if (parent[root] < 0 && -parent[root] != sizes[root]) {
        return Optional.of(
            "root " + root + " claims " + -parent[root] + " elements but has " + sizes[root]);
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrongLog() {
    for (int i = 0; i < merges; i++) {
      int lower = (int) log[i];
      if (lower < 0 || lower >= size() || parent[lower] < 0) {
        return Optional.of("merge " + i + " of the log names " + lower + ", which has no parent");
      }
    }
    return Optional.empty();
  }
}
