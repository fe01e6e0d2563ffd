package dev.sojourn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.locationtech.jts.index.strtree.STRtree;
import org.tinspin.index.Index;
import org.tinspin.index.PointMap;
import org.tinspin.index.kdtree.KDTree;
import org.tinspin.index.qthypercube.QuadTreeKD;
import org.tinspin.index.qthypercube2.QuadTreeKD2;
import org.tinspin.index.rtree.RTree;

/** Spatial indexes of tinspin and JTS against a look at every point. */
class PeerSpatialTest {
  private static final int SEEDS = 4;

  private record Points(String name, Supplier<PointMap<Integer>> supplier) {}

  private record Boxes(String name, Supplier<SpatialIndex> supplier) {}

  static Stream<Trial> trials() {
    List<Points> points =
        List.of(
            new Points("KDTree", () -> KDTree.create(2)),
            new Points("QuadTreeKD", () -> QuadTreeKD.create(2)),
            new Points("QuadTreeKD2", () -> QuadTreeKD2.create(2)));
    List<Boxes> boxes =
        List.of(
            new Boxes("STRtree", () -> new STRtree(4)), new Boxes("HPRtree", () -> new HPRtree(4)));
    return Stream.of(
            points.stream().map(p -> Trial.sound(p.name(), "insert, remove, box", () -> box(p))),
            points.stream()
                .map(p -> Trial.sound(p.name(), "query1nn, queryKnn", () -> nearest(p, false))),
            points.stream()
                .map(p -> Trial.sound(p.name(), "queryKnn after removals", () -> nearest(p, true))),
            points.stream().map(p -> Trial.sound(p.name(), "100 points on a line", () -> line(p))),
            points.stream()
                .map(p -> Trial.sound(p.name(), "one place 40 times", () -> onePlace(p))),
            Stream.of(
                Trial.sound("RTree", "insert, remove, queryIntersect", PeerSpatialTest::rtree),
                Trial.sound("KdTree", "insert, query", PeerSpatialTest::jtsKdTree)),
            boxes.stream().map(b -> Trial.sound(b.name(), "insert, query", () -> envelopes(b))),
            Stream.of(
                Trial.sound("STRtree", "remove", () -> removes(boxes.get(0))),
                Trial.flawed("HPRtree", "remove", "remove of 7", () -> removes(boxes.get(1))),
                Trial.flawed(
                    "HPRtree", "bounds of its nodes", "was: 4.0", PeerSpatialTest::nodeBounds)))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void peersDoWhatTheyAreKnownToDo(Trial trial) {
    trial.check();
  }

  private static double[] place(SplittableRandom random) {
    return new double[] {random.nextInt(1000) / 8.0, random.nextInt(1000) / 8.0};
  }

  private static boolean within(double[] p, double[] low, double[] high) {
    return IntStream.range(0, p.length).allMatch(i -> low[i] <= p[i] && p[i] <= high[i]);
  }

  private static double distance(double[] a, double[] b) {
    double x = a[0] - b[0];
    double y = a[1] - b[1];
    return Math.sqrt(x * x + y * y);
  }

  private static void box(Points peer) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PointMap<Integer> index = peer.supplier().get();
      List<double[]> model = new ArrayList<>();
      for (int step = 0; step < 1500; step++) {
        String where = "seed " + seed + ", step " + step;
        if (random.nextInt(9) < 6 || model.isEmpty()) {
          double[] p = place(random);
          if (model.stream().noneMatch(q -> Arrays.equals(p, q))) {
            index.insert(p, step);
            model.add(p);
          }
        } else {
          double[] p = model.remove(random.nextInt(model.size()));
          assertThat(index.remove(p.clone())).as(where).isNotNull();
        }
        assertThat(index.size()).as(where).isEqualTo(model.size());
        if (step % 10 == 0) {
          double[] low = place(random);
          double[] high = {low[0] + random.nextInt(40), low[1] + random.nextInt(40)};
          assertThat(values(index.query(low, high)))
              .as(where)
              .isEqualTo(model.stream().filter(p -> within(p, low, high)).count());
        }
      }
    }
  }

  private static long values(Index.PointIterator<Integer> found) {
    long count = 0;
    while (found.hasNext()) {
      found.next();
      count++;
    }
    return count;
  }

  private static void nearest(Points peer, boolean remove) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PointMap<Integer> index = peer.supplier().get();
      List<double[]> model = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        double[] p = {random.nextDouble(), random.nextDouble()};
        index.insert(p, i);
        model.add(p);
      }
      for (int i = 0; remove && i < 300; i++) {
        index.remove(model.remove(random.nextInt(model.size())));
      }
      checkNearest(index, model, random, "seed " + seed);
    }
  }

  private static void checkNearest(
      PointMap<Integer> index, List<double[]> model, SplittableRandom random, String where) {
    for (int query = 0; query < 200; query++) {
      double[] target = {random.nextDouble(), random.nextDouble()};
      double[] expected =
          model.stream().mapToDouble(p -> distance(p, target)).sorted().limit(10).toArray();
      assertThat(index.query1nn(target).dist()).as(where).isEqualTo(expected[0]);
      Index.PointIteratorKnn<Integer> found = index.queryKnn(target, 10);
      for (double distance : expected) {
        assertThat(found.next().dist()).as(where).isEqualTo(distance);
      }
    }
  }

  private static void line(Points peer) {
    PointMap<Integer> index = peer.supplier().get();
    List<double[]> model = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double[] p = {0.5, i / 100.0};
      index.insert(p, i);
      model.add(p);
    }
    checkNearest(index, model, new SplittableRandom(1), "on a line");
    assertThat(values(index.query(new double[] {0, 0}, new double[] {1, 1}))).isEqualTo(100);
    for (int i = 0; i < 100; i += 2) {
      assertThat(index.remove(new double[] {0.5, i / 100.0})).as("%d", i).isEqualTo(i);
    }
    assertThat(values(index.query(new double[] {0, 0}, new double[] {1, 1}))).isEqualTo(50);
  }

  private static void onePlace(Points peer) {
    PointMap<Integer> index = peer.supplier().get();
    for (int i = 0; i < 40; i++) {
      index.insert(new double[] {0.5, 0.5}, i);
    }
    assertThat(index.size()).isEqualTo(40);
    assertThat(values(index.query(new double[] {0, 0}, new double[] {1, 1}))).isEqualTo(40);
    for (int left = 39; left >= 0; left--) {
      assertThat(index.remove(new double[] {0.5, 0.5})).isNotNull();
      assertThat(index.size()).isEqualTo(left);
    }
  }

  private static void rtree() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RTree<Integer> index = RTree.createRStar(2);
      List<double[][]> model = new ArrayList<>();
      for (int step = 0; step < 1500; step++) {
        String where = "seed " + seed + ", step " + step;
        if (random.nextInt(9) < 6 || model.isEmpty()) {
          double[] low = place(random);
          double[] high = {low[0] + random.nextInt(20), low[1] + random.nextInt(20)};
          if (model.stream()
              .noneMatch(b -> Arrays.equals(b[0], low) && Arrays.equals(b[1], high))) {
            index.insert(low, high, step);
            model.add(new double[][] {low, high});
          }
        } else {
          double[][] box = model.remove(random.nextInt(model.size()));
          assertThat(index.remove(box[0], box[1])).as(where).isNotNull();
        }
        assertThat(index.size()).as(where).isEqualTo(model.size());
        if (step % 10 == 0) {
          double[] low = place(random);
          double[] high = {low[0] + 30, low[1] + 30};
          long found = 0;
          for (var it = index.queryIntersect(low, high); it.hasNext(); it.next()) {
            found++;
          }
          assertThat(found)
              .as(where)
              .isEqualTo(
                  model.stream()
                      .filter(
                          b ->
                              IntStream.range(0, 2)
                                  .allMatch(i -> b[0][i] <= high[i] && low[i] <= b[1][i]))
                      .count());
        }
      }
    }
  }

  private static void jtsKdTree() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      KdTree index = new KdTree();
      List<double[]> model = new ArrayList<>();
      for (int step = 0; step < 1500; step++) {
        double[] p = place(random);
        index.insert(new Coordinate(p[0], p[1]));
        model.add(p);
        if (step % 10 == 0) {
          double[] low = place(random);
          double[] high = {low[0] + 30, low[1] + 30};
          List<?> nodes = index.query(new Envelope(low[0], high[0], low[1], high[1]));
          long found = nodes.stream().mapToLong(node -> ((KdNode) node).getCount()).sum();
          assertThat(found)
              .as("seed %d, step %d", seed, step)
              .isEqualTo(model.stream().filter(q -> within(q, low, high)).count());
        }
      }
    }
  }

  private static void envelopes(Boxes peer) {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int size : new int[] {0, 1, 3, 4, 5, 16, 17, 1000}) {
        SplittableRandom random = new SplittableRandom(seed);
        SpatialIndex index = peer.supplier().get();
        List<Envelope> model = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          Envelope box = envelope(random);
          index.insert(box, i);
          model.add(box);
        }
        for (int query = 0; query < 100; query++) {
          Envelope window = envelope(random);
          assertThat(index.query(window).size())
              .as("seed %d, %d boxes", seed, size)
              .isEqualTo((int) model.stream().filter(window::intersects).count());
        }
      }
    }
  }

  private static Envelope envelope(SplittableRandom random) {
    double[] low = place(random);
    return new Envelope(low[0], low[0] + random.nextInt(20), low[1], low[1] + random.nextInt(20));
  }

  private static void removes(Boxes peer) {
    SpatialIndex index = peer.supplier().get();
    for (int i = 0; i < 20; i++) {
      index.insert(new Envelope(i, i, 0, 0), i);
    }
    index.query(new Envelope(0, 1, 0, 1));
    assertThat(index.remove(new Envelope(7, 7, 0, 0), 7)).as("remove of 7").isTrue();
    assertThat(index.query(new Envelope(0, 20, 0, 1)).size()).isEqualTo(19);
  }

  /** Sixteen points on a line, four to a node: the first node should end at the fourth. */
  private static void nodeBounds() {
    HPRtree index = new HPRtree(4);
    for (int i = 0; i < 16; i++) {
      index.insert(new Envelope(i, i, 0, 0), i);
    }
    index.build();
    assertThat(index.getBounds()[0].getMaxX()).isEqualTo(3);
  }
}
