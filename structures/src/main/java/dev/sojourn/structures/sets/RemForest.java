package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;

/** Rem's algorithm with splicing: one array, in which a parent never has the smaller index. */
final class RemForest implements Forest {
  /*
   * Implementation notes. Because parents grow along every path, two walks can climb in step: the
   * one whose parent is smaller moves, and when both stand below the same parent the sets are one,
   * often long before the root. While climbing, splice hangs the node it leaves below the parent
   * the other walk stands at. That moves a subtree into the other set, which is sound only because
   * union goes on to merge both; connected() must not do it, so it splits its own path instead.
   *
   * Before it splices, union lets both ends skip their parents. Splicing alone leaves an end that
   * need not move where it is, so a later union walks the same path again; and the four loads are
   * two independent pairs, which no branch separates.
   *
   * The two branches of splice are symmetric and are written out: an exchange of the two walks
   * would make each step wait for the comparison, while a predicted branch lets the next load
   * start before it.
   */
  private final int[] parent;

  RemForest(int elements) {
    parent = Parents.singletons(elements);
  }

  @Override
  public int size() {
    return parent.length;
  }

  @Override
  public int find(int element) {
    return Parents.halve(parent, element);
  }

  @Override
  public boolean union(int a, int b) {
    return unite(parent, a, b);
  }

  static boolean unite(int[] parent, int u, int v) {
    int pu = parent[u];
    int pv = parent[v];
    if (pu == pv) {
      return false;
    }
    int gu = parent[pu];
    int gv = parent[pv];
    parent[u] = gu;
    parent[v] = gv;
    return gu != gv && splice(parent, gu, gv);
  }

  static boolean splice(int[] parent, int a, int b) {
    int u = a;
    int v = b;
    int pu = parent[u];
    int pv = parent[v];
    while (pu != pv) {
      if (pu < pv) {
        parent[u] = pv;
        if (u == pu) {
          return true;
        }
        u = pu;
        pu = parent[u];
      } else {
        parent[v] = pu;
        if (v == pv) {
          return true;
        }
        v = pv;
        pv = parent[v];
      }
    }
    return false;
  }

  /** Merges along the edges {@code from .. to-1} and returns how many merged two sets. */
  int unionEdges(int[] us, int[] vs, int from, int to) {
    return new EdgeBatch(parent, Math.min(to - from, EdgeBatch.GROUP)).unite(us, vs, from, to);
  }

  @Override
  public boolean connected(int a, int b) {
    int u = a;
    int v = b;
    int pu = parent[u];
    int pv = parent[v];
    while (pu != pv) {
      if (pu < pv) {
        if (u == pu) {
          return false;
        }
        int above = parent[pu];
        parent[u] = above;
        u = pu;
        pu = above;
      } else {
        if (v == pv) {
          return false;
        }
        int above = parent[pv];
        parent[v] = above;
        v = pv;
        pv = above;
      }
    }
    return true;
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
    return parent[element] >= element
        ? null
        : "parent " + parent[element] + " is smaller than its child " + element;
  }

  @Override
  public long footprintBytes() {
    return Footprint.object(0, 1) + Footprint.array(parent.length, Integer.BYTES);
  }
}
