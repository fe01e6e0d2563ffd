package dev.sojourn.structures.spatial;

/** What one query has found so far, in arrays of the caller, and how far it still has to look. */
final class Hits {
  /*
   * Implementation notes. A ranking query keeps its best in a heap with the worst on top: the
   * farthest, among equally far ones the highest number. Its bound shrinks to the distance of the
   * top once the heap is full. A listing query has a fixed bound and writes what it finds behind
   * what it has found.
   *
   * Leaves write a listing without a branch on the outcome: every point goes to the next place, and
   * the place moves on only behind a hit. That needs room for a whole leaf, so near the end of the
   * caller's arrays, or when only the count is wanted, a leaf writes into a spare array first.
   */
  private static final int[] NO_IDS = {};
  private static final double[] NO_SQUARES = {};

  /** Where a leaf that lists its points writes, from {@link #open} on. */
  int[] idsInto = NO_IDS;

  double[] squaresInto = NO_SQUARES;

  /** Nothing farther, by its squared distance, is of interest any more. */
  double bound;

  boolean ranked;

  private final int[] spareIds;
  private final double[] spareSquares;
  private int[] ids = NO_IDS;
  private double[] squares = NO_SQUARES;
  private int capacity;
  private int count;
  private int opened;
  private long pointsExamined;
  private long nodesVisited;

  Hits(int leafSize) {
    spareIds = new int[leafSize];
    spareSquares = new double[leafSize];
  }

  /** Starts a query for the nearest ones within a bound. */
  void rank(int[] ids, double[] squares, int most, double bound) {
    begin(ids, squares, most, bound);
    this.ranked = true;
  }

  /** Starts a query for everything within a bound. */
  void list(int[] ids, double[] squares, double bound) {
    begin(ids, squares, Math.min(ids.length, squares.length), bound);
    this.ranked = false;
  }

  /** Starts a query for everything in a box. */
  void list(int[] ids) {
    begin(ids, NO_SQUARES, ids.length, Double.POSITIVE_INFINITY);
    this.ranked = false;
  }

  /** Starts a query that only counts. */
  void count(double bound) {
    begin(NO_IDS, NO_SQUARES, 0, bound);
    this.ranked = false;
  }

  private void begin(int[] ids, double[] squares, int capacity, double bound) {
    this.ids = ids;
    this.squares = squares;
    this.capacity = capacity;
    this.bound = bound;
    this.count = 0;
    this.pointsExamined = 0;
    this.nodesVisited = 0;
  }

  /** How many were found, which may be more than were written. */
  int count() {
    return count;
  }

  /**
   * Takes one that is not beyond the bound, unless it is a tombstone.
   *
   * @return the bound from here on
   */
  double offer(double square, int id) {
    if (id >= 0) {
      if (count < capacity) {
        rise(count++, square, id);
      } else if (square < squares[0] || id < ids[0]) {
        sink(count, square, id);
      }
      if (count == capacity) {
        bound = squares[0];
      }
    }
    return bound;
  }

  private void rise(int hole, double square, int id) {
    int child = hole;
    while (child > 0) {
      int parent = (child - 1) >>> 1;
      if (!worse(square, id, parent)) {
        break;
      }
      put(child, squares[parent], ids[parent]);
      child = parent;
    }
    put(child, square, id);
  }

  /** Fills the hole at the top of a heap of so many. */
  private void sink(int size, double square, int id) {
    int parent = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && worse(squares[child + 1], ids[child + 1], child)) {
        child++;
      }
      if (worse(square, id, child)) {
        break;
      }
      put(parent, squares[child], ids[child]);
      parent = child;
      child = 2 * parent + 1;
    }
    put(parent, square, id);
  }

  private boolean worse(double square, int id, int other) {
    return square > squares[other] || (square == squares[other] && id > ids[other]);
  }

  private void put(int place, double square, int id) {
    squares[place] = square;
    ids[place] = id;
  }

  /** Brings the ranking into order, the nearest first. */
  void sort() {
    for (int last = count - 1; last > 0; last--) {
      double square = squares[last];
      int id = ids[last];
      put(last, squares[0], ids[0]);
      sink(last, square, id);
    }
  }

  /**
   * Makes room for a leaf of so many points.
   *
   * @return the place in {@link #idsInto} and {@link #squaresInto} for its first hit
   */
  int open(int points) {
    boolean fits = points <= capacity - count;
    idsInto = fits ? ids : spareIds;
    squaresInto = fits ? squares : spareSquares;
    opened = fits ? count : 0;
    return opened;
  }

  /** Ends a leaf whose hits were written up to this place. */
  void close(int end) {
    int found = end - opened;
    if (idsInto == spareIds) {
      int written = Math.max(0, Math.min(found, capacity - count));
      System.arraycopy(spareIds, 0, ids, Math.min(count, capacity), written);
      if (squares.length > 0) {
        System.arraycopy(spareSquares, 0, squares, Math.min(count, capacity), written);
      }
    }
    count += found;
  }

  /** Lists a run of slots that are hits without a look at their coordinates. */
  void listAll(KdTree tree, int from, int to) {
    if (tree.removed() == 0) {
      int written = Math.max(0, Math.min(to - from, capacity - count));
      System.arraycopy(tree.ids, from, ids, Math.min(count, capacity), written);
      count += to - from;
    } else {
      listLiving(tree.ids, from, to);
    }
  }

  private void listLiving(int[] slots, int from, int to) {
    for (int slot = from; slot < to; slot++) {
      if (slots[slot] >= 0) {
        if (count < capacity) {
          ids[count] = slots[slot];
        }
        count++;
      }
    }
  }

  /** Notes what a walk through a tree has looked at. */
  void looked(long nodes, long points) {
    nodesVisited += nodes;
    pointsExamined += points;
  }

  long pointsExamined() {
    return pointsExamined;
  }

  long nodesVisited() {
    return nodesVisited;
  }
}
