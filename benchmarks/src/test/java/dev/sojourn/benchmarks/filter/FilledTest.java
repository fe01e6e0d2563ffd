package dev.sojourn.benchmarks.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.structures.filter.BloomFilter;
import dev.sojourn.structures.filter.Layout;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilledTest {
  private static final int MEMBERS = 200_000;
  private static final int QUERIES = 200_000;

  static Stream<Named<LongPredicate>> filters() {
    var guava = Filled.guava(MEMBERS);
    return Stream.of(
        Named.of("guava", guava::mightContain),
        Named.of("fastfilter", Filled.fastfilter(MEMBERS)::mayContain),
        Named.of("hive", Filled.hive(MEMBERS)::testLong),
        Named.of("splitBlock", Filled.splitBlock(MEMBERS)::mightContainInt64),
        Named.of("classic", Filled.ours(Layout.CLASSIC, MEMBERS)::mightContain),
        Named.of("sectorised", Filled.ours(Layout.SECTORISED_512, MEMBERS)::mightContain));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void everyMemberIsReported(LongPredicate filter) {
    for (int i = 0; i < MEMBERS; i++) {
      assertThat(filter.test(Keys.member(i))).as("member %d", i).isTrue();
    }
  }

  /** Filters are compared at one rate; a cheaper answer for more errors would be no comparison. */
  @ParameterizedTest
  @MethodSource("filters")
  void aboutOneAbsentKeyInAHundredIsReported(LongPredicate filter) {
    int reported = 0;
    for (int i = 0; i < QUERIES; i++) {
      reported += filter.test(Keys.absent(i)) ? 1 : 0;
    }

    assertThat((double) reported / QUERIES).isBetween(0.008, 0.012);
  }

  @Test
  void theSetIsExact() {
    var set = Filled.hashSet(1000);

    for (int i = 0; i < 1000; i++) {
      assertThat(set.contains(Keys.member(i))).isTrue();
      assertThat(set.contains(Keys.absent(i))).isFalse();
    }
  }

  @Test
  void batchedQueriesGiveTheAnswersOfSingleOnes() {
    BloomFilter filter = Filled.ours(Layout.SECTORISED_512, 1000);
    BatchedQueries batched = new BatchedQueries(filter, Keys.absent());
    Keys single = Keys.absent();

    for (int i = 0; i < 10_000; i++) {
      assertThat(batched.next()).as("query %d", i).isEqualTo(filter.mightContain(single.next()));
    }
  }
}
