package dev.sojourn.structures.sets;

/** Unites along many edges over the parents of a {@link RemForest}, so that misses overlap. */
final class EdgeBatch {
  /*
   * Implementation notes. A union is a chain of loads with an unpredictable branch at its end, so
   * one by one their cache misses queue up. Here the edges of a group are looked at in passes that
   * only load and store, without a branch on what was loaded: the misses of a whole group are under
   * way at once. The first pass drops the edges whose ends share a parent, the second lets both
   * ends skip their parents and drops those that share a grandparent. What is left is spliced in
   * order, out of the first cache.
   *
   * On a random graph one set soon holds most elements, and then most edges lie inside it. A bit
   * for each element that hangs at its root drops these without touching a parent at all, and the
   * bits fit into a cache where the parents do not. A bit stays true whatever is merged afterwards.
   * Since parents have greater indices, one pass downward that lets every element skip its parent
   * points every element at its root, and collects the bits on the way.
   */
  static final int GROUP = 512;

  /** Fewer parents than this are in a fast cache anyway. */
  private static final int SIEVED_SIZE = 1 << 18;

  private static final int SAMPLE = 64;

  private final int[] parent;
  private final int sievedSize;
  private final int[] us;
  private final int[] vs;

  EdgeBatch(int[] parent, int group) {
    this(parent, group, SIEVED_SIZE);
  }

  /** {@code sievedSize} is how many elements it takes for a bit to be worth keeping for each. */
  EdgeBatch(int[] parent, int group, int sievedSize) {
    this.parent = parent;
    this.sievedSize = sievedSize;
    this.us = new int[group];
    this.vs = new int[group];
  }

  /** Returns how many edges merged two sets. */
  int unite(int[] from, int[] to, int first, int last) {
    int size = parent.length;
    int slice = size < sievedSize ? last - first : Math.max(size / 2, us.length);
    int merges = 0;
    for (int left = last - first; left > 0; left -= slice) {
      int length = Math.min(left, slice);
      boolean worthIt = size >= sievedSize && length >= size / 8;
      int giant = worthIt ? commonRoot() : -1;
      int start = last - left;
      merges +=
          giant < 0
              ? uniteAll(from, to, start, start + length)
              : uniteOutside(flatten(giant), from, to, start, start + length);
    }
    return merges;
  }

  private int uniteAll(int[] from, int[] to, int first, int last) {
    int merges = 0;
    for (int left = last - first; left > 0; left -= us.length) {
      int length = Math.min(left, us.length);
      System.arraycopy(from, last - left, us, 0, length);
      System.arraycopy(to, last - left, vs, 0, length);
      merges += uniteGroup(length);
    }
    return merges;
  }

  private int uniteOutside(long[] inside, int[] from, int[] to, int first, int last) {
    int merges = 0;
    for (int left = last - first; left > 0; left -= us.length) {
      int start = last - left;
      merges += uniteGroup(sift(inside, from, to, start, start + Math.min(left, us.length)));
    }
    return merges;
  }

  private int uniteGroup(int length) {
    int apart = dropSiblings(length);
    int pending = dropCousins(apart);
    int merges = 0;
    for (int i = 0; i < pending; i++) {
      if (RemForest.splice(parent, us[i], vs[i])) {
        merges++;
      }
    }
    return merges;
  }

  private int sift(long[] inside, int[] from, int[] to, int first, int last) {
    int kept = 0;
    for (int i = first; i < last; i++) {
      int u = from[i];
      int v = to[i];
      us[kept] = u;
      vs[kept] = v;
      long both = (inside[u >>> 6] >>> u) & (inside[v >>> 6] >>> v) & 1;
      kept += 1 - (int) both;
    }
    return kept;
  }

  private int dropSiblings(int length) {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      int u = us[i];
      int v = vs[i];
      us[kept] = u;
      vs[kept] = v;
      kept += parent[u] == parent[v] ? 0 : 1;
    }
    return kept;
  }

  private int dropCousins(int length) {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      int u = us[i];
      int v = vs[i];
      int gu = parent[parent[u]];
      int gv = parent[parent[v]];
      parent[u] = gu;
      parent[v] = gv;
      us[kept] = gu;
      vs[kept] = gv;
      kept += gu == gv ? 0 : 1;
    }
    return kept;
  }

  /** The root of at least a quarter of a sample of the elements, or -1. */
  private int commonRoot() {
    int[] roots = new int[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      roots[i] = Parents.halve(parent, (int) ((long) i * parent.length / SAMPLE));
    }
    for (int candidate : roots) {
      if (occurrences(roots, candidate) >= SAMPLE / 4) {
        return candidate;
      }
    }
    return -1;
  }

  private static int occurrences(int[] values, int value) {
    int occurrences = 0;
    for (int v : values) {
      occurrences += v == value ? 1 : 0;
    }
    return occurrences;
  }

  /** Points every element at its root; returns a bit for each whose root is the given one. */
  private long[] flatten(int root) {
    int[] parent = this.parent;
    long[] below = new long[(parent.length + 63) >>> 6];
    for (int word = below.length - 1; word >= 0; word--) {
      int start = word << 6;
      long bits = 0;
      for (int i = Math.min(63, parent.length - 1 - start); i >= 0; i--) {
        int top = parent[parent[start + i]];
        parent[start + i] = top;
        bits |= (top == root ? 1L : 0L) << i;
      }
      below[word] = bits;
    }
    return below;
  }
}
