package dev.sojourn.benchmarks.filter;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.results.model.Metric;
import dev.sojourn.structures.filter.BloomFilter;
import dev.sojourn.structures.filter.BloomPlan;
import dev.sojourn.structures.filter.Layout;
import dev.sojourn.structures.filter.SplitBlockBloomFilter;
import java.util.function.LongPredicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One invocation fills filters of one size with a million keys each, every filter with keys of its
 * own, and asks each for as many keys that were never put. What counts is the share of these that
 * it reports, beside what {@link ErrorTheory} expects, and how far the two are apart in standard
 * deviations of a count. The answer is how many members were reported, which must be all of them.
 */
@Study(
    week = 37,
    question = "How often does a Bloom filter lie, and what do blocks add to it at equal bits?",
    insight =
        "0.82 % at ten bits a key and seven of them set, and six bits more divide it by eighteen."
            + " Blocks fill unevenly and the full ones lie most: one cache line a key costs a"
            + " quarter to a half more lies at ten bits, and two to three times as many at"
            + " sixteen.",
    source =
        "Bloom 1970; Putze, Sanders & Singler, Cache-, hash- and space-efficient Bloom filters")
@Claim(
    subject = "classic",
    metric = "fpr",
    countAtLeast = 0.809,
    countAtMost = 0.83,
    where = "bitsPerKey=10")
@Claim(subject = "classic", metric = "deviation.sigma", countAtMost = 3.3)
@Claim(subject = "sectorised", metric = "deviation.sigma", countAtMost = 3.3)
@Claim(subject = "splitBlock", metric = "deviation.sigma", countAtMost = 3.3)
@Claim(subject = "sectorised", metric = "fpr", ratioAtLeast = 1.2)
@Claim(subject = "splitBlock", against = "sectorised", metric = "fpr", ratioAtLeast = 1.1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class FalsePositiveLab {
  private static final int FILTERS = 8;
  private static final int KEYS = 1_000_000;
  private static final int LANES = 8;
  private static final int PARQUET_BLOCK_BYTES = LANES * Integer.BYTES;
  private static final Metric COUNTED = new Metric("fpr", "percent", true);
  private static final Metric EXPECTED = new Metric("fpr.theory", "percent", true);
  private static final Metric DEVIATION = new Metric("deviation.sigma", "deviations", true);

  @Param({"8", "10", "12", "16"})
  int bitsPerKey;

  @Baseline
  @Benchmark
  public long classic(Notebook notebook) {
    Tally tally = new Tally();
    BloomPlan plan = ask(Layout.CLASSIC, tally);
    note(tally, ErrorTheory.classic(plan.bitsPerKey(), plan.hashes()), notebook);
    return tally.members;
  }

  @Benchmark
  public long sectorised(Notebook notebook) {
    Tally tally = new Tally();
    BloomPlan plan = ask(Layout.SECTORISED_512, tally);
    note(tally, ErrorTheory.blocked(plan.bitsPerKey(), LANES, Long.SIZE), notebook);
    return tally.members;
  }

  @Benchmark
  public long splitBlock(Notebook notebook) {
    Tally tally = new Tally();
    for (int i = 0; i < FILTERS; i++) {
      SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofBytes(bytes());
      long first = (long) i * KEYS;
      for (long key = first; key < first + KEYS; key++) {
        filter.putInt64(Keys.member(key));
      }
      tally.ask(filter::mightContainInt64, first);
    }
    double bits = (double) Byte.SIZE * bytes() / KEYS;
    note(tally, ErrorTheory.blocked(bits, LANES, Integer.SIZE), notebook);
    return tally.members;
  }

  /** Filters as large as the bits allow, their headers included; a seed for each. */
  private BloomPlan ask(Layout layout, Tally tally) {
    BloomPlan plan =
        BloomFilter.builder().expectedKeys(KEYS).maxBytes(bytes()).layout(layout).plan();
    for (int i = 0; i < FILTERS; i++) {
      BloomFilter filter =
          BloomFilter.builder().expectedKeys(KEYS).maxBytes(bytes()).layout(layout).seed(i).build();
      long first = (long) i * KEYS;
      for (long key = first; key < first + KEYS; key++) {
        filter.put(Keys.member(key));
      }
      tally.ask(filter::mightContain, first);
    }
    return plan;
  }

  private int bytes() {
    return KEYS / Byte.SIZE * bitsPerKey / PARQUET_BLOCK_BYTES * PARQUET_BLOCK_BYTES;
  }

  private static void note(Tally tally, double theory, Notebook notebook) {
    double asked = (double) FILTERS * KEYS;
    double counted = tally.lies / asked;
    notebook.metric(COUNTED, 100 * counted);
    notebook.metric(EXPECTED, 100 * theory);
    notebook.metric(
        DEVIATION, Math.abs(counted - theory) / Math.sqrt(theory * (1 - theory) / asked));
  }

  /** What the filters reported. */
  private static final class Tally {
    private long members;
    private long lies;

    void ask(LongPredicate filter, long first) {
      for (long key = first; key < first + KEYS; key++) {
        members += filter.test(Keys.member(key)) ? 1 : 0;
        lies += filter.test(Keys.absent(key)) ? 1 : 0;
      }
    }
  }
}
