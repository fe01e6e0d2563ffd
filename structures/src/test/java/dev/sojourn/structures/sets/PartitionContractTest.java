package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all relatives of {@link DisjointSet} promise alike, each against naive labels. */
class PartitionContractTest {
  private static final int DEEP = 300_000;

  @ParameterizedTest
  @EnumSource(Partition.Kind.class)
  void behavesLikeLabelsOverRandomOperations(Partition.Kind kind) {
    for (int size : new int[] {1, 2, 3, 7, 64, 200}) {
      for (long seed : new long[] {1, 7, 1_000_003}) {
        replay(kind.of(size), size, seed);
      }
    }
  }

  private static void replay(Partition sets, int size, long seed) {
    Random random = new Random(seed);
    NaiveLabels oracle = new NaiveLabels(size);
    for (int step = 0; step < 300; step++) {
      String where = "size " + size + ", seed " + seed + ", step " + step;
      int a = random.nextInt(size);
      int b = random.nextInt(size);
      switch (random.nextInt(4)) {
        case 0 -> assertThat(sets.union(a, b)).as(where).isEqualTo(oracle.union(a, b));
        case 1 ->
            assertThat(sets.find(a) == sets.find(b)).as(where).isEqualTo(oracle.connected(a, b));
        case 2 -> assertThat(oracle.connected(a, sets.find(a))).as(where + ": a member").isTrue();
        default -> assertThat(sets.connected(a, b)).as(where).isEqualTo(oracle.connected(a, b));
      }
      assertThat(sets.count()).as(where).isEqualTo(oracle.count());
      assertThat(sets.verify()).as(where).isEmpty();
    }
    assertThat(sets.labels()).as("size " + size + ", seed " + seed).isEqualTo(oracle.compact());
  }

  @ParameterizedTest
  @EnumSource(Partition.Kind.class)
  void noElementsMakeNoSets(Partition.Kind kind) {
    Partition sets = kind.of(0);

    assertThat(sets.count()).isZero();
    assertThat(sets.labels()).isEmpty();
    assertThat(sets.verify()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Partition.Kind.class)
  void chainsAndStarsOfAnyDirectionNeedNoRecursion(Partition.Kind kind) {
    int last = DEEP - 1;
    int[][] orders = {
      IntStream.range(0, last).flatMap(i -> IntStream.of(i, i + 1)).toArray(),
      IntStream.range(0, last).flatMap(i -> IntStream.of(i + 1, i)).toArray(),
      IntStream.range(0, last).flatMap(i -> IntStream.of(last - 1 - i, last - i)).toArray(),
      IntStream.range(0, last).flatMap(i -> IntStream.of(0, i + 1)).toArray(),
      IntStream.range(0, last).flatMap(i -> IntStream.of(last, i)).toArray(),
    };
    for (int[] order : orders) {
      Partition sets = kind.of(DEEP);
      for (int i = 0; i < order.length; i += 2) {
        assertThat(sets.union(order[i], order[i + 1])).isTrue();
      }
      assertThat(sets.count()).isOne();
      assertThat(sets.find(0)).isEqualTo(sets.find(last));
      assertThat(sets.connected(0, DEEP / 2)).isTrue();
      assertThat(sets.union(last, 0)).isFalse();
      assertThat(sets.verify()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Partition.Kind.class,
      names = {"OBJECT"},
      mode = EnumSource.Mode.EXCLUDE)
  void elementsOutOfRangeAreNamedAndChangeNothing(Partition.Kind kind) {
    Partition sets = kind.of(3);
    sets.union(0, 2);

    for (int stranger : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertRefused(() -> sets.find(stranger), stranger);
      assertRefused(() -> sets.union(1, stranger), stranger);
      assertRefused(() -> sets.union(stranger, 1), stranger);
      assertRefused(() -> sets.connected(1, stranger), stranger);
      assertRefused(() -> sets.connected(stranger, 1), stranger);
    }
    assertThat(sets.labels()).containsExactly(0, 1, 0);
    assertThat(sets.verify()).isEmpty();
  }

  private static void assertRefused(Runnable call, int stranger) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContainingAll("element " + stranger, "0 to 2");
  }

  @ParameterizedTest
  @EnumSource(
      value = Partition.Kind.class,
      names = {"OBJECT", "LONG"},
      mode = EnumSource.Mode.EXCLUDE)
  void senselessSizesAreRefusedByName(Partition.Kind kind) {
    assertThatThrownBy(() -> kind.of(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("size", "-1");
    assertThatThrownBy(() -> kind.of(Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("size", "2147483647");
  }
}
