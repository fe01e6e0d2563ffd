package dev.sojourn.benchmarks.filter;

import com.google.common.hash.BloomFilter;
import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.filter.Layout;
import java.util.Set;
import org.fastfilter.Filter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation asks for one key that was never put. */
@Study(
    week = 37,
    question = "What does a key that is absent cost in a Bloom filter, instead of a HashSet<Long>?",
    insight =
        "The exact set follows a reference per bucket and holds fifty times the bytes, so it falls"
            + " out of every cache first. A classic filter stops at the first bit that is clear,"
            + " after two probes on average; a sectorised one reads one line and decides once.",
    source = "Bloom 1970; Putze, Sanders & Singler 2007; Lang, Neumann, Kemper & Boncz, PVLDB 2019",
    batch = 64,
    mayDiffer = 0.02,
    heapMegabytes = 2048,
    tour = "keys=1000000",
    tourMethods = {"guava", "sectorised"})
@Claim(subject = "sectorised", against = "guava", ratioAtMost = 0.25, where = "keys=1000000")
@Claim(subject = "sectorised", ratioAtMost = 0.5, where = "keys=10000000")
@Claim(subject = "sectorised", metric = "alloc", countAtMost = 0.01)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class BloomAbsentBench {
  @Param({"1000", "100000", "1000000", "10000000"})
  int keys;

  @Baseline
  @Benchmark
  public boolean hashSet(Exact set, TailClock clock) {
    return clock.lap(set.ask());
  }

  @Benchmark
  public boolean guava(Guava filter, TailClock clock) {
    return clock.lap(filter.ask());
  }

  @Benchmark
  public boolean fastfilter(Fastfilter filter, TailClock clock) {
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

  /** {@link java.util.HashSet} of boxed longs: every answer is right. */
  @State(Scope.Thread)
  public static class Exact {
    private Keys queries;
    private Set<Long> set;

    @Setup
    public void fill(BloomAbsentBench study) {
      queries = Keys.absent();
      set = Filled.hashSet(study.keys);
    }

    boolean ask() {
      return set.contains(queries.next());
    }
  }

  /** Guava: one long hash, k probes anywhere. */
  @State(Scope.Thread)
  public static class Guava {
    private Keys queries;
    private BloomFilter<Long> filter;

    @Setup
    public void fill(BloomAbsentBench study) {
      queries = Keys.absent();
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
    public void fill(BloomAbsentBench study) {
      queries = Keys.absent();
      filter = Filled.fastfilter(study.keys);
    }

    boolean ask() {
      return filter.mayContain(queries.next());
    }
  }

  /** k probes anywhere. */
  @State(Scope.Thread)
  public static class Classic {
    private Keys queries;
    private dev.sojourn.structures.filter.BloomFilter filter;

    @Setup
    public void fill(BloomAbsentBench study) {
      queries = Keys.absent();
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
    public void fill(BloomAbsentBench study) {
      queries = Keys.absent();
      filter = Filled.ours(Layout.SECTORISED_512, study.keys);
    }

    boolean ask() {
      return filter.mightContain(queries.next());
    }
  }
}
