package dev.sojourn.benchmarks.tree;

import dev.sojourn.structures.tree.LongTreap;
import dev.sojourn.structures.tree.TreapMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every implementation, filled with the same entries one by one in the same random order. */
final class Filled {
  private Filled() {}

  static NavigableMap<Long, Long> jdk(int from, int to) {
    return fill(new TreeMap<>(), from, to);
  }

  static NavigableMap<Long, Long> skipList(int from, int to) {
    return fill(new ConcurrentSkipListMap<>(), from, to);
  }

  static TreapMap<Long, Long> nodes(int from, int to) {
    return fill(new TreapMap<>(), from, to);
  }

  static Long2LongRBTreeMap fastutil(int from, int to) {
    Long2LongRBTreeMap map = new Long2LongRBTreeMap();
    for (int i = from; i < to; i++) {
      map.put(Keys.key(i), Keys.value(Keys.key(i)));
    }
    return map;
  }

  static LongTreap arena(int from, int to) {
    LongTreap treap = new LongTreap();
    for (int i = from; i < to; i++) {
      treap.put(Keys.key(i), Keys.value(Keys.key(i)));
    }
    return treap;
  }

  private static <M extends Map<Long, Long>> M fill(M map, int from, int to) {
    for (int i = from; i < to; i++) {
      map.put(Keys.key(i), Keys.value(Keys.key(i)));
    }
    return map;
  }
}
