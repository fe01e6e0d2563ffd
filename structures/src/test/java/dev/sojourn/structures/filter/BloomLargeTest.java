package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real filters of more bits than an int can count. Filling one takes hundreds of millions of keys,
 * which {@code -Dtest.jvm.arguments=-Dsojourn.long=true} puts. Otherwise rates are measured where
 * few keys make them large: with one bit a key, and in some blocks that are as full as all should
 * be.
 */
class BloomLargeTest {
  private static final long EXPECTED = 225_000_000;
  private static final long INT_BITS = 1L << 31;
  private static final int REGION_WORDS = 1 << 18;

  /** The two-sided 99.9 % quantile of the normal distribution. */
  private static final double Z = 3.2905;

  private static BloomFilter filter(BloomPlan plan, boolean offHeap) {
    assertThat(plan.bits()).isGreaterThan(INT_BITS);
    assumeTrue(
        Runtime.getRuntime().maxMemory() > 2.5 * plan.bytes(),
        "needs a heap of " + 2.5 * plan.bytes() + " bytes");
    return new BloomFilter(plan, 3, Words.allocate(plan.bits() / Long.SIZE, false, offHeap), null);
  }

  /** Bits of 3 million keys, counted in regions of 2^24 places, against the same share for all. */
  @ParameterizedTest
  @CsvSource({"CLASSIC, false", "CLASSIC, true", "SECTORISED_512, false", "SECTORISED_512, true"})
  void everyRegionTakesItsShareOfTheBits(Layout layout, boolean offHeap) {
    int put = 3_000_000;
    BloomFilter filter = filter(BloomFilter.plan(EXPECTED, 0.01, layout), offHeap);

    Keys.stream(3, put).forEach(filter::put);

    assertThat(Keys.stream(3, put).allMatch(filter::mightContain)).isTrue();
    assertThat(filter.approximateSize()).isCloseTo(put, within(put / 500L));
    // The bits of a key lie in one region when they lie in one block: they count as one.
    int together = layout == Layout.CLASSIC ? 1 : SectorBits.WORDS;
    long[] ones = onesByRegion(filter.bits().words());
    double chiSquare = chiSquare(ones, filter.bits().words().size()) / together;
    int degrees = ones.length - 1;
    assertThat(chiSquare)
        .as("chi-square with %d degrees of freedom", degrees)
        .isCloseTo(degrees, within(4 * Math.sqrt(2.0 * degrees)));
  }

  private static long[] onesByRegion(Words words) {
    long[] ones = new long[(int) ((words.size() + REGION_WORDS - 1) / REGION_WORDS)];
    for (long i = 0; i < words.size(); i++) {
      ones[(int) (i / REGION_WORDS)] += Long.bitCount(words.get(i));
    }
    return ones;
  }

  private static double chiSquare(long[] ones, long words) {
    long all = IntStream.range(0, ones.length).mapToLong(i -> ones[i]).sum();
    double sum = 0;
    for (int i = 0; i < ones.length; i++) {
      long width = Math.min(REGION_WORDS, words - (long) i * REGION_WORDS);
      double expected = (double) all * width / words;
      sum += (ones[i] - expected) * (ones[i] - expected) / expected;
    }
    return sum;
  }

  /** With one bit a key, 16 million keys fill a place in 150. */
  @Test
  void oneBitAKeyErrsAsOftenAsThereAreOnes() {
    int put = 16_000_000;
    int queries = 4_000_000;
    long bits = INT_BITS + (1 << 28);
    BloomFilter filter = filter(BloomPlan.of(put, bits, 1, Layout.CLASSIC), true);

    Keys.stream(3, put).forEach(filter::put);

    double rate = -Math.expm1(-(double) put / bits);
    assertThat((double) filter.bitCount() / bits).isCloseTo(rate, within(0.001 * rate));
    assertRate(filter, queries, rate);
  }

  /** Of the four million blocks a thousand are filled, all over the filter, the last included. */
  @Test
  void fullBlocksErrAsPlannedWhereverTheyLie() {
    BloomFilter filter = filter(BloomFilter.plan(EXPECTED, 0.01, Layout.SECTORISED_512), false);
    long blocks = filter.plan().bits() / 512;
    int filled = 1_000;
    int load = 50;
    int queries = 4_000;
    SplittableRandom random = new SplittableRandom(9);

    long falselyFound = 0;
    for (int i = 0; i < filled; i++) {
      long block = (blocks - 1) * i / (filled - 1);
      random.longs(load).forEach(any -> filter.putHash(hashIn(block, blocks, any)));
      falselyFound +=
          random
              .longs(queries)
              .filter(any -> filter.mightContainHash(hashIn(block, blocks, any)))
              .count();
      assertThat(onesIn(filter.bits().words(), block)).as("block %d", block).isGreaterThan(200);
    }

    double taken = 1 - Math.pow(63.0 / 64, load);
    // Luck of the bits: a word's share of ones has a variance of at most t (1 - t) / 64.
    double lucky = 8 * Math.pow(taken, 8) * Math.sqrt((1 - taken) / taken / 64 / 8 / filled);
    double expected = Math.pow(taken, 8);
    double binomial = Math.sqrt(expected * (1 - expected) / filled / queries);
    assertThat((double) falselyFound / filled / queries)
        .isCloseTo(expected, within(Z * Math.hypot(lucky, binomial)));
    assertThat(filter.verify()).isEmpty();
  }

  /** A hash whose block is this one of so many, and whose other bits are any. */
  private static long hashIn(long block, long blocks, long any) {
    long step = Long.divideUnsigned(-1L, blocks);
    return block * step + block + Long.remainderUnsigned(any, step - 2 * blocks);
  }

  private static int onesIn(Words words, long block) {
    return IntStream.range(0, SectorBits.WORDS)
        .map(i -> Long.bitCount(words.get(block * SectorBits.WORDS + i)))
        .sum();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  @EnabledIfSystemProperty(named = "sojourn.long", matches = "true")
  void aFullFilterErrsAsPlanned(Layout layout) {
    BloomPlan plan = BloomFilter.plan(EXPECTED, 0.01, layout);
    BloomFilter filter = filter(plan, false);

    Keys.stream(3, EXPECTED).forEach(filter::put);

    assertThat(Keys.stream(3, EXPECTED).allMatch(filter::mightContain)).isTrue();
    assertThat(filter.approximateSize()).isCloseTo(EXPECTED, within(EXPECTED / 2_000));
    assertRate(filter, 20_000_000, plan.falsePositiveRate());
  }

  private static void assertRate(BloomFilter filter, int queries, double rate) {
    LongPredicate found = filter::mightContain;
    double measured = (double) Keys.stream(4, queries).filter(found).count() / queries;
    assertThat(measured).isCloseTo(rate, within(Z * Math.sqrt(rate * (1 - rate) / queries)));
  }
}
