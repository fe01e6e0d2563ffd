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

/**
 * One operation finds the point of the plane nearest to a target. The baseline is the tree that
 * textbooks draw, a node for each point; the others keep their splits in one array and up to so
 * many points in a leaf.
 */
@Study(
    week = 39,
    question = "How many points should a leaf of a k-d tree hold?",
    insight =
        "Few dozens. A larger leaf saves levels, each of them a turn that is mispredicted half the"
            + " time, and pays by points that lie in a row and are measured several at once. Far"
            + " larger, the points win and it is a scan again.",
    source = "Friedman, Bentley & Finkel, 1977",
    batch = 8,
    heapMegabytes = 2048)
@Claim(subject = "leaf1", ratioAtMost = 0.9, where = "points=1000000")
@Claim(subject = "leaf32", against = "leaf1", ratioAtMost = 0.8, where = "points=1000000")
@Claim(subject = "leaf32", against = "leaf256", ratioAtMost = 0.8, where = "points=1000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class KdTreeLeafBench {
  private static final int DIMENSIONS = 2;

  @Param({"1000", "1000000"})
  int points;

  private Cloud cloud;

  @Setup
  public void draw() {
    cloud = Cloud.uniform(points, DIMENSIONS);
  }

  @Baseline
  @Benchmark
  public int linked(Linked points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  @Benchmark
  public int leaf1(Leaf1 points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  @Benchmark
  public int leaf8(Leaf8 points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  @Benchmark
  public int leaf32(Leaf32 points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  @Benchmark
  public int leaf256(Leaf256 points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  /** A node for each point. */
  @State(Scope.Thread)
  public static class Linked {
    private final Targets targets = new Targets(DIMENSIONS);
    private LinkedKdTree tree;

    @Setup
    public void fill(KdTreeLeafBench study) {
      tree = new LinkedKdTree(study.cloud);
    }

    int nearest() {
      return tree.nearest(targets.next());
    }
  }

  /** One point a leaf. */
  @State(Scope.Thread)
  public static class Leaf1 extends Flat {
    public Leaf1() {
      super(1);
    }
  }

  /** Up to eight points a leaf. */
  @State(Scope.Thread)
  public static class Leaf8 extends Flat {
    public Leaf8() {
      super(8);
    }
  }

  /** Up to thirty-two points a leaf. */
  @State(Scope.Thread)
  public static class Leaf32 extends Flat {
    public Leaf32() {
      super(32);
    }
  }

  /** Up to two hundred and fifty-six points a leaf. */
  @State(Scope.Thread)
  public static class Leaf256 extends Flat {
    public Leaf256() {
      super(256);
    }
  }

  /** A tree without nodes. */
  @State(Scope.Thread)
  public abstract static class Flat {
    private final Targets targets = new Targets(DIMENSIONS);
    private final int leafSize;
    private KdSearch search;

    Flat(int leafSize) {
      this.leafSize = leafSize;
    }

    @Setup
    public void fill(KdTreeLeafBench study) {
      search = KdTree.withLeafSize(leafSize, study.cloud.columns()).newSearch();
    }

    int nearest() {
      return search.nearest(targets.next());
    }
  }
}
