package dev.sojourn.benchmarks.spatial;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.spatial.KdSearch;
import dev.sojourn.structures.spatial.KdTree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tinspin.index.PointMap;

/**
 * One operation finds the point nearest to a target. The JDK has no counterpart, so the baseline is
 * a look at every point, over one flat array. Points and targets are spread evenly, so there are no
 * ties. From a million points on, tinspin takes another algorithm than below, by itself.
 */
@Study(
    week = 39,
    question = "What does the nearest of many points cost, instead of a look at every one?",
    insight =
        "A tree looks at a few dozen points whatever their number, and then its time is that of"
            + " its cache misses and mispredicted turns. A leaf of thirty points in a row costs"
            + " about as much as one jump to a node elsewhere.",
    source = "Friedman, Bentley & Finkel, 1977",
    batch = 8,
    heapMegabytes = 2048)
@Claim(subject = "kdTree", against = "tinspin", ratioAtMost = 1.0 / 6, where = "points=1000000")
@Claim(subject = "kdTree", against = "linked", ratioAtMost = 0.5, where = "points=1000000")
@Claim(subject = "kdTree", ratioAtMost = 0.001, where = "points=1000000")
@Claim(subject = "kdTree", metric = "alloc", countAtMost = 0.01)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class KdTreeBench {
  @Param({"2", "3"})
  int dimensions;

  @Param({"1000", "100000", "1000000"})
  int points;

  private Cloud cloud;

  @Setup
  public void draw() {
    cloud = Cloud.uniform(points, dimensions);
  }

  @Baseline
  @Benchmark
  public int scan(Scan points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  @Benchmark
  public int tinspin(Tinspin points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  @Benchmark
  public int linked(Linked points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  @Benchmark
  public int kdTree(Flat points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  /** A look at every point. */
  @State(Scope.Thread)
  public static class Scan {
    private Targets targets;
    private FlatScan scan;

    @Setup
    public void fill(KdTreeBench study) {
      targets = new Targets(study.dimensions);
      scan = new FlatScan(study.cloud);
    }

    int nearest() {
      return scan.nearest(targets.next());
    }
  }

  /** tinspin's k-d tree, filled point by point in random order. */
  @State(Scope.Thread)
  public static class Tinspin {
    private Targets targets;
    private PointMap<Integer> tree;

    @Setup
    public void fill(KdTreeBench study) {
      targets = new Targets(study.dimensions);
      tree = Peers.tinspin(study.cloud);
    }

    int nearest() {
      return tree.query1nn(targets.next()).value();
    }
  }

  /** A node for each point, as textbooks draw it. */
  @State(Scope.Thread)
  public static class Linked {
    private Targets targets;
    private LinkedKdTree tree;

    @Setup
    public void fill(KdTreeBench study) {
      targets = new Targets(study.dimensions);
      tree = new LinkedKdTree(study.cloud);
    }

    int nearest() {
      return tree.nearest(targets.next());
    }
  }

  /** The tree without nodes. */
  @State(Scope.Thread)
  public static class Flat {
    private Targets targets;
    private KdSearch search;

    @Setup
    public void fill(KdTreeBench study) {
      targets = new Targets(study.dimensions);
      search = KdTree.of(study.cloud.columns()).newSearch();
    }

    int nearest() {
      return search.nearest(targets.next());
    }
  }
}
