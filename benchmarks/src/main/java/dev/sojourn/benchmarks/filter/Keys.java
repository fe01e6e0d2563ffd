package dev.sojourn.benchmarks.filter;

import java.util.SplittableRandom;

/**
 * Keys that need no memory: even numbers, mixed, are members and odd ones are absent. The mix is a
 * bijection, so no absent key is a member by accident.
 */
final class Keys {
  private static final int QUERIES = 1 << 20;

  /** Enough that the lines they touch fill several times the largest last cache in use. */
  private static final int MANY_QUERIES = 1 << 23;

  private static final long SEED = 0x4b657973L;

  private final long[] queries;
  private int at;

  private Keys(long[] queries) {
    this.queries = queries;
  }

  static long member(long index) {
    return mix(2 * index);
  }

  static long absent(long index) {
    return mix(2 * index + 1);
  }

  /** Queries for keys that were never put. */
  static Keys absent() {
    return absentKeys(QUERIES);
  }

  /** So many absent keys that their round does not fit a cache. */
  static Keys manyAbsent() {
    return absentKeys(MANY_QUERIES);
  }

  private static Keys absentKeys(int count) {
    long[] queries = new long[count];
    for (int i = 0; i < count; i++) {
      queries[i] = absent(i);
    }
    return new Keys(queries);
  }

  /** Queries for members, each as likely as any other. */
  static Keys present(int members) {
    return presentKeys(members, QUERIES);
  }

  /** So many members that their round does not fit a cache. */
  static Keys manyPresent(int members) {
    return presentKeys(members, MANY_QUERIES);
  }

  private static Keys presentKeys(int members, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] queries = new long[count];
    for (int i = 0; i < count; i++) {
      queries[i] = member(random.nextInt(members));
    }
    return new Keys(queries);
  }

  /** The next key to ask for. */
  long next() {
    return queries[at++ & (queries.length - 1)];
  }

  /** Where the next queries begin; their count must divide the number of queries. */
  int nextGroup(int count) {
    int start = at & (queries.length - 1);
    at += count;
    return start;
  }

  long[] queries() {
    return queries;
  }

  /** Two rounds of xor-shift and multiplication by odd numbers: each step can be undone. */
  private static long mix(long number) {
    long x = number * 0x9e3779b97f4a7c15L;
    x = (x ^ (x >>> 32)) * 0xd6e8feb86659fd93L;
    x = (x ^ (x >>> 29)) * 0xa0761d6478bd642fL;
    return x ^ (x >>> 32);
  }
}
