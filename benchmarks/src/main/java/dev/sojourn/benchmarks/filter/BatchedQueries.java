package dev.sojourn.benchmarks.filter;

import dev.sojourn.structures.filter.BloomFilter;

/**
 * One answer at a time from a filter that is asked for 64 keys at once, so that a call still is one
 * key and its mean the share of one key in its group.
 */
final class BatchedQueries {
  private static final int GROUP = Long.SIZE;

  private final BloomFilter filter;
  private final Keys keys;
  private final long[] found = new long[1];
  private int left;

  BatchedQueries(BloomFilter filter, Keys keys) {
    this.filter = filter;
    this.keys = keys;
  }

  boolean next() {
    if (left == 0) {
      filter.mightContain(keys.queries(), keys.nextGroup(GROUP), GROUP, found);
      left = GROUP;
    }
    return (found[0] >>> (GROUP - left--) & 1) != 0;
  }
}
