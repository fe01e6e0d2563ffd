package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphLayout;

/** The bytes that a treap says it occupies are those that the machine measures. */
class TreapFootprintTest {
  private static final int SIZE = 10_000;

  /** What moves away leaves its slots to the treaps that stay, the empty ones too. */
  @Test
  void slotsLeftBehindServeTheOtherTreapsOfAnArena() {
    LongTreap moving = TreapCases.of(3, Aggregate.NONE, TreapCases.scrambled(SIZE, 1));
    LongTreap staying = moving.split(Long.MAX_VALUE);
    long shared = staying.footprintBytes();

    moving.trim();
    for (long key : TreapCases.scrambled(SIZE, 2)) {
      staying.put(key, key);
    }

    assertThat(staying.footprintBytes()).isEqualTo(shared);
    assertThat(staying.verify()).isEmpty();
    assertThat(moving.verify()).isEmpty();
    assertThat(moving.size()).isEqualTo(SIZE);
  }

  /** From a thousand entries on the treap's own objects are a matter of one percent. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000, 30_000})
  void footprintOfLongsIsWhatTheMachineMeasures(int size) {
    for (Aggregate aggregate : Aggregate.values()) {
      LongTreap treap = new LongTreap(1, aggregate);
      new SplittableRandom(5).longs(size).forEach(key -> treap.put(key, key));

      long measuredBytes = GraphLayout.parseInstance(treap).totalSize();

      assertThat(treap.footprintBytes())
          .as("%s", treap)
          .isCloseTo(measuredBytes, withinPercentage(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000})
  void footprintOfObjectsIsWhatTheMachineMeasures(int size) {
    TreapMap<Integer, Integer> map = new TreapMap<>();
    IntStream.range(1_000_000, 1_000_000 + size).forEach(key -> map.put(key, key));

    long boxesBytes = 2L * size * ClassLayout.parseClass(Integer.class).instanceSize();
    long measuredBytes = GraphLayout.parseInstance(map).totalSize() - boxesBytes;

    assertThat(map.footprintBytes()).isCloseTo(measuredBytes, withinPercentage(1));
  }

  @Test
  void footprintOfEmptyTreapsCountsTheirObjects() {
    TreapMap<Integer, Integer> map = new TreapMap<>();
    long orderBytes = GraphLayout.parseInstance(Comparator.naturalOrder()).totalSize();

    assertThat(map.footprintBytes())
        .isEqualTo(GraphLayout.parseInstance(map).totalSize() - orderBytes);
    for (Aggregate aggregate : Aggregate.values()) {
      LongTreap treap = new LongTreap(1, aggregate);
      assertThat(treap.footprintBytes())
          .as("%s", treap)
          .isEqualTo(
              GraphLayout.parseInstance(treap).totalSize()
                  - GraphLayout.parseInstance(aggregate).totalSize());
    }
  }
}
