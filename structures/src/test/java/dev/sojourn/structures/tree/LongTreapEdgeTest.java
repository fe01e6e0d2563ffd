package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongTreapEdgeTest {
  private static final int LARGEST_SMALL_SIZE = 64;

  @ParameterizedTest
  @EnumSource(Aggregate.class)
  void splitsAndJoinsAtEveryPlaceOfSmallTreaps(Aggregate aggregate) {
    for (int size = 0; size <= LARGEST_SMALL_SIZE; size++) {
      long[] keys = TreapCases.scrambled(size, size);
      for (long cut = -1; cut <= 3L * size; cut++) {
        LongTreap treap = TreapCases.of(7, aggregate, keys);
        long[] shape = TreapCases.shape(treap);

        LongTreap upper = treap.split(cut);

        assertThat(treap.verify()).as("size %d, cut %d", size, cut).isEmpty();
        assertThat(upper.verify()).as("size %d, cut %d", size, cut).isEmpty();
        assertThat(treap.size() + upper.size()).isEqualTo(size);
        assertThat(treap.floorKey(Long.MAX_VALUE, cut - 1)).isLessThan(cut);
        assertThat(upper.ceilingKey(Long.MIN_VALUE, cut)).isGreaterThanOrEqualTo(cut);
        treap.join(upper);
        assertThat(TreapCases.shape(treap)).as("size %d, cut %d", size, cut).isEqualTo(shape);
        assertThat(treap.verify()).isEmpty();
      }
    }
  }

  @Test
  void setOperationsKeepTheirIdentities() {
    for (int size : new int[] {0, 1, 2, 31, 500}) {
      SortedMap<Long, Long> a = squares(size, 2);
      SortedMap<Long, Long> b = squares(size, 3);

      assertThat(united(a, b).keys()).isEqualTo(united(b, a).keys());
      assertThat(united(a, a).keys()).isEqualTo(keysOf(a));
      assertThat(united(a, new TreeMap<>()).keys()).isEqualTo(keysOf(a));
      LongTreap onlyA = treapOf(a);
      onlyA.difference(treapOf(b));
      LongTreap both = treapOf(a);
      both.intersection(treapOf(b));
      assertThat(onlyA.size() + both.size()).isEqualTo(size);
      onlyA.union(both);
      assertThat(TreapCases.entries(onlyA)).isEqualTo(a);
      assertThat(onlyA.verify()).isEmpty();
    }
  }

  @Test
  void unionTakesTheOthersValuesAndIntersectionKeepsIts() {
    LongTreap union = LongTreap.ofSorted(new long[] {1, 2}, new long[] {10, 20});
    union.union(LongTreap.ofSorted(new long[] {2, 3}, new long[] {-20, -30}));
    LongTreap common = LongTreap.ofSorted(new long[] {1, 2}, new long[] {10, 20});
    common.intersection(LongTreap.ofSorted(new long[] {2, 3}, new long[] {-20, -30}));

    assertThat(union.get(1)).isEqualTo(10);
    assertThat(union.get(2)).isEqualTo(-20);
    assertThat(union.get(3)).isEqualTo(-30);
    assertThat(common.keys()).containsExactly(2);
    assertThat(common.get(2)).isEqualTo(20);
  }

  @Test
  void treapsThatShareAnArenaDoNotDisturbOneAnother() {
    LongTreap low = TreapCases.of(3, Aggregate.SUM, TreapCases.scrambled(300, 1));
    LongTreap high = low.split(450);
    LongTreap middle = low.split(225);

    middle.clear();
    low.put(-5, 5);
    high.remove(450);
    for (long key = 1; key < 200; key++) {
      high.put(450 + key, key);
    }

    assertThat(low.verify()).isEmpty();
    assertThat(high.verify()).isEmpty();
    assertThat(middle.isEmpty()).isTrue();
    assertThat(low.keys()).startsWith(-5, 0).hasSize(76);
    assertThat(high.rank(900)).isEqualTo(high.size());
    low.trim();
    low.put(224, 1);
    assertThat(low.verify()).isEmpty();
    assertThat(high.verify()).isEmpty();
  }

  @Test
  void snapshotsAreIndependentOfWhatTheyWereTakenFrom() {
    LongTreap treap = TreapCases.of(3, Aggregate.MAX, TreapCases.scrambled(200, 1));
    SortedMap<Long, Long> before = TreapCases.entries(treap);

    LongTreap first = treap.snapshot();
    LongTreap second = first.snapshot();
    treap.put(0, -1);
    treap.remove(3);
    second.clear();
    second.put(8, 8);
    LongTreap third = treap.snapshot();
    treap.split(100).clear();

    assertThat(TreapCases.entries(first)).isEqualTo(before);
    assertThat(second.keys()).containsExactly(8);
    assertThat(third.size()).isEqualTo(199);
    assertThat(treap.lastKey()).isLessThan(100);
    for (LongTreap each : new LongTreap[] {treap, first, second, third}) {
      assertThat(each.verify()).isEmpty();
    }
  }

  @Test
  void removedEntriesLeaveTheirRoom() {
    LongTreap treap = TreapCases.of(3, Aggregate.NONE, TreapCases.scrambled(10_000, 1));
    long footprintBytes = treap.footprintBytes();

    for (int round = 0; round < 20; round++) {
      LongTreap upper = treap.split(9_000);
      int gone = upper.size();
      upper.clear();
      for (int i = 0; i < gone; i++) {
        treap.put(9_000 + 7L * i + round, i);
      }
      assertThat(treap.verify()).isEmpty();
    }

    assertThat(treap.size()).isEqualTo(10_000);
    assertThat(treap.footprintBytes()).isEqualTo(footprintBytes);
  }

  @Test
  void aUnionWithFewCopiesOnlyTheFew() {
    long[] keys = LongStream.range(0, 1_000).toArray();
    LongTreap many = LongTreap.ofSorted(1, Aggregate.NONE, keys, keys);
    LongTreap few = TreapCases.of(1, Aggregate.NONE, 5_000, 5_001);
    NodeArena arenaOfMany = many.arena();

    few.union(many);

    assertThat(few.arena()).isSameAs(arenaOfMany);
    assertThat(few.size()).isEqualTo(1_002);
    many.put(1, 1);
    assertThat(few.verify()).isEmpty();
    assertThat(many.keys()).containsExactly(1);
  }

  @Test
  void aUnionWithManyOfAnotherKindKeepsItsOwnSeedAndAggregate() {
    long[] keys = LongStream.range(0, 1_000).toArray();
    LongTreap sums = TreapCases.of(1, Aggregate.SUM, 5_000, 5_001);
    LongTreap seeded = TreapCases.of(1, Aggregate.SUM, 5_000, 5_001);

    sums.union(LongTreap.ofSorted(1, Aggregate.MIN, keys, keys));
    seeded.union(LongTreap.ofSorted(2, Aggregate.SUM, keys, keys));

    assertThat(sums.aggregate(0, 999)).isEqualTo(999 * 1_000 / 2);
    assertThat(sums.verify()).isEmpty();
    assertThat(seeded.seed()).isEqualTo(1);
    assertThat(seeded.size()).isEqualTo(1_002);
    assertThat(seeded.verify()).isEmpty();
  }

  static Stream<Arguments> setOperations() {
    return Stream.of(
        setOperation("union", LongTreap::union),
        setOperation("intersection", LongTreap::intersection),
        setOperation("difference", LongTreap::difference));
  }

  private static Arguments setOperation(String name, BiConsumer<LongTreap, LongTreap> act) {
    return Arguments.of(name, act);
  }

  /** The two have some keys in common, and each some of its own, in every round. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("setOperations")
  void whatASetOperationDropsServesAgain(String name, BiConsumer<LongTreap, LongTreap> act) {
    LongTreap treap = new LongTreap(3, Aggregate.SUM);
    long footprintBytes = 0;

    for (int round = 0; round < 20; round++) {
      LongStream.range(0, 1_000).forEach(key -> treap.put(key, key));
      LongTreap upper = treap.split(500);
      LongStream.range(400, 500).forEach(key -> upper.put(key, -key));
      act.accept(treap, upper);

      assertThat(treap.verify()).as("round %d", round).isEmpty();
      footprintBytes = round == 0 ? treap.footprintBytes() : footprintBytes;
    }

    assertThat(treap.footprintBytes()).isEqualTo(footprintBytes);
  }

  @Test
  void clearedTreapFillsTheRoomItHad() {
    LongTreap treap = TreapCases.of(3, Aggregate.MIN, TreapCases.scrambled(1_000, 1));
    long footprintBytes = treap.footprintBytes();

    treap.clear();
    assertThat(treap.isEmpty()).isTrue();
    for (long key : TreapCases.scrambled(1_000, 2)) {
      treap.put(key, key);
    }

    assertThat(treap.footprintBytes()).isEqualTo(footprintBytes);
    assertThat(treap.verify()).isEmpty();
  }

  @Test
  void roomGrowsByAQuarterAndTrimmingLeavesNone() {
    LongTreap treap = new LongTreap(1, Aggregate.MAX);

    for (int size = 1; size <= 1_000; size++) {
      treap.put(size, size);
      assertThat(treap.stats().slots()).isBetween(size, size + size / 4 + 16);
    }

    treap.trim();
    assertThat(treap.stats().slots()).isEqualTo(1_000);
  }

  @Test
  void emptyTreapRefusesToGiveAndSaysHowToAsk() {
    LongTreap treap = new LongTreap();

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> treap.get(5))
        .withMessage("no entry for key 5; use getOrDefault for keys that may be absent");
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(treap::firstKey);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(treap::lastKey);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> treap.select(0))
        .withMessage("index 0 is out of range: there are 0 keys");
    assertThat(treap.floorKey(Long.MAX_VALUE, -1)).isEqualTo(-1);
    assertThat(treap.ceilingKey(Long.MIN_VALUE, -1)).isEqualTo(-1);
    assertThat(treap.countRange(Long.MIN_VALUE, Long.MAX_VALUE)).isZero();
    assertThat(treap.meanDepth()).isZero();
    assertThat(treap.remove(1)).isFalse();
    assertThat(treap.cursor().next()).isFalse();
    assertThat(treap.split(0).isEmpty()).isTrue();
    assertThat(treap.verify()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesAnIndexThatIsNotOne(int index) {
    LongTreap treap = TreapCases.of(1, Aggregate.NONE, 1, 2, 3);

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> treap.select(index))
        .withMessageContaining("index " + index);
  }

  @Test
  void refusesWhatCannotBeJoinedAndChangesNothing() {
    LongTreap low = TreapCases.of(1, Aggregate.NONE, 1, 5);
    LongTreap high = TreapCases.of(1, Aggregate.NONE, 5, 6);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> low.join(high))
        .withMessage("keys to join must be above 5, were from 5; use union");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> low.union(low))
        .withMessageContaining("snapshot");
    LongTreap empty = new LongTreap();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> empty.join(empty))
        .withMessageContaining("snapshot");
    assertThat(low.keys()).containsExactly(1, 5);
    assertThat(high.keys()).containsExactly(5, 6);
  }

  @Test
  void refusesKeysThatDoNotAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LongTreap.ofSorted(new long[] {1, 3, 3}, new long[3]))
        .withMessage(
            "keys must ascend strictly, but key 2 is 3 after 3; sort them and drop duplicates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LongTreap.ofSorted(new long[] {1, 3}, new long[1]))
        .withMessage("there must be a value for each key, were 2 keys and 1 values");
  }

  @Test
  void refusesRangesThatEndBeforeTheyBegin() {
    LongTreap treap = TreapCases.of(1, Aggregate.SUM, 1, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> treap.countRange(2, 1))
        .withMessage("a range must not end before it begins, was from 2 to 1");
    assertThatIllegalArgumentException().isThrownBy(() -> treap.aggregate(2, 1));
  }

  @Test
  void refusesAnAggregateItDoesNotKeep() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TreapCases.of(1, Aggregate.NONE, 1).aggregate(0, 1))
        .withMessageContaining("Aggregate.SUM");
  }

  @Test
  void aggregatesReachBothEndsOfTheKeys() {
    LongTreap sums = new LongTreap(1, Aggregate.SUM);
    sums.put(Long.MIN_VALUE, 1);
    sums.put(0, 10);
    sums.put(Long.MAX_VALUE, 100);

    assertThat(sums.aggregate(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(111);
    assertThat(sums.aggregate(Long.MIN_VALUE + 1, Long.MAX_VALUE)).isEqualTo(110);
    assertThat(sums.aggregate(Long.MIN_VALUE, -1)).isEqualTo(1);
    assertThat(sums.aggregate(1, 2)).isZero();
    assertThat(sums.countRange(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(3);
  }

  @Test
  void aCursorPlacedAgainSeesEveryKeyOnce() {
    LongTreap treap = TreapCases.of(1, Aggregate.NONE, TreapCases.scrambled(50, 1));
    LongTreapCursor cursor = treap.cursor();
    cursor.next();
    cursor.rewind();

    for (long key : treap.keys()) {
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.key()).isEqualTo(key);
    }
    assertThat(cursor.next()).isFalse();
  }

  @Test
  void theAggregateOfNoValuesIsTheIdentity() {
    assertThat(TreapCases.of(1, Aggregate.SUM, 5).aggregate(0, 4)).isZero();
    assertThat(TreapCases.of(1, Aggregate.MIN, 5).aggregate(0, 4)).isEqualTo(Long.MAX_VALUE);
    assertThat(TreapCases.of(1, Aggregate.MAX, 5).aggregate(6, 9)).isEqualTo(Long.MIN_VALUE);
    assertThat(Aggregate.MIN.identity()).isEqualTo(Long.MAX_VALUE);
    assertThat(Aggregate.MAX.identity()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void cursorStartsWhereToldAndFailsWhenKeysChange() {
    LongTreap treap = TreapCases.of(1, Aggregate.NONE, 10, 20, 30);
    LongTreapCursor cursor = treap.cursor().seek(11);

    assertThatIllegalStateException().isThrownBy(cursor::key);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.key()).isEqualTo(20);
    assertThat(cursor.value()).isEqualTo(400);
    treap.put(30, 7);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.value()).isEqualTo(7);
    assertThat(cursor.next()).isFalse();
    assertThatIllegalStateException().isThrownBy(cursor::value);
    treap.put(15, 1);
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(cursor::next);
    assertThat(cursor.rewind().next()).isTrue();
    assertThat(cursor.key()).isEqualTo(10);
  }

  @Test
  void refusesMoreEntriesThanAnArenaHolds() {
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> new NodeArena(1, Aggregate.NONE, 1 << 30))
        .withMessageContaining("use several");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NodeArena(1, Aggregate.NONE, -1))
        .withMessageContaining("was -1");
  }

  @Test
  void describesItselfWithoutItsEntries() {
    assertThat(TreapCases.of(1, Aggregate.MIN, 1, 2))
        .hasToString("LongTreap[size=2, aggregate=MIN]");
    assertThat(new LongTreap(99).seed()).isEqualTo(99);
  }

  private static SortedMap<Long, Long> squares(int size, long step) {
    SortedMap<Long, Long> map = new TreeMap<>();
    for (long i = 0; i < size; i++) {
      map.put(i * step, i * i);
    }
    return map;
  }

  private static LongTreap treapOf(SortedMap<Long, Long> map) {
    return TreapCases.of(map, 9, Aggregate.SUM);
  }

  private static LongTreap united(SortedMap<Long, Long> a, SortedMap<Long, Long> b) {
    LongTreap union = treapOf(a);
    union.union(treapOf(b));
    return union;
  }

  private static long[] keysOf(SortedMap<Long, Long> map) {
    return map.keySet().stream().mapToLong(Long::longValue).toArray();
  }
}
