package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;

/** Links the first root below the second and never shortens a path. */
final class NaiveForest implements Forest {
  private final int[] parent;

  NaiveForest(int elements) {
    parent = Parents.singletons(elements);
  }

  @Override
  public int size() {
    return parent.length;
  }

  @Override
  public int find(int element) {
    return Parents.root(parent, element);
  }

  @Override
  public boolean union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    parent[rootA] = rootB;
    return rootA != rootB;
  }

  @Override
  public boolean connected(int a, int b) {
    return find(a) == find(b);
  }

  @Override
  public void reset() {
    Parents.isolate(parent);
  }

  @Override
  public int parentOf(int element) {
    return parent[element];
  }

  @Override
  public String flawAt(int element) {
    return null;
  }

  @Override
  public long footprintBytes() {
    return Footprint.object(0, 1) + Footprint.array(parent.length, Integer.BYTES);
  }
}
