package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A partition of the elements {@code 0 .. size-1} that any number of threads merge and ask at once,
 * without locks.
 *
 * <p><b>Costs.</b> {@link #union}, {@link #find}, {@link #connected}: O(log size) steps in
 * expectation for a call that nobody disturbs, near constant in practice; no allocation. {@link
 * #count}, {@link #size}: O(1). {@link #labels}, {@link #reset}, {@link #verify}: one pass, for a
 * structure at rest.
 *
 * <p><b>Space.</b> Four bytes for each element.
 *
 * <p><b>Threads.</b> Any number may call {@code union}, {@code find} and {@code connected} at once.
 * Each is linearizable and lock-free: a union that merges takes effect at its successful
 * compare-and-set; one that returns false, and a {@code connected} that returns true, when it has
 * seen one ancestor of both; a {@code connected} that returns false when it sees, for the second
 * time, that the end with the lesser ancestor is a root; {@code find} when it sees that its answer
 * is a root, which it may cease to be at once. Hence what was connected stays so, for every thread.
 * {@code count} lags behind merges that are under way. The object itself must be handed to other
 * threads by the usual means.
 *
 * <p><b>Order.</b> Roots are linked in an order shuffled by a seed, which must be secret when
 * someone hostile picks the unions. <b>An element out of range</b> is refused before anything
 * changes.
 *
 * <p><b>Prefer instead</b> {@link DisjointSet} with one thread, or with a partition for each thread
 * when the edges can be split and the partitions united at the end.
 *
 * <p><b>Source.</b> Jayanti and Tarjan, <i>A randomized concurrent algorithm for disjoint set
 * union</i>, PODC 2016; the second look at a root is from Anderson and Woll, <i>Wait-free parallel
 * algorithms for the union-find problem</i>, STOC 1991. It departs from both: the two walks climb
 * in step and stop at a common ancestor, as Rem's do, a root may be linked below an element that is
 * no root, and paths are split by plain stores. The bounds proven there are therefore not claimed
 * here.
 *
 * @see <a href="https://doi.org/10.1145/2933057.2933108">Jayanti and Tarjan 2016</a>
 * @see <a href="https://doi.org/10.1145/103418.103458">Anderson and Woll 1991</a>
 */
public final class ConcurrentDisjointSet {
  /*
   * Implementation notes. Three facts carry the proof.
   * 1. A cell changes from root to child once, by a compare-and-set, and never back.
   * 2. Parents have a greater priority than their children, so there are no circles, and the root
   *    has the greatest priority of its set. A root u may therefore be linked below any element of
   *    greater priority, root or not: that element cannot be in the set of u while u is a root,
   *    and that it is one the compare-and-set checks.
   * 3. Splitting replaces a parent by the parent's parent. An element once seen above another stays
   *    in its set for ever, so a store that comes late may lengthen a path but never leaves the
   *    set or breaks the order of priorities; and it only ever hits a cell that is no root. No
   *    compare-and-set is needed.
   * What is read decides, so reads are volatile; the stores of splitting need no order.
   */
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int DEFAULT_SEED = 0x536f6a6f;

  private final int[] parent;
  private final int seed;
  private final AtomicInteger count;

  /**
   * Puts every element into a set of its own, with a seed that is the same every time.
   *
   * @param size how many elements there are
   */
  public ConcurrentDisjointSet(int size) {
    this(size, DEFAULT_SEED);
  }

  /**
   * Puts every element into a set of its own.
   *
   * @param size how many elements there are
   * @param seed shuffles the order in which roots are linked
   */
  public ConcurrentDisjointSet(int size, int seed) {
    this.parent = Parents.singletons(Elements.checkSize(size));
    this.seed = seed;
    this.count = new AtomicInteger(size);
  }

  /**
   * Merges the sets of two elements.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when this call merged two sets, false when they were one already
   * @throws IndexOutOfBoundsException when either is not an element; nothing has changed then
   */
  public boolean union(int a, int b) {
    Elements.check(a, parent.length);
    Elements.check(b, parent.length);
    int u = a;
    int v = b;
    int pu = parentOf(u);
    int pv = parentOf(v);
    while (pu != pv) {
      if (!isBelow(pu, pv)) {
        int w = u;
        u = v;
        v = w;
        int pw = pu;
        pu = pv;
        pv = pw;
      }
      if (u != pu) {
        int above = split(u, pu);
        u = pu;
        pu = above;
      } else if (CELL.compareAndSet(parent, u, u, pv)) {
        count.getAndDecrement();
        return true;
      } else {
        pu = parentOf(u);
      }
    }
    return false;
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
    Elements.check(a, parent.length);
    Elements.check(b, parent.length);
    int u = a;
    int v = b;
    int pu = parentOf(u);
    int pv = parentOf(v);
    while (pu != pv) {
      if (!isBelow(pu, pv)) {
        int w = u;
        u = v;
        v = w;
        int pw = pu;
        pu = pv;
        pv = pw;
      }
      if (u != pu) {
        int above = split(u, pu);
        u = pu;
        pu = above;
      } else {
        pu = parentOf(u);
        if (u == pu) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Names a member that stood for the whole set at some moment of this call.
   *
   * @param element an element
   * @return the representative; another merge may depose it at any time
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int find(int element) {
    Elements.check(element, parent.length);
    int x = element;
    int up = parentOf(x);
    while (up != x) {
      int above = split(x, up);
      x = up;
      up = above;
    }
    return x;
  }

  /** Lets an element skip its parent; returns the parent's parent. */
  private int split(int element, int up) {
    int above = parentOf(up);
    if (above != up) {
      CELL.setOpaque(parent, element, above);
    }
    return above;
  }

  private int parentOf(int element) {
    return (int) CELL.getVolatile(parent, element);
  }

  private boolean isBelow(int a, int b) {
    return priority(a) < priority(b);
  }

  /** A shuffle of all integers: no two elements have the same priority. */
  int priority(int element) {
    int x = (element ^ seed) * 0x9E3779B1;
    return (x ^ (x >>> 15)) * 0x85EBCA6B;
  }

  /**
   * Tells how many sets there are.
   *
   * @return the number of sets; exact while nobody merges
   */
  public int count() {
    return count.get();
  }

  /**
   * Tells how many elements there are, in whatever sets.
   *
   * @return the number of elements
   */
  public int size() {
    return parent.length;
  }

  /** Puts every element back into a set of its own, while no other thread uses the sets. */
  public void reset() {
    Parents.isolate(parent);
    count.set(parent.length);
  }

  /**
   * Numbers the sets {@code 0 .. count()-1} by their smallest elements, while nobody merges.
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
        + Footprint.object(Integer.BYTES, 0)
        + Footprint.array(parent.length, Integer.BYTES);
  }

  /**
   * Checks every invariant and changes nothing, while nobody merges. O(size), with a bit for each
   * element.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    return Inspection.of(size(), count(), this::parentOf, this::flawAt);
  }

  private String flawAt(int element) {
    int up = parentOf(element);
    return up == element || isBelow(element, up)
        ? null
        : "priority of parent " + up + " does not exceed that of its child " + element;
  }
}
