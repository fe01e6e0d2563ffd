package dev.sojourn.benchmarks.filter;

import com.google.common.hash.BloomFilter;
import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.filter.Layout;
import dev.sojourn.structures.filter.SplitBlockBloomFilter;
import org.apache.hive.common.util.BloomKFilter;
import org.fastfilter.Filter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation asks for one key that was never put. The baseline is the library people use, since
 * a {@link java.util.HashSet} of as many boxed longs would need more than six gigabytes. The
 * smaller size is the same study inside the cache.
 */
@Study(
    week = 37,
    question = "What does a Bloom filter cost that is far larger than the last cache?",
    insight =
        "Past the last cache a query costs its misses. One aligned line with one decision at the"
            + " end lets the processor start the next query meanwhile, and 64 keys asked at once"
            + " keep several misses under way by design.",
    source = "Putze, Sanders & Singler 2007; Lang, Neumann, Kemper & Boncz, PVLDB 2019",
    batch = 64,
    mayDiffer = 0.03,
    heapMegabytes = 2048)
@Claim(subject = "sectorised", ratioAtMost = 1.0 / 4, where = "keys=100000000")
@Claim(subject = "sectorisedBatch", ratioAtMost = 1.0 / 10, where = "keys=100000000")
@Claim(subject = "sectorised", against = "hive", ratioAtMost = 1.0 / 2, where = "keys=100000000")
@Claim(
    subject = "sectorised",
    against = "fastfilter",
    ratioAtMost = 1.0 / 1.3,
    where = "keys=100000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class BloomLargeBench {
  @Param({"1000000", "100000000"})
  int keys;

  @Baseline
  @Benchmark
  public boolean guava(Guava filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  @Benchmark
  public boolean fastfilter(Fastfilter filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  @Benchmark
  public boolean hive(Hive filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  @Benchmark
  public boolean splitBlock(SplitBlock filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  @Benchmark
  public boolean classic(Classic filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  @Benchmark
  public boolean sectorised(Sectorised filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  @Benchmark
  public boolean sectorisedBatch(Batch filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  /** Guava: one long hash, k probes anywhere. */
  @State(Scope.Thread)
  public static class Guava {
    private Keys queries;
    private BloomFilter<Long> filter;

    @Setup
    public void fill(BloomLargeBench study) {
      queries = Keys.manyAbsent();
      filter = Filled.guava(study.keys);
    }

    boolean ask() {
      return filter.mightContain(queries.next());
    }
  }

  /** fastfilter: two words of two bits, at most two cache lines. */
  @State(Scope.Thread)
  public static class Fastfilter {
    private Keys queries;
    private Filter filter;

    @Setup
    public void fill(BloomLargeBench study) {
      queries = Keys.manyAbsent();
      filter = Filled.fastfilter(study.keys);
    }

    boolean ask() {
      return filter.mayContain(queries.next());
    }
  }

  /** Hive: a block of eight words, any six of its bits. */
  @State(Scope.Thread)
  public static class Hive {
    private Keys queries;
    private BloomKFilter filter;

    @Setup
    public void fill(BloomLargeBench study) {
      queries = Keys.manyAbsent();
      filter = Filled.hive(study.keys);
    }

    boolean ask() {
      return filter.testLong(queries.next());
    }
  }

  /** Parquet's: one bit in each of eight lanes of half a cache line, hashed by XXH64. */
  @State(Scope.Thread)
  public static class SplitBlock {
    private Keys queries;
    private SplitBlockBloomFilter filter;

    @Setup
    public void fill(BloomLargeBench study) {
      queries = Keys.manyAbsent();
      filter = Filled.splitBlock(study.keys);
    }

    boolean ask() {
      return filter.mightContainInt64(queries.next());
    }
  }

  /** k probes anywhere. */
  @State(Scope.Thread)
  public static class Classic {
    private Keys queries;
    private dev.sojourn.structures.filter.BloomFilter filter;

    @Setup
    public void fill(BloomLargeBench study) {
      queries = Keys.manyAbsent();
      filter = Filled.ours(Layout.CLASSIC, study.keys);
    }

    boolean ask() {
      return filter.mightContain(queries.next());
    }
  }

  /** One bit in each word of one cache line. */
  @State(Scope.Thread)
  public static class Sectorised {
    private Keys queries;
    private dev.sojourn.structures.filter.BloomFilter filter;

    @Setup
    public void fill(BloomLargeBench study) {
      queries = Keys.manyAbsent();
      filter = Filled.ours(Layout.SECTORISED_512, study.keys);
    }

    boolean ask() {
      return filter.mightContain(queries.next());
    }
  }

  /** One bit in each word of one cache line, 64 keys asked at once. */
  @State(Scope.Thread)
  public static class Batch {
    private BatchedQueries queries;

    @Setup
    public void fill(BloomLargeBench study) {
      queries =
          new BatchedQueries(Filled.ours(Layout.SECTORISED_512, study.keys), Keys.manyAbsent());
    }

    boolean ask() {
      return queries.next();
    }
  }
}
