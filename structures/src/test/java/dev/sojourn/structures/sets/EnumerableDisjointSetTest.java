package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumerableDisjointSetTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void listsTheMembersThatLabelsGive(long seed) {
    Random random = new Random(seed);
    int size = 60;
    EnumerableDisjointSet sets = new EnumerableDisjointSet(size);
    NaiveLabels oracle = new NaiveLabels(size);
    for (int step = 0; step < 80; step++) {
      int a = random.nextInt(size);
      int b = random.nextInt(size);
      sets.union(a, b);
      oracle.union(a, b);

      int asked = random.nextInt(size);
      int[] expected = IntStream.range(0, size).filter(x -> oracle.connected(asked, x)).toArray();
      String where = "seed " + seed + ", step " + step;
      assertThat(sets.members(asked)).as(where).containsExactlyInAnyOrder(expected);
      assertThat(sets.members(asked)[0]).as(where).isEqualTo(asked);
      assertThat(listed(sets, asked)).as(where).isEqualTo(sets.members(asked));
      assertThat(sets.setSize(asked)).as(where).isEqualTo(expected.length);
      assertThat(sets.verify()).as(where).isEmpty();
    }
  }

  private static int[] listed(EnumerableDisjointSet sets, int element) {
    List<Integer> members = new ArrayList<>();
    sets.forEachMember(element, members::add);
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void resetParts() {
    EnumerableDisjointSet sets = new EnumerableDisjointSet(5);
    sets.union(0, 4);
    sets.union(3, 4);

    sets.reset();

    assertThat(sets.size()).isEqualTo(5);
    assertThat(sets.count()).isEqualTo(5);
    assertThat(sets.members(4)).containsExactly(4);
    assertThat(sets.setSize(4)).isOne();
    assertThat(sets.labels()).containsExactly(0, 1, 2, 3, 4);
    assertThat(sets.verify()).isEmpty();
  }

  @Test
  void strangersHaveNoMembers() {
    EnumerableDisjointSet sets = new EnumerableDisjointSet(2);

    assertThatThrownBy(() -> sets.members(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> sets.setSize(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> sets.forEachMember(2, x -> {}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatTheActionThrowsIsPassedOnAndHarmsNothing() {
    EnumerableDisjointSet sets = new EnumerableDisjointSet(3);
    sets.union(0, 1);

    assertThatThrownBy(
            () ->
                sets.forEachMember(
                    0,
                    x -> {
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");

    assertThat(sets.verify()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, -1, 4})
  void aBrokenCircleIsFound(int successor) throws ReflectiveOperationException {
    EnumerableDisjointSet sets = new EnumerableDisjointSet(4);
    sets.union(0, 1);
    sets.union(2, 3);
    next(sets)[0] = successor;

    assertThat(sets.verify().orElseThrow()).contains("members listed for root 0");
  }

  @Test
  void aCircleThatNeverReturnsIsFound() throws ReflectiveOperationException {
    EnumerableDisjointSet sets = new EnumerableDisjointSet(4);
    sets.union(0, 1);
    sets.union(0, 2);
    next(sets)[0] = 1;
    next(sets)[1] = 1;

    assertThat(sets.verify().orElseThrow()).contains("root 0", "3 elements");
  }

  private static int[] next(EnumerableDisjointSet sets) throws ReflectiveOperationException {
    Field field = EnumerableDisjointSet.class.getDeclaredField("next");
    field.setAccessible(true);
    return (int[]) field.get(sets);
  }
}
