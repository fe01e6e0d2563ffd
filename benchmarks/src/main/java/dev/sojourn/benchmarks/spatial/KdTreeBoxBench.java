package dev.sojourn.benchmarks.spatial;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.spatial.KdSearch;
import dev.sojourn.structures.spatial.KdTree;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdNodeVisitor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tinspin.index.Index.PointIterator;
import org.tinspin.index.PointMap;

/**
 * One operation finds the hundred points or so in a square of the plane, and answers with the sum
 * of their numbers. The JDK has no counterpart, so the baseline is a look at every point.
 */
@Study(
    week = 39,
    question = "What does a box of a hundred points cost, instead of a look at every point?",
    insight =
        "Nearly all the time goes into the leaves on the border of the box: their points are"
            + " tested side by side without a branch. Trees of nodes miss the cache for every"
            + " point they deliver.",
    source = "Bentley, 1975",
    batch = 4,
    heapMegabytes = 2048)
@Claim(subject = "kdTree", against = "jtsKdTree", ratioAtMost = 0.25, where = "points=1000000")
@Claim(subject = "kdTree", against = "jtsHprtree", ratioAtMost = 1.0 / 1.2)
@Claim(subject = "kdTree", against = "tinspin", ratioAtMost = 0.25, where = "points=1000000")
@Claim(subject = "kdTree", ratioAtMost = 0.01, where = "points=1000000")
@Claim(subject = "kdTree", metric = "alloc", countAtMost = 0.01)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class KdTreeBoxBench {
  private static final int DIMENSIONS = 2;

  @Param({"1000", "100000", "1000000"})
  int points;

  private Cloud cloud;

  @Setup
  public void draw() {
    cloud = Cloud.uniform(points, DIMENSIONS);
  }

  @Baseline
  @Benchmark
  public long scan(Scan points, TailClock clock) {
    return clock.lap(points.sum());
  }

  @Benchmark
  public long tinspin(Tinspin points, TailClock clock) {
    return clock.lap(points.sum());
  }

  @Benchmark
  public long jtsKdTree(JtsKdTree points, TailClock clock) {
    return clock.lap(points.sum());
  }

  @Benchmark
  public long jtsHprtree(JtsHprtree points, TailClock clock) {
    return clock.lap(points.sum());
  }

  @Benchmark
  public long kdTree(Flat points, TailClock clock) {
    return clock.lap(points.sum());
  }

  /** A look at every point. */
  @State(Scope.Thread)
  public static class Scan {
    private Boxes boxes;
    private double[] rows;

    @Setup
    public void fill(KdTreeBoxBench study) {
      boxes = new Boxes(study.points);
      rows = study.cloud.rows();
    }

    long sum() {
      Boxes.Box box = boxes.next();
      double lowX = box.low[0];
      double lowY = box.low[1];
      double highX = box.high[0];
      double highY = box.high[1];
      long sum = 0;
      for (int i = 0; i < rows.length; i += DIMENSIONS) {
        double x = rows[i];
        double y = rows[i + 1];
        if (x >= lowX && x <= highX && y >= lowY && y <= highY) {
          sum += i / DIMENSIONS;
        }
      }
      return sum;
    }
  }

  /** tinspin's k-d tree, through one iterator that is set anew. */
  @State(Scope.Thread)
  public static class Tinspin {
    private Boxes boxes;
    private PointIterator<Integer> iterator;

    @Setup
    public void fill(KdTreeBoxBench study) {
      boxes = new Boxes(study.points);
      PointMap<Integer> tree = Peers.tinspin(study.cloud);
      iterator = tree.query(new double[DIMENSIONS], new double[DIMENSIONS]);
    }

    long sum() {
      Boxes.Box box = boxes.next();
      iterator.reset(box.low, box.high);
      long sum = 0;
      while (iterator.hasNext()) {
        sum += iterator.next().value();
      }
      return sum;
    }
  }

  /** JTS's k-d tree, filled in random order, through one visitor. */
  @State(Scope.Thread)
  public static class JtsKdTree implements KdNodeVisitor {
    private Boxes boxes;
    private org.locationtech.jts.index.kdtree.KdTree tree;
    private long sum;

    @Setup
    public void fill(KdTreeBoxBench study) {
      boxes = new Boxes(study.points);
      tree = Peers.jtsKdTree(study.cloud);
    }

    long sum() {
      sum = 0;
      tree.query(boxes.next().envelope, this);
      return sum;
    }

    @Override
    public void visit(KdNode node) {
      sum += (Integer) node.getData();
    }
  }

  /** JTS's packed R-tree along a Hilbert curve, through one visitor. */
  @State(Scope.Thread)
  public static class JtsHprtree implements ItemVisitor {
    private Boxes boxes;
    private HPRtree tree;
    private long sum;

    @Setup
    public void fill(KdTreeBoxBench study) {
      boxes = new Boxes(study.points);
      tree = Peers.jtsHprtree(study.cloud);
    }

    long sum() {
      sum = 0;
      tree.query(boxes.next().envelope, this);
      return sum;
    }

    @Override
    public void visitItem(Object item) {
      sum += (Integer) item;
    }
  }

  /** The tree without nodes, into one array. */
  @State(Scope.Thread)
  public static class Flat {
    private final int[] ids = new int[1 << 10];
    private Boxes boxes;
    private KdSearch search;

    @Setup
    public void fill(KdTreeBoxBench study) {
      boxes = new Boxes(study.points);
      search = KdTree.of(study.cloud.columns()).newSearch();
    }

    long sum() {
      Boxes.Box box = boxes.next();
      int found = search.inBox(box.low, box.high, ids);
      long sum = 0;
      for (int i = 0; i < found; i++) {
        sum += ids[i];
      }
      return sum;
    }
  }
}
