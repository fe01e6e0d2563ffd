package dev.sojourn.structures.tree;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Keys and treaps that several tests use. */
final class TreapCases {
  private TreapCases() {}

  /** Distinct keys in random order. */
  static long[] scrambled(int size, long seed) {
    long[] keys = LongStream.range(0, size).map(i -> 3 * i).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      long key = keys[i];
      keys[i] = keys[j];
      keys[j] = key;
    }
    return keys;
  }

  /** A treap of keys whose values are their squares. */
  static LongTreap of(long seed, Aggregate aggregate, long... keys) {
    LongTreap treap = new LongTreap(seed, aggregate);
    for (long key : keys) {
      treap.put(key, key * key);
    }
    return treap;
  }

  static LongTreap of(SortedMap<Long, Long> map, long seed, Aggregate aggregate) {
    return LongTreap.ofSorted(
        seed,
        aggregate,
        map.keySet().stream().mapToLong(Long::longValue).toArray(),
        map.values().stream().mapToLong(Long::longValue).toArray());
  }

  static SortedMap<Long, Long> entries(LongTreap treap) {
    SortedMap<Long, Long> entries = new TreeMap<>();
    LongTreapCursor cursor = treap.cursor();
    while (cursor.next()) {
      entries.put(cursor.key(), cursor.value());
    }
    return entries;
  }

  /** The keys in preorder: with the keys alone it tells the shape of a search tree. */
  static long[] shape(LongTreap treap) {
    NodeArena arena = treap.arena();
    long[] preorder = new long[treap.size()];
    IntStack open = new IntStack();
    open.push(treap.root());
    int at = 0;
    while (!open.isEmpty()) {
      int slot = open.pop();
      if (slot != NodeArena.NIL) {
        preorder[at++] = arena.keyOf(slot);
        open.push(arena.right(slot));
        open.push(arena.left(slot));
      }
    }
    return preorder;
  }

  /**
   * Ascending keys whose priorities descend under a seed: the deepest tree that somebody who knows
   * the seed finds among so many keys tried, a longest decreasing subsequence.
   */
  static long[] deepest(long seed, int tried) {
    NodeArena arena = new NodeArena(seed, Aggregate.NONE, 0);
    long[] lowest = new long[tried];
    int[] last = new int[tried];
    int[] before = new int[tried];
    int length = 0;
    for (int key = 0; key < tried; key++) {
      long rising = ~arena.priority(key);
      int found = Arrays.binarySearch(lowest, 0, length, rising);
      int at = found < 0 ? ~found : found;
      before[key] = at == 0 ? -1 : last[at - 1];
      lowest[at] = rising;
      last[at] = key;
      length = Math.max(length, at + 1);
    }
    long[] chain = new long[length];
    for (int key = last[length - 1]; length > 0; key = before[key]) {
      chain[--length] = key;
    }
    return chain;
  }
}
