package dev.sojourn.benchmarks.filter;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import dev.sojourn.structures.filter.Layout;
import dev.sojourn.structures.filter.SplitBlockBloomFilter;
import java.util.HashSet;
import java.util.Set;
import org.apache.hive.common.util.BloomKFilter;
import org.fastfilter.Filter;
import org.fastfilter.bloom.BlockedBloom;

/** Every implementation, holding the same members; all filters aim at one false positive in 100. */
final class Filled {
  private static final double RATE = 0.01;

  /** What brings fastfilter's blocks, whose load varies, to the common rate. */
  private static final int FASTFILTER_BITS_PER_KEY = 11;

  /** What brings Hive's blocks to the common rate; its own formula takes the mean load. */
  private static final double HIVE_BITS_PER_KEY = 10.1;

  private static final int HIVE_HASHES = 6;
  private static final int BLOCK_WORDS = 8;
  private static final int BLOCK_BITS = 512;

  private Filled() {}

  static Set<Long> hashSet(int members) {
    Set<Long> set = HashSet.newHashSet(members);
    for (int i = 0; i < members; i++) {
      set.add(Keys.member(i));
    }
    return set;
  }

  static BloomFilter<Long> guava(int members) {
    BloomFilter<Long> filter = BloomFilter.create(Funnels.longFunnel(), members, RATE);
    for (int i = 0; i < members; i++) {
      filter.put(Keys.member(i));
    }
    return filter;
  }

  /** Built from an array of all keys, its only way; the array is garbage afterwards. */
  static Filter fastfilter(int members) {
    long[] keys = new long[members];
    for (int i = 0; i < members; i++) {
      keys[i] = Keys.member(i);
    }
    return BlockedBloom.construct(keys, FASTFILTER_BITS_PER_KEY);
  }

  /** Sized by hand: the constructor that takes a number of keys aims at five in a hundred. */
  static BloomKFilter hive(int members) {
    int blocks = (int) Math.ceil(HIVE_BITS_PER_KEY * members / BLOCK_BITS);
    BloomKFilter filter = new BloomKFilter(new long[BLOCK_WORDS * blocks], HIVE_HASHES);
    for (int i = 0; i < members; i++) {
      filter.addLong(Keys.member(i));
    }
    return filter;
  }

  static SplitBlockBloomFilter splitBlock(int members) {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofKeys(members, RATE);
    for (int i = 0; i < members; i++) {
      filter.putInt64(Keys.member(i));
    }
    return filter;
  }

  static dev.sojourn.structures.filter.BloomFilter ours(Layout layout, int members) {
    var filter =
        dev.sojourn.structures.filter.BloomFilter.builder()
            .expectedKeys(members)
            .falsePositiveRate(RATE)
            .layout(layout)
            .build();
    for (int i = 0; i < members; i++) {
      filter.put(Keys.member(i));
    }
    return filter;
  }
}
