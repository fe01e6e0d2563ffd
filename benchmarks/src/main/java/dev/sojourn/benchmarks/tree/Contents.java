package dev.sojourn.benchmarks.tree;

import dev.sojourn.harness.Deferred;
import dev.sojourn.structures.tree.LongTreap;
import dev.sojourn.structures.tree.LongTreapCursor;
import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;
import java.util.Map;
import java.util.SortedMap;

/** All entries of a map in the order of its keys: the answer of making one. */
final class Contents {
  private static final long FOLD = 0x9E37_79B9_7F4A_7C15L;

  private Contents() {}

  static Deferred of(SortedMap<Long, Long> map) {
    return () -> {
      long digest = map.size();
      for (Map.Entry<Long, Long> entry : map.entrySet()) {
        digest = fold(digest, entry.getKey(), entry.getValue());
      }
      return digest;
    };
  }

  static Deferred of(Long2LongSortedMap map) {
    return () -> {
      long digest = map.size();
      for (Long2LongMap.Entry entry : map.long2LongEntrySet()) {
        digest = fold(digest, entry.getLongKey(), entry.getLongValue());
      }
      return digest;
    };
  }

  static Deferred of(LongTreap treap) {
    return () -> {
      long digest = treap.size();
      LongTreapCursor cursor = treap.cursor();
      while (cursor.next()) {
        digest = fold(digest, cursor.key(), cursor.value());
      }
      return digest;
    };
  }

  private static long fold(long digest, long key, long value) {
    return Long.rotateLeft((Long.rotateLeft(digest * FOLD, 23) + key) * FOLD, 23) + value;
  }
}
