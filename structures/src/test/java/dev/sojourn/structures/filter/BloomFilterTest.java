package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BloomFilterTest {
  private static final int N = 1000;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void anEmptyFilterContainsNothing(Layout layout) {
    BloomFilter filter = builder(layout).build();

    assertThat(Keys.stream(1, N).noneMatch(filter::mightContain)).isTrue();
    assertThat(filter.mightContain("")).isFalse();
    assertThat(filter.mightContain(new byte[0])).isFalse();
    assertThat(filter.bitCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void theUnionContainsWhatEitherContained(Layout layout) {
    BloomFilter mine = builder(layout).build();
    BloomFilter theirs = builder(layout).build();
    BloomFilter both = builder(layout).build();
    Keys.stream(1, N / 2).peek(both::put).forEach(mine::put);
    Keys.stream(2, N / 2).peek(both::put).forEach(theirs::put);

    mine.putAll(theirs);

    assertThat(words(mine)).isEqualTo(words(both));
    assertThat(Keys.stream(2, N / 2).allMatch(mine::mightContain)).isTrue();
    assertThat(mine.verify()).isEmpty();
  }

  @Test
  void unlikeFiltersAreNotMerged() {
    BloomFilter filter = builder(Layout.CLASSIC).build();

    assertUnlike(filter, builder(Layout.SECTORISED_512).build());
    assertUnlike(filter, builder(Layout.CLASSIC).seed(7).build());
    assertUnlike(filter, builder(Layout.CLASSIC).expectedKeys(2 * N).build());
    assertUnlike(filter, builder(Layout.CLASSIC).falsePositiveRate(0.001).build());
    assertThat(filter.isCompatible(builder(Layout.CLASSIC).build())).isTrue();
    assertThat(filter.bitCount()).isZero();
  }

  private static void assertUnlike(BloomFilter filter, BloomFilter other) {
    other.put(1);
    assertThat(filter.isCompatible(other)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> filter.putAll(other))
        .withMessageContainingAll(
            "layout, bits, hashes and seed",
            "CLASSIC of " + filter.plan().bits(),
            other.plan().layout() + " of " + other.plan().bits());
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void clearForgetsEverything(Layout layout) {
    BloomFilter filter = builder(layout).build();
    Keys.stream(1, N).forEach(filter::put);
    assertThat(filter.bitCount()).isPositive();

    filter.clear();

    assertThat(filter.bitCount()).isZero();
    assertThat(Keys.stream(1, N).noneMatch(filter::mightContain)).isTrue();
    assertThat(filter.put(Keys.key(1, 0))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void oneSeedGivesOneFilterAndAnotherGivesAnother(Layout layout) {
    BloomFilter first = builder(layout).seed(1).build();
    BloomFilter again = builder(layout).seed(1).build();
    BloomFilter other = builder(layout).seed(2).build();
    Keys.stream(1, N).peek(first::put).peek(again::put).forEach(other::put);

    assertThat(words(first)).isEqualTo(words(again));
    assertThat(words(first)).isNotEqualTo(words(other));
  }

  @Test
  void aKeySetsAsManyBitsAsItHasHashes() {
    BloomFilter filter = builder(Layout.SECTORISED_512).build();

    assertThat(filter.put(42)).isTrue();

    assertThat(filter.bitCount()).isEqualTo(filter.plan().hashes());
    assertThat(filter.put(42)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void statsAreWhatTheMethodsTellOneByOne(Layout layout) {
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(1_000).falsePositiveRate(0.01).layout(layout).build();
    assertThat(filter.stats()).isEqualTo(new BloomFilter.Stats(0, 0, 0));

    Keys.stream(1, 700).forEach(filter::put);

    assertThat(filter.stats())
        .isEqualTo(
            new BloomFilter.Stats(
                (double) filter.bitCount() / filter.plan().bits(),
                filter.approximateSize(),
                filter.expectedFalsePositiveRate()));
  }

  @Test
  void aFilterWithoutAFreeBitSaysSoInItsStats() {
    BloomFilter filter =
        BloomFilter.builder()
            .expectedKeys(1)
            .falsePositiveRate(0.01)
            .layout(Layout.CLASSIC)
            .build();

    Keys.stream(1, 1_000).forEach(filter::put);

    assertThat(filter.stats()).isEqualTo(new BloomFilter.Stats(1, Long.MAX_VALUE, 1));
  }

  @Test
  void nullsAndSlicesBeyondTheArrayAreRefused() {
    BloomFilter filter = builder(Layout.SECTORISED_512).build();

    assertThatNullPointerException().isThrownBy(() -> filter.put((String) null));
    assertThatNullPointerException().isThrownBy(() -> filter.mightContain((byte[]) null));
    assertThatNullPointerException().isThrownBy(() -> BloomFilter.builder().layout(null));
    assertThatThrownBy(() -> filter.put(new byte[3], 1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> filter.mightContain(new byte[3], -1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(filter.bitCount()).isZero();
  }

  @Test
  void damageIsFoundAndLocated() {
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(1_000_000).falsePositiveRate(0.01).build();
    long[] words = words(filter);
    int origin = ((HeapWords) filter.bits().words()).origin();
    words[origin + 8] = 1;

    assertThat(filter.verify()).hasValue("block 1 has bits in 1 of 8 words");

    words[origin - 1] = 1;

    assertThat(filter.verify()).hasValue("word 5 before the first block is not zero");
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void bitsThatNoKeySetAreFoundInTheClassicLayoutToo(boolean concurrent, boolean offHeap) {
    BloomBuilder builder = builder(Layout.CLASSIC).onSaturation(full -> {});
    builder = concurrent ? builder.concurrent() : builder;
    BloomFilter filter = (offHeap ? builder.offHeap() : builder).build();
    Words words = filter.bits().words();
    assertThat(filter.verify()).isEmpty();

    words.or(3, 1L << 17);
    assertThat(filter.verify()).hasValue("1 bits are set, which 0 keys of 7 bits cannot have done");

    filter.clear();
    Keys.stream(1, N / 2).forEach(filter::put);
    assertThat(filter.verify()).isEmpty();

    words.clear();
    assertThat(filter.verify())
        .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("0 bits are set, which"));

    filter.putAll(builder(Layout.CLASSIC).build());
    assertThat(filter.verify()).as("bits that came by putAll are not counted").isEmpty();
  }

  @Test
  void bitsOutsideTheWordsAreFoundWhereverTheyLie() {
    HeapWords heap = HeapWords.allocate(1 << 20);
    heap.array()[2] = 1;
    assertThat(heap.strayBit()).isEqualTo("word 2 before the first block is not zero");
    assertThat(new SharedWords(heap).strayBit()).isEqualTo(heap.strayBit());

    DirectWords direct = new DirectWords(17, false, 3);
    assertThat(direct.strayBit()).isNull();
    direct.or(17, 1L << 8);
    assertThat(direct.strayBit())
        .isEqualTo("byte 9 of segment 2, behind its last word, is not zero");
  }

  private static BloomBuilder builder(Layout layout) {
    return BloomFilter.builder().expectedKeys(N).falsePositiveRate(0.01).layout(layout);
  }

  private static long[] words(BloomFilter filter) {
    return ((HeapWords) filter.bits().words()).array();
  }
}
