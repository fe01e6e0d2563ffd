package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A partition of the elements {@code 0 .. size-1} that knows the size of each set and lists its
 * members without looking at any other element.
 *
 * <p><b>Costs.</b> {@link #union}, {@link #find}, {@link #connected}, {@link #setSize}: inverse
 * Ackermann, amortised, and no allocation. {@link #forEachMember}, {@link #members}: O(members of
 * that set). {@link #count}, {@link #size}: O(1). {@link #labels}, {@link #reset}, {@link #verify}:
 * O(size).
 *
 * <p><b>Space.</b> Eight bytes for each element: four more than {@link DisjointSet}, and a union
 * writes to two more places.
 *
 * <p><b>Threads.</b> For one thread; even {@code find} writes.
 *
 * <p><b>Order.</b> Members come once each, the given element first, the others in no order to rely
 * on. <b>An element out of range</b> is refused before anything changes. Merging a set while its
 * members are being listed leaves open which of the new ones are seen.
 *
 * <p><b>Prefer instead</b> {@link DisjointSet} when nobody lists members; its {@code labels} gives
 * all sets at once in O(size).
 *
 * <p><b>Source.</b> Galler and Fischer, <i>An improved equivalence algorithm</i>, CACM 1964, linked
 * by size; each set is also a circular list, and two circles become one by an exchange of two
 * successors.
 *
 * @see <a href="https://doi.org/10.1145/364099.364331">Galler and Fischer 1964</a>
 */
public final class EnumerableDisjointSet {
  private final SizeForest forest;
  private final int[] next;
  private int count;

  /**
   * Puts every element into a set of its own.
   *
   * @param size how many elements there are
   */
  public EnumerableDisjointSet(int size) {
    forest = new SizeForest(Elements.checkSize(size));
    next = Parents.singletons(size);
    count = size;
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
    check(a);
    check(b);
    if (!forest.union(a, b)) {
      return false;
    }
    int afterA = next[a];
    next[a] = next[b];
    next[b] = afterA;
    count--;
    return true;
  }

  /**
   * Names a member that stands for the whole set until the next merge.
   *
   * @param element an element
   * @return the representative, the same for every element of its set
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int find(int element) {
    check(element);
    return forest.find(element);
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
    check(a);
    check(b);
    return forest.connected(a, b);
  }

  /**
   * Tells how many elements the set of an element has.
   *
   * @param element an element
   * @return the number of elements of its set, at least 1
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int setSize(int element) {
    check(element);
    return forest.sizeOf(element);
  }

  /**
   * Hands every member of the set of an element to an action. What the action throws is passed on.
   *
   * @param element an element
   * @param action called once for each member, for {@code element} first
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public void forEachMember(int element, IntConsumer action) {
    check(element);
    int member = element;
    do {
      action.accept(member);
      member = next[member];
    } while (member != element);
  }

  /**
   * Lists the members of the set of an element.
   *
   * @param element an element
   * @return every member once, {@code element} first, in a new array
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int[] members(int element) {
    int[] members = new int[setSize(element)];
    int member = element;
    for (int i = 0; i < members.length; i++) {
      members[i] = member;
      member = next[member];
    }
    return members;
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
    return next.length;
  }

  /** Puts every element back into a set of its own. */
  public void reset() {
    forest.reset();
    Parents.isolate(next);
    count = next.length;
  }

  /**
   * Numbers the sets {@code 0 .. count()-1} by their smallest elements.
   *
   * @return for each element the number of its set, in a new array
   */
  public int[] labels() {
    return Labels.of(size(), forest::find);
  }

  /**
   * Tells how much heap this structure holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return Footprint.object(Integer.BYTES, 2)
        + forest.footprintBytes()
        + Footprint.array(next.length, Integer.BYTES);
  }

  /**
   * Checks every invariant and changes nothing. O(size).
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    return Inspection.of(forest, count).or(() -> Circles.flaw(forest, next));
  }

  private void check(int element) {
    Elements.check(element, next.length);
  }
}
