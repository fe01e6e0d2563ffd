package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;
import java.util.Optional;

/**
 * A partition of the elements {@code 0 .. size-1} that also knows, within each set, which elements
 * are on one side and which on opposite sides: two-colouring that grows edge by edge.
 *
 * <p><b>Costs.</b> {@link #relate}, {@link #relation}, {@link #find}, {@link #isBipartite(int)}:
 * inverse Ackermann, amortised, and no allocation. {@link #count}, {@link #isBipartite()}: O(1).
 * {@link #sides}, {@link #labels}, {@link #reset}, {@link #verify}: O(size).
 *
 * <p><b>Space.</b> Five bytes for each element.
 *
 * <p><b>Threads.</b> For one thread; even queries write.
 *
 * <p><b>Order.</b> A statement that contradicts earlier ones (an odd cycle) is refused: it changes
 * no relation, and marks its set, for good, as no longer bipartite. <b>An element out of range</b>
 * is refused before anything changes.
 *
 * <p><b>Prefer instead</b> {@link DisjointSet} when there are no sides, and a breadth-first search
 * that colours as it goes for a graph that is asked once.
 *
 * <p><b>Source.</b> Tarjan, <i>Applications of path compression on balanced trees</i>, JACM 1979,
 * with the sides as the group of two elements; linked by rank, halved paths.
 *
 * @see <a href="https://doi.org/10.1145/322154.322161">Tarjan 1979</a>
 */
public final class ParityDisjointSet {
  /*
   * Implementation notes. One cell holds the parent, times two, plus 1 when the element is on the
   * side opposite to it; as an unsigned number that is enough for every index of an array. A root
   * is its own parent with parity 0. The sign bit of a rank, free since ranks stay below 32, marks
   * the root of a set in which a contradiction was seen.
   */
  private static final byte ODD = Byte.MIN_VALUE;

  private final int[] link;
  private final byte[] rank;
  private int count;
  private boolean bipartite = true;

  /**
   * Puts every element into a set of its own.
   *
   * @param size how many elements there are
   */
  public ParityDisjointSet(int size) {
    link = new int[Elements.checkSize(size)];
    rank = new byte[size];
    isolate();
  }

  private void isolate() {
    for (int i = 0; i < link.length; i++) {
      link[i] = i << 1;
    }
    count = link.length;
  }

  /**
   * States that two elements are on opposite sides, as the ends of an edge of a bipartite graph
   * are.
   *
   * @param a an element
   * @param b another
   * @return false when that contradicts what was stated before: an odd cycle
   * @throws IndexOutOfBoundsException when either is not an element; nothing has changed then
   */
  public boolean separate(int a, int b) {
    return relate(a, b, true);
  }

  /**
   * States that two elements are on one side, or on opposite sides, and merges their sets.
   *
   * @param a an element
   * @param b another, or the same
   * @param opposite whether they are on opposite sides
   * @return false when that contradicts what was stated before
   * @throws IndexOutOfBoundsException when either is not an element; nothing has changed then
   */
  public boolean relate(int a, int b, boolean opposite) {
    check(a);
    check(b);
    int upA = rootLink(a);
    int upB = rootLink(b);
    int rootA = upA >>> 1;
    int rootB = upB >>> 1;
    int parity = (upA ^ upB ^ (opposite ? 1 : 0)) & 1;
    if (rootA != rootB) {
      hang(rootA, rootB, parity);
    } else if (parity != 0) {
      rank[rootA] |= ODD;
      bipartite = false;
      return false;
    }
    return true;
  }

  /** Merges two roots; the parity is that between them. */
  private void hang(int a, int b, int parity) {
    int rankA = rank[a] & ~ODD;
    int rankB = rank[b] & ~ODD;
    int upper = rankA < rankB ? b : a;
    int lower = upper == a ? b : a;
    link[lower] = upper << 1 | parity;
    rank[upper] |= (byte) (rank[lower] & ODD);
    if (rankA == rankB) {
      rank[upper]++;
    }
    count--;
  }

  /** Twice the root of an element, plus the parity between both; halves the path. */
  private int rootLink(int element) {
    int x = element;
    int parity = 0;
    int up = link[x];
    while (up >>> 1 != x) {
      int above = link[up >>> 1] ^ (up & 1);
      link[x] = above;
      parity ^= above & 1;
      x = above >>> 1;
      up = link[x];
    }
    return x << 1 | parity;
  }

  /**
   * Tells what is known about two elements.
   *
   * @param a an element
   * @param b another, or the same
   * @return how they are related
   * @throws IndexOutOfBoundsException when either is not an element
   */
  public Relation relation(int a, int b) {
    check(a);
    check(b);
    int difference = rootLink(a) ^ rootLink(b);
    if (difference >>> 1 != 0) {
      return Relation.UNKNOWN;
    }
    return difference == 0 ? Relation.SAME : Relation.OPPOSITE;
  }

  /**
   * Names a member that stands for the whole set until the next merge.
   *
   * @param element an element
   * @return the representative, the same for every element of its set, on whichever side
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public int find(int element) {
    check(element);
    return rootLink(element) >>> 1;
  }

  /**
   * Tells whether no statement was ever contradicted.
   *
   * @return false from the first odd cycle on
   */
  public boolean isBipartite() {
    return bipartite;
  }

  /**
   * Tells whether no statement about the set of an element was contradicted.
   *
   * @param element an element
   * @return false once its set holds an odd cycle
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public boolean isBipartite(int element) {
    return rank[find(element)] >= 0;
  }

  /**
   * Colours every element with 0 or 1, so that the smallest element of each set has 0. In a set
   * with an odd cycle the statements that were refused are not kept.
   *
   * @return for each element its side, in a new array
   */
  public int[] sides() {
    int[] sides = new int[size()];
    int[] flip = new int[size()];
    Arrays.fill(flip, -1);
    for (int element = 0; element < sides.length; element++) {
      int up = rootLink(element);
      int root = up >>> 1;
      if (flip[root] < 0) {
        flip[root] = up & 1;
      }
      sides[element] = (up & 1) ^ flip[root];
    }
    return sides;
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
    return link.length;
  }

  /** Puts every element back into a set of its own and forgets every contradiction. */
  public void reset() {
    isolate();
    Arrays.fill(rank, (byte) 0);
    bipartite = true;
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
    return Footprint.object(Integer.BYTES + 1, 2)
        + Footprint.array(link.length, Integer.BYTES)
        + Footprint.array(rank.length, Byte.BYTES);
  }

  /**
   * Checks every invariant and changes nothing. O(size), with a bit for each element.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    return Inspection.of(size(), count, x -> link[x] >>> 1, this::flawAt).or(this::wrongMark);
  }

  private String flawAt(int element) {
    int up = link[element] >>> 1;
    if (up == element) {
      return (link[element] & 1) == 0 ? null : "root " + element + " is opposite to itself";
    }
    return (rank[up] & ~ODD) > (rank[element] & ~ODD)
        ? null
        : "rank of parent " + up + " does not exceed that of its child " + element;
  }

  private Optional<String> wrongMark() {
    for (int element = 0; bipartite && element < size(); element++) {
      if (rank[element] < 0) {
        return Optional.of("root " + element + " is marked odd though all is bipartite");
      }
    }
    return Optional.empty();
  }

  private void check(int element) {
    Elements.check(element, link.length);
  }
}
