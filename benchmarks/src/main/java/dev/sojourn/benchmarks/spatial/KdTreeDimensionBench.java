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
 * One operation finds the point nearest to a target, in more and more dimensions, by a look at
 * every point and by a tree. Points and targets are spread evenly over the unit cube, which is the
 * hardest case: real points keep to fewer dimensions than they have coordinates.
 */
@Study(
    week = 39,
    question = "In how many dimensions is a look at every point faster than a k-d tree?",
    insight =
        "The more dimensions, the less do near and far differ, and the more sides of the target's"
            + " cell its ball touches. The tree then looks at nearly every point as well, in an"
            + " order that memory does not like.",
    source =
        "Weber, Schek & Blott, A quantitative analysis and performance study for similarity-search"
            + " methods in high-dimensional spaces, 1998",
    batch = 1)
@Claim(subject = "kdTree", ratioAtMost = 0.01, where = "dimensions=2,points=100000")
@Claim(subject = "kdTree", ratioAtMost = 0.5, where = "dimensions=12,points=100000")
@Claim(subject = "kdTree", ratioAtLeast = 1, where = "dimensions=20")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class KdTreeDimensionBench {
  @Param({"2", "4", "6", "8", "10", "12", "14", "16", "20"})
  int dimensions;

  @Param({"10000", "100000"})
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
  public int kdTree(Flat points, TailClock clock) {
    return clock.lap(points.nearest());
  }

  /** A look at every point. */
  @State(Scope.Thread)
  public static class Scan {
    private Targets targets;
    private FlatScan scan;

    @Setup
    public void fill(KdTreeDimensionBench study) {
      targets = new Targets(study.dimensions);
      scan = new FlatScan(study.cloud);
    }

    int nearest() {
      return scan.nearest(targets.next());
    }
  }

  /** The tree without nodes. */
  @State(Scope.Thread)
  public static class Flat {
    private Targets targets;
    private KdSearch search;

    @Setup
    public void fill(KdTreeDimensionBench study) {
      targets = new Targets(study.dimensions);
      search = KdTree.of(study.cloud.columns()).newSearch();
    }

    int nearest() {
      return search.nearest(targets.next());
    }
  }
}
