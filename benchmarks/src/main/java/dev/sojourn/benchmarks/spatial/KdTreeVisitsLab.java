package dev.sojourn.benchmarks.spatial;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.results.model.Metric;
import dev.sojourn.structures.spatial.KdSearch;
import dev.sojourn.structures.spatial.KdTree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One invocation builds a tree and asks it for the point nearest to each of a few hundred targets.
 * What counts is the share of the points that it looks at, and how many splits it reads for one
 * target. The targets are midway between two points each, so they belong to the shape of the
 * points.
 */
@Study(
    week = 39,
    question = "Which share of its points does a k-d tree look at?",
    insight =
        "A share that approaches one as the dimensions grow. But it is the dimensions of the shape"
            + " that count and not the number of coordinates: points of a plane stay cheap in any"
            + " space.",
    source =
        "Weber, Schek & Blott, A quantitative analysis and performance study for similarity-search"
            + " methods in high-dimensional spaces, 1998")
@Claim(
    subject = "uniform",
    metric = "points.examined",
    countAtMost = 0.1,
    where = "dimensions=2,points=100000")
@Claim(
    subject = "uniform",
    metric = "points.examined",
    countAtLeast = 90,
    where = "dimensions=16,points=10000")
@Claim(
    subject = "uniform",
    metric = "points.examined",
    countAtLeast = 50,
    where = "dimensions=16,points=100000")
@Claim(subject = "plane", metric = "points.examined", countAtMost = 0.5)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class KdTreeVisitsLab {
  private static final int QUERIES = 256;
  private static final Metric EXAMINED = new Metric("points.examined", "percent", true);
  private static final Metric VISITED = new Metric("nodes.visited", "count", true);

  @Param({"2", "4", "8", "12", "16"})
  int dimensions;

  @Param({"10000", "100000"})
  int points;

  @Baseline
  @Benchmark
  public int uniform(Notebook notebook) {
    return ask(Cloud.uniform(points, dimensions), notebook);
  }

  @Benchmark
  public int plane(Notebook notebook) {
    return ask(Cloud.plane(points, dimensions), notebook);
  }

  /** Answers with how many targets found a point no farther than those they lie between. */
  private int ask(Cloud cloud, Notebook notebook) {
    KdTree tree = KdTree.ofInterleaved(cloud.dimensions(), cloud.rows());
    KdSearch search = tree.newSearch();
    long examined = 0;
    long visited = 0;
    int near = 0;
    for (int i = 0; i < QUERIES; i++) {
      double[] a = cloud.point(i);
      double[] b = cloud.point(cloud.size() - 1 - i);
      double[] target = middle(a, b);
      search.nearest(target);
      near += search.squaredDistance() <= square(a, target) ? 1 : 0;
      examined += search.pointsExamined();
      visited += search.nodesVisited();
    }
    notebook.metric(EXAMINED, 100.0 * examined / ((double) QUERIES * tree.size()));
    notebook.metric(VISITED, (double) visited / QUERIES);
    return near;
  }

  private static double[] middle(double[] a, double[] b) {
    double[] middle = new double[a.length];
    for (int axis = 0; axis < middle.length; axis++) {
      middle[axis] = (a[axis] + b[axis]) / 2;
    }
    return middle;
  }

  private static double square(double[] a, double[] b) {
    double sum = 0;
    for (int axis = 0; axis < a.length; axis++) {
      sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
    }
    return sum;
  }
}
