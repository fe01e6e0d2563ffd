package dev.sojourn.benchmarks.sets;

/** A partition as a textbook draws it: a node for each element that points at its parent. */
final class NodePartition {
  private final Node[] nodes;

  NodePartition(int size) {
    nodes = new Node[size];
    for (int i = 0; i < size; i++) {
      nodes[i] = new Node();
    }
  }

  void union(int a, int b) {
    Node rootA = find(nodes[a]);
    Node rootB = find(nodes[b]);
    if (rootA == rootB) {
      return;
    }
    boolean aIsLower = rootA.rank < rootB.rank;
    Node upper = aIsLower ? rootB : rootA;
    Node lower = aIsLower ? rootA : rootB;
    upper.rank += upper.rank == lower.rank ? 1 : 0;
    lower.parent = upper;
  }

  boolean connected(int a, int b) {
    return find(nodes[a]) == find(nodes[b]);
  }

  private static Node find(Node start) {
    Node node = start;
    while (node.parent != node) {
      node.parent = node.parent.parent;
      node = node.parent;
    }
    return node;
  }

  private static final class Node {
    private Node parent = this;
    private int rank;
  }
}
