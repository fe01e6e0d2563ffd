package dev.sojourn.benchmarks.spatial;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.kdtree.KdTree;
import org.tinspin.index.PointMap;

/**
 * The libraries people use, holding the points of a cloud. Those trees that take their shape from
 * the order of insertion get the random order that their authors advise.
 */
final class Peers {
  private Peers() {}

  static PointMap<Integer> tinspin(Cloud cloud) {
    PointMap<Integer> tree = PointMap.Factory.createKdTree(cloud.dimensions());
    for (int id = 0; id < cloud.size(); id++) {
      tree.insert(cloud.point(id), id);
    }
    return tree;
  }

  static KdTree jtsKdTree(Cloud cloud) {
    KdTree tree = new KdTree();
    for (int id = 0; id < cloud.size(); id++) {
      tree.insert(coordinate(cloud, id), id);
    }
    return tree;
  }

  static HPRtree jtsHprtree(Cloud cloud) {
    HPRtree tree = new HPRtree();
    for (int id = 0; id < cloud.size(); id++) {
      tree.insert(new Envelope(coordinate(cloud, id)), id);
    }
    tree.build();
    return tree;
  }

  private static Coordinate coordinate(Cloud cloud, int id) {
    return new Coordinate(cloud.rows()[2 * id], cloud.rows()[2 * id + 1]);
  }
}
