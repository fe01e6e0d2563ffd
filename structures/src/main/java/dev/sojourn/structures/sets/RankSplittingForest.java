package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;

/** Links by rank, splits the paths it walks. */
final class RankSplittingForest implements Forest {
  private final int[] parent;
  private final Ranks ranks;

  RankSplittingForest(int elements) {
    parent = Parents.singletons(elements);
    ranks = new Ranks(elements);
  }

  @Override
  public int size() {
    return parent.length;
  }

  @Override
  public int find(int element) {
    return Parents.split(parent, element);
  }

  @Override
  public boolean union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA == rootB) {
      return false;
    }
    ranks.link(parent, rootA, rootB);
    return true;
  }

  @Override
  public boolean connected(int a, int b) {
    return find(a) == find(b);
  }

  @Override
  public void reset() {
    Parents.isolate(parent);
    ranks.reset();
  }

  @Override
  public int parentOf(int element) {
    return parent[element];
  }

  @Override
  public String flawAt(int element) {
    return ranks.flawAt(parent, element);
  }

  @Override
  public long footprintBytes() {
    return Footprint.object(0, 2)
        + Footprint.array(parent.length, Integer.BYTES)
        + ranks.footprintBytes();
  }
}
