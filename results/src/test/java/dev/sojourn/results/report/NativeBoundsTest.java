package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.NativeHistogramBucket;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeBoundsTest {
  /** From a nanosecond to what a long of nanoseconds can say. */
  private static final int LEAST = -119;

  private static final int MOST = 134;

  @Test
  void boundsGrowByTheFourthRootOfTwo() {
    for (int i = LEAST; i <= MOST; i++) {
      assertThat(NativeBounds.seconds(i))
          .as("bound %d", i)
          .isCloseTo(Math.pow(2, i / 4.0), within(Math.pow(2, i / 4.0) * 1e-15));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, -119",
    "1, -119",
    "-1, -119",
    "1000000000, 0",
    "1000000001, 1",
    "2000000000, 4",
    "2000000001, 5",
    "500000000, -4",
    "9223372036854775807, 133"
  })
  void aTimeIsInTheFirstBucketThatIsNotBelowIt(long nanos, int index) {
    assertThat(NativeBounds.index(nanos)).isEqualTo(index);
  }

  @Test
  void bucketsAreThoseOfPrometheusOwnNativeHistogram() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    Map<Integer, Long> ours = new TreeMap<>();
    Histogram theirs =
        Histogram.builder().name("latency_seconds").nativeOnly().nativeInitialSchema(2).build();

    for (int i = 0; i < 20_000; i++) {
      long nanos = (long) Math.exp(random.nextDouble() * Math.log(1e11));
      ours.merge(NativeBounds.index(nanos), 1L, Long::sum);
      theirs.observe(nanos / 1e9);
    }

    assertThat(buckets(theirs)).as("seed %d", seed).isEqualTo(ours);
  }

  private static Map<Integer, Long> buckets(Histogram histogram) {
    Map<Integer, Long> buckets = new TreeMap<>();
    var data = histogram.collect().getDataPoints().getFirst();
    assertThat(data.getNativeSchema()).isEqualTo(2);
    for (NativeHistogramBucket bucket : data.getNativeBucketsForPositiveValues()) {
      buckets.put(bucket.getBucketIndex(), bucket.getCount());
    }
    return buckets;
  }
}
