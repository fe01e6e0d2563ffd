package dev.sojourn.benchmarks.filter;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import dev.sojourn.structures.filter.Layout;
import java.util.HashSet;
import java.util.Set;
import org.fastfilter.Filter;
import org.fastfilter.bloom.BlockedBloom;

/** Every implementation, holding the same members; all filters aim at one false positive in 100. */
final class Filled {
  private static final double RATE = 0.01;

  /** What brings fastfilter's blocks, whose load varies, to the common rate. */
  private static final int FASTFILTER_BITS_PER_KEY = 11;

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
