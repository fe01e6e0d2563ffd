package dev.sojourn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hive.common.util.BloomKFilter;
import org.fastfilter.bloom.BlockedBloom;
import org.fastfilter.bloom.Bloom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bloom filters of Guava, fastfilter and Hive: no key is forgotten, and the rate is as stated. */
class PeerFiltersTest {
  private static final int[] SIZES = {1, 2, 63, 64, 65, 500, 100_000};

  /** The two-sided 99.9 % quantile of the normal distribution. */
  private static final double Z = 3.2905;

  private interface Builder {
    LongPredicate of(long[] keys);
  }

  static Stream<Trial> trials() {
    return Stream.of(
        Trial.sound("BloomFilter", "never forgets", () -> remembers(k -> guava(k, 0.01))),
        Trial.sound(
            "Bloom", "never forgets", () -> remembers(k -> Bloom.construct(k, 10)::mayContain)),
        Trial.sound(
            "BlockedBloom",
            "never forgets",
            () -> remembers(k -> BlockedBloom.construct(k, 11)::mayContain)),
        Trial.sound("BloomKFilter", "never forgets", () -> remembers(PeerFiltersTest::hive)),
        Trial.sound("BloomFilter", "keeps 1 %", () -> keepsRate(0.01, k -> guava(k, 0.01), SIZES)),
        Trial.flawed(
            "BloomFilter",
            "keeps 0.1 %",
            "[1 keys]",
            () -> keepsRate(0.001, k -> guava(k, 0.001), SIZES)),
        Trial.flawed(
            "BloomKFilter",
            "keeps its 5 %",
            "[100000 keys]",
            () -> keepsRate(0.05, PeerFiltersTest::hive, SIZES)),
        Trial.sound("BlockedBloom", "2000 keys of 2^20 bits each", () -> bits(2000, 1 << 20)),
        Trial.flawed(
            "BlockedBloom",
            "3000 keys of 2^20 bits each",
            "NegativeArraySizeException",
            () -> bits(3000, 1 << 20)),
        Trial.flawed(
            "BlockedBloom", "4100 keys of 2^20 bits each", "4195392L", () -> bits(4100, 1 << 20)));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void peersDoWhatTheyAreKnownToDo(Trial trial) {
    trial.check();
  }

  private static LongPredicate guava(long[] keys, double rate) {
    BloomFilter<Long> filter = BloomFilter.create(Funnels.longFunnel(), keys.length, rate);
    for (long key : keys) {
      filter.put(key);
    }
    return filter::mightContain;
  }

  private static LongPredicate hive(long[] keys) {
    BloomKFilter filter = new BloomKFilter(keys.length);
    for (long key : keys) {
      filter.addLong(key);
    }
    return filter::testLong;
  }

  private static void bits(int keys, int bitsPerKey) {
    assertThat(BlockedBloom.construct(new long[keys], bitsPerKey).getBitCount())
        .isGreaterThanOrEqualTo((long) keys * bitsPerKey);
  }

  private static void remembers(Builder builder) {
    for (int size : SIZES) {
      long[] keys = new SplittableRandom(size).longs(size).toArray();
      LongPredicate filter = builder.of(keys);
      assertThat(LongStream.of(keys).allMatch(filter)).as("%d keys", size).isTrue();
      long[] ascending = LongStream.range(0, size).toArray();
      assertThat(LongStream.of(ascending).allMatch(builder.of(ascending)))
          .as("%d keys", size)
          .isTrue();
    }
  }

  /** Over several filters of a size, because the bits of one are themselves a matter of luck. */
  private static void keepsRate(double rate, Builder builder, int[] sizes) {
    for (int size : sizes) {
      int filters = Math.max(5, 20_000 / Math.max(size, 50));
      int queries = 2_000_000 / filters;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < filters; i++) {
        SplittableRandom random = new SplittableRandom(1000L * size + i);
        LongPredicate filter = builder.of(random.longs(size).toArray());
        double found = (double) random.longs(queries).filter(filter).count() / queries;
        sum += found;
        squares += found * found;
      }
      double mean = sum / filters;
      double variance = Math.max(0, squares / filters - mean * mean);
      double error = Math.sqrt(Math.max(variance, rate / queries) / filters);
      assertThat(mean).as("%d keys", size).isLessThanOrEqualTo(rate + Z * error);
    }
  }
}
