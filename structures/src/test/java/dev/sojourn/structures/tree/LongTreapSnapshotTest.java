package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A treap and its snapshot share arrays until one of them changes, in whatever way. */
class LongTreapSnapshotTest {
  private static final long CUT = 150;

  static Stream<Arguments> changes() {
    return Stream.of(
        change("put a new key", (low, high) -> low.put(1, 1)),
        change("put a key that is there", (low, high) -> low.put(30, -1)),
        change("remove", (low, high) -> low.remove(30)),
        change("clear", (low, high) -> low.clear()),
        change("split", (low, high) -> low.split(60)),
        change("join", LongTreap::join),
        change("union", LongTreap::union),
        change("intersection", LongTreap::intersection),
        change("difference", LongTreap::difference),
        change("trim", (low, high) -> low.trim()),
        change("union with few", (low, high) -> low.union(few())),
        change("union with many", (low, high) -> low.union(many())),
        change("union of few with it", (low, high) -> few().union(low)),
        change("union of many with it", (low, high) -> many().union(low)));
  }

  private static Arguments change(String name, BiConsumer<LongTreap, LongTreap> act) {
    return Arguments.of(name, act);
  }

  private static LongTreap few() {
    return TreapCases.of(3, Aggregate.SUM, 1, 4, 31);
  }

  private static LongTreap many() {
    long[] keys = LongStream.range(0, 400).map(i -> 2 * i).toArray();
    return LongTreap.ofSorted(3, Aggregate.SUM, keys, keys);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void changingATreapLeavesItsSnapshot(String name, BiConsumer<LongTreap, LongTreap> act) {
    LongTreap low = TreapCases.of(3, Aggregate.SUM, TreapCases.scrambled(100, 1));
    LongTreap high = low.split(CUT);
    LongTreap lowBefore = low.snapshot();
    LongTreap highBefore = high.snapshot();

    assertUntouched(lowBefore, highBefore, () -> act.accept(low, high));

    assertThat(low.verify()).isEmpty();
    assertThat(high.verify()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void changingASnapshotLeavesItsTreap(String name, BiConsumer<LongTreap, LongTreap> act) {
    LongTreap low = TreapCases.of(3, Aggregate.SUM, TreapCases.scrambled(100, 1));
    LongTreap high = low.split(CUT);
    LongTreap lowCopy = low.snapshot();
    LongTreap highCopy = high.snapshot();

    assertUntouched(low, high, () -> act.accept(lowCopy, highCopy));

    assertThat(lowCopy.verify()).isEmpty();
    assertThat(highCopy.verify()).isEmpty();
  }

  /** An arena may be lent while one treap of it moves to that of another. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void changingATreapLeavesTheSnapshotOfItsNeighbour(
      String name, BiConsumer<LongTreap, LongTreap> act) {
    LongTreap low = TreapCases.of(3, Aggregate.SUM, TreapCases.scrambled(100, 1));
    LongTreap high = low.split(CUT);
    LongTreap third = high.split(2 * CUT - 60);
    LongTreap thirdBefore = third.snapshot();

    assertUntouched(third, thirdBefore, () -> act.accept(low, high));

    assertThat(low.verify()).isEmpty();
    assertThat(high.verify()).isEmpty();
  }

  private static void assertUntouched(LongTreap one, LongTreap other, Runnable act) {
    SortedMap<Long, Long> oneBefore = TreapCases.entries(one);
    SortedMap<Long, Long> otherBefore = TreapCases.entries(other);

    act.run();

    assertThat(TreapCases.entries(one)).isEqualTo(oneBefore);
    assertThat(TreapCases.entries(other)).isEqualTo(otherBefore);
    assertThat(one.verify()).isEmpty();
    assertThat(other.verify()).isEmpty();
  }
}
