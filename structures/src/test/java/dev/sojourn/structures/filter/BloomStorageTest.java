package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the bits lie and whoever may write them, they are the same bits. */
class BloomStorageTest {
  static Stream<Arguments> places() {
    return Stream.of(Layout.values())
        .flatMap(
            layout ->
                Stream.of(1, 2, 63, 64, 65, 500, 200_000)
                    .flatMap(
                        n ->
                            Stream.of(
                                Arguments.of(layout, n, true, false),
                                Arguments.of(layout, n, false, true),
                                Arguments.of(layout, n, true, true))));
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyPlaceHoldsTheBitsOfTheHeap(Layout layout, int n, boolean concurrent, boolean offHeap) {
    BloomFilter plain = builder(layout, n).build();
    BloomFilter other = builder(layout, n, concurrent, offHeap).build();

    long contradictions = Keys.stream(n, n).filter(key -> plain.put(key) != other.put(key)).count();

    assertThat(contradictions).isZero();
    assertSameBits(plain, other);
    assertThat(other.verify()).isEmpty();
    assertThat(other.bitCount()).isEqualTo(plain.bitCount());
    assertThat(Keys.stream(n, n).allMatch(other::mightContain)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyPlaceGivesTheAnswersOfTheHeap(
      Layout layout, int n, boolean concurrent, boolean offHeap) {
    BloomFilter plain = builder(layout, n).build();
    BloomFilter other = builder(layout, n, concurrent, offHeap).build();
    Keys.stream(n, n).forEach(plain::put);
    other.putAll(plain);
    long[] queries = Keys.array(77, 1000);
    long[] expected = new long[16];
    long[] found = new long[16];

    int hits = other.mightContain(queries, 0, queries.length, found);

    assertThat(hits).isEqualTo(plain.mightContain(queries, 0, queries.length, expected));
    assertThat(found).isEqualTo(expected);
    for (long query : queries) {
      assertThat(other.mightContain(query)).isEqualTo(plain.mightContain(query));
    }
    other.clear();
    assertThat(other.bitCount()).isZero();
  }

  @Test
  void wordsOutsideTheHeapSpanSegments() {
    for (boolean shared : new boolean[] {false, true}) {
      Words words = new DirectWords(100, shared, 3);
      for (int i = 0; i < 100; i++) {
        assertThat(words.or(i, (1L << (i % 64)) | 2)).isZero();
        assertThat(words.or(i, 1L << (i % 64))).isEqualTo((1L << (i % 64)) | 2);
      }
      for (int i = 0; i < 100; i++) {
        assertThat(words.get(i)).isEqualTo((1L << (i % 64)) | 2);
      }
      assertThat(words.size()).isEqualTo(100);
    }
  }

  /** A filter over several buffers, without the gibibytes that would take. */
  @Test
  void filtersOverSegmentsForgetNothing() {
    BloomPlan plan = BloomFilter.plan(10_000, 0.01, Layout.SECTORISED_512);
    BloomFilter plain = new BloomFilter(plan, 1);
    BloomFilter other =
        new BloomFilter(plan, 1, new DirectWords(plan.bits() / Long.SIZE, false, 4), null);

    Keys.stream(1, 10_000).peek(plain::put).forEach(other::put);

    assertSameBits(plain, other);
  }

  private static void assertSameBits(BloomFilter one, BloomFilter other) {
    Words expected = one.bits().words();
    Words words = other.bits().words();
    assertThat(words.size()).isEqualTo(expected.size());
    for (long i = 0; i < words.size(); i++) {
      if (words.get(i) != expected.get(i)) {
        assertThat(words.get(i)).as("word %d", i).isEqualTo(expected.get(i));
      }
    }
  }

  private static BloomBuilder builder(Layout layout, int n) {
    return BloomFilter.builder().expectedKeys(n).falsePositiveRate(0.01).layout(layout);
  }

  private static BloomBuilder builder(Layout layout, int n, boolean concurrent, boolean offHeap) {
    BloomBuilder builder = builder(layout, n);
    if (concurrent) {
      builder.concurrent();
    }
    return offHeap ? builder.offHeap() : builder;
  }
}
