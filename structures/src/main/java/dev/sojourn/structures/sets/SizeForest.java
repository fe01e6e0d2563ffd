package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;

/** Links the smaller set below the larger; a root keeps its set's size, negated, as its parent. */
final class SizeForest implements Forest {
  private final int[] parent;

  SizeForest(int elements) {
    parent = new int[elements];
    reset();
  }

  @Override
  public int size() {
    return parent.length;
  }

  @Override
  public int find(int element) {
    int x = element;
    int up = parent[x];
    while (up >= 0) {
      int above = parent[up];
      if (above < 0) {
        return up;
      }
      parent[x] = above;
      x = above;
      up = parent[x];
    }
    return x;
  }

  @Override
  public boolean union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA == rootB) {
      return false;
    }
    int together = parent[rootA] + parent[rootB];
    boolean aIsLarger = parent[rootA] <= parent[rootB];
    int top = aIsLarger ? rootA : rootB;
    parent[aIsLarger ? rootB : rootA] = top;
    parent[top] = together;
    return true;
  }

  int sizeOf(int element) {
    return -parent[find(element)];
  }

  @Override
  public boolean connected(int a, int b) {
    return find(a) == find(b);
  }

  @Override
  public void reset() {
    Arrays.fill(parent, -1);
  }

  @Override
  public int parentOf(int element) {
    return parent[element] < 0 ? element : parent[element];
  }

  @Override
  public String flawAt(int element) {
    return parent[element] >= -parent.length
        ? null
        : "root " + element + " claims more than all " + parent.length + " elements";
  }

  @Override
  public long footprintBytes() {
    return Footprint.object(0, 1) + Footprint.array(parent.length, Integer.BYTES);
  }
}
