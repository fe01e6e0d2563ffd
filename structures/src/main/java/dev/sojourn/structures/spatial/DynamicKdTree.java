package dev.sojourn.structures.spatial;

import dev.sojourn.structures.internal.Footprint;
import java.util.Optional;

/**
 * Points of a Euclidean space that come and go, arranged so that those near a place or inside a box
 * are found without looking at the others. Each point carries a number of the caller's choice;
 * answers are those numbers. Ask through a {@link KdSearch}.
 *
 * <p><b>Costs.</b> n points. {@link #insert}: O(log² n) amortised; a single call may rebuild all
 * points, O(n log n). {@link #remove}: O(log² n) to find the point where few share its coordinates,
 * O(n) where all do, and O(log n) amortised for rebuilding. Both allocate. Queries go through O(log
 * n) trees of {@link KdTree} one after the other, the largest first.
 *
 * <p><b>Space.</b> That of {@link KdTree} for the points, at most twice that and a little while
 * removed ones wait to be cleared away. A rebuild holds the old and the new for a moment.
 *
 * <p><b>Threads.</b> For one thread; its searches too. A search may be used across changes, and
 * sees the points of the moment.
 *
 * <p><b>Numbers</b> are zero or more. Points may repeat, and so may numbers, but then a tie between
 * two of one number cannot be told. <b>Errors</b> as in {@link KdTree}.
 *
 * <p><b>Prefer instead</b> {@link KdTree} for points that stay, or that all change at once: to
 * build it anew is several times cheaper than as many inserts.
 *
 * <p><b>Source.</b> Bentley and Saxe 1980, the binary transformation. Removed points stay as
 * tombstones, which every query passes over, until they are as many as the living.
 *
 * @see <a href="https://doi.org/10.1016/0196-6774(80)90015-2">Bentley and Saxe 1980</a>
 */
public final class DynamicKdTree {
  /*
   * Implementation notes. Tree 0 is the open leaf: fewer points than a leaf holds, built anew by
   * every insert, which only copies it. Tree i > 0 holds at most LEAF * 2^(i - 1) points. The
   * insert that fills the open leaf merges it with the trees up to the first empty place. Whatever
   * is merged leaves its tombstones behind.
   */
  private static final int LEAF = KdTree.DEFAULT_LEAF_SIZE;

  /** Enough places for as many points as an array can have coordinates. */
  private static final int PLACES = Integer.SIZE - Integer.numberOfTrailingZeros(LEAF) + 1;

  private final Forest forest;
  private final double[] scratch;
  private final Lookup lookup = new Lookup();
  private int tombstones;

  /**
   * Prepares for points, of which there are none yet.
   *
   * @param dimensions how many coordinates a point has, 1 to 256
   */
  public DynamicKdTree(int dimensions) {
    Coordinates.checkDimensions(dimensions);
    this.forest = new Forest(dimensions, LEAF, new KdTree[PLACES]);
    this.scratch = new double[dimensions];
  }

  /**
   * Adds a point.
   *
   * @param id its number, zero or more
   * @param point its coordinates; copied
   * @throws IllegalArgumentException when the number is negative, the point has another number of
   *     dimensions or is not finite, or there are too many points; nothing has changed then
   */
  public void insert(int id, double... point) {
    if (id < 0) {
      throw new IllegalArgumentException("id must be zero or more, was " + id);
    }
    Coordinates.copyPoint(point, scratch);
    Coordinates.checkCount((forest.size() + 1L) * forest.dimensions);
    int place = placeForOneMore();
    Harvest harvest = new Harvest(forest.dimensions, livingBelow(place + 1) + 1);
    for (int i = 0; i <= place; i++) {
      harvest.take(forest.trees[i]);
    }
    harvest.add(id, scratch);
    KdTree merged = harvest.build();
    clear(place);
    forest.trees[place] = merged;
    forest.grow(1);
  }

  /** The open leaf while it has room, else the first empty place. */
  private int placeForOneMore() {
    KdTree open = forest.trees[0];
    if (open == null || open.size() + 1 < LEAF) {
      return 0;
    }
    int place = 1;
    while (forest.trees[place] != null) {
      place++;
    }
    return place;
  }

  private int livingBelow(int place) {
    int living = 0;
    for (int i = 0; i < place; i++) {
      living += forest.trees[i] == null ? 0 : forest.trees[i].size();
    }
    return living;
  }

