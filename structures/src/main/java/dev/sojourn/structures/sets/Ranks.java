package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;

/** Linking by rank: the root whose tree could be deeper stays a root. */
final class Ranks {
  private final byte[] rank;

  Ranks(int elements) {
    rank = new byte[elements];
  }

  /** Hangs one of two roots below the other. */
  void link(int[] parent, int a, int b) {
    if (rank[a] < rank[b]) {
      parent[a] = b;
      return;
    }
    parent[b] = a;
    if (rank[a] == rank[b]) {
      rank[a]++;
    }
  }

  void reset() {
    Arrays.fill(rank, (byte) 0);
  }

  String flawAt(int[] parent, int element) {
    int up = parent[element];
    return up == element || rank[up] > rank[element]
        ? null
        : "rank of parent " + up + " does not exceed that of its child " + element;
  }

  long footprintBytes() {
    return Footprint.object(0, 1) + Footprint.array(rank.length, Byte.BYTES);
  }
}
