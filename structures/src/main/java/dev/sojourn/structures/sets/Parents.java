package dev.sojourn.structures.sets;

/** Walks over a parent array in which a root is its own parent. */
final class Parents {
  private Parents() {}

  static int[] singletons(int elements) {
    int[] parent = new int[elements];
    isolate(parent);
    return parent;
  }

  static void isolate(int[] parent) {
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
  }

  static int root(int[] parent, int element) {
    int x = element;
    while (parent[x] != x) {
      x = parent[x];
    }
    return x;
  }

  /** Lets every other node of the path skip its parent. */
  static int halve(int[] parent, int element) {
    int x = element;
    int up = parent[x];
    while (up != x) {
      int above = parent[up];
      if (above == up) {
        return up;
      }
      parent[x] = above;
      x = above;
      up = parent[x];
    }
    return x;
  }

  /** Lets every node of the path skip its parent. */
  static int split(int[] parent, int element) {
    int x = element;
    int up = parent[x];
    while (up != x) {
      int above = parent[up];
      if (above == up) {
        return up;
      }
      parent[x] = above;
      x = up;
      up = above;
    }
    return x;
  }

  /** Finds the root, then points every node of the path at it. */
  static int compress(int[] parent, int element) {
    int root = root(parent, element);
    int x = element;
    while (parent[x] != root) {
      int up = parent[x];
      parent[x] = root;
      x = up;
    }
    return root;
  }
}