  /** Forgets the trees up to a place, and with them their tombstones. */
  private void clear(int place) {
    for (int i = 0; i <= place; i++) {
      if (forest.trees[i] != null) {
        tombstones -= forest.trees[i].removed();
        forest.trees[i] = null;
      }
    }
  }

  /**
   * Removes a point; one of them, when several have this number and these coordinates.
   *
   * @param id its number
   * @param point its coordinates
   * @return false when there is no such point
   * @throws IllegalArgumentException when the point has another number of dimensions or is not
   *     finite
   */
  public boolean remove(int id, double... point) {
    Coordinates.copyPoint(point, scratch);
    if (id < 0) {
      return false;
    }
    for (KdTree tree : forest.trees) {
      int slot = tree == null ? Lookup.NONE : lookup.find(tree, id, scratch);
      if (slot != Lookup.NONE) {
        tree.remove(slot);
        forest.grow(-1);
        tombstones++;
        if (tombstones > size() + LEAF) {
          rebuild();
        }
        return true;
      }
    }
    return false;
  }

  private void rebuild() {
    Harvest harvest = new Harvest(forest.dimensions, size());
    for (KdTree tree : forest.trees) {
      harvest.take(tree);
    }
    KdTree living = harvest.build();
    clear(PLACES - 1);
    forest.trees[placeFor(size())] = living;
  }

  private static int placeFor(int points) {
    int place = 0;
    while (points > most(place)) {
      place++;
    }
    return place;
  }

  /** How many points the tree at a place may have. */
  private static long most(int place) {
    return place == 0 ? LEAF - 1 : (long) LEAF << (place - 1);
  }

  /**
   * Prepares for queries. A search holds about two kilobytes, and stays of use when points change.
   *
   * @return a search through this tree
   */
  public KdSearch newSearch() {
    return new KdSearch(forest);
  }

  /**
   * Tells how many points there are.
   *
   * @return the number of points, without removed ones
   */
  public int size() {
    return forest.size();
  }

  /**
   * Tells how many coordinates a point has.
   *
   * @return the number of dimensions
   */
  public int dimensions() {
    return forest.dimensions;
  }

  /**
   * What the trees of a moment hold.
   *
   * @param points how many points there are, without removed ones
   * @param tombstones how many removed ones still take room, and are passed over by queries
   * @param trees how many trees a query goes through
   */
  public record Stats(int points, int tombstones, int trees) {}

  /**
   * Tells what the trees hold. O(log n).
   *
   * @return as it is now
   */
  public Stats stats() {
    int trees = 0;
    for (KdTree tree : forest.trees) {
      trees += tree == null ? 0 : 1;
    }
    return new Stats(size(), tombstones, trees);
  }

  /**
   * Tells how much heap this structure holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    long bytes =
        Footprint.object(Integer.BYTES, 3)
            + Footprint.object(3 * Integer.BYTES, 1)
            + Footprint.array(PLACES, Footprint.referenceBytes())
            + Footprint.array(forest.dimensions, Double.BYTES)
            + Lookup.FOOTPRINT_BYTES;
    for (KdTree tree : forest.trees) {
      bytes += tree == null ? 0 : tree.footprintBytes();
    }
    return bytes;
  }

  /**
   * Checks every invariant and changes nothing. O(size log size).
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    int living = 0;
    int removed = 0;
    for (int place = 0; place < PLACES; place++) {
      KdTree tree = forest.trees[place];
      if (tree != null) {
        living += tree.size();
        removed += tree.removed();
        Optional<String> flaw = flawAt(place, tree);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
    }
    if (living != size()) {
      return Optional.of("size is " + size() + " but the trees hold " + living);
    }
    return removed == tombstones
        ? Optional.empty()
        : Optional.of("tombstones are " + tombstones + " but the trees hold " + removed);
  }

  private static Optional<String> flawAt(int place, KdTree tree) {
    if (tree.ids.length > most(place)) {
      return Optional.of(
          "tree " + place + " holds " + tree.ids.length + " slots, at most " + most(place));
    }
    return KdInspection.tombstones(tree)
        .or(() -> KdInspection.shape(tree))
        .map(flaw -> "tree " + place + ": " + flaw);
  }
}
