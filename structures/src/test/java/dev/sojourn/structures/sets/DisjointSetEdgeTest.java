package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisjointSetEdgeTest {

  @ParameterizedTest
  @EnumSource(Variant.class)
  void noElementsMakeNoSets(Variant variant) {
    DisjointSet sets = new DisjointSet(0, variant);

    assertThat(sets.count()).isZero();
    assertThat(sets.labels()).isEmpty();
    assertThat(sets.unionEdges(new int[0], new int[0], 0, 0)).isZero();
    assertThat(sets.verify()).isEmpty();
    assertRefused(() -> sets.find(0), "element 0", "there are no elements");
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void oneElementIsItsOwnSet(Variant variant) {
    DisjointSet sets = new DisjointSet(1, variant);

    assertThat(sets.find(0)).isZero();
    assertThat(sets.connected(0, 0)).isTrue();
    assertThat(sets.union(0, 0)).isFalse();
    assertThat(sets.count()).isOne();
    assertThat(sets.verify()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void twoElementsMergeOnce(Variant variant) {
    DisjointSet sets = new DisjointSet(2, variant);

    assertThat(sets.connected(0, 1)).isFalse();
    assertThat(sets.union(1, 0)).isTrue();
    assertThat(sets.union(0, 1)).isFalse();
    assertThat(sets.connected(1, 0)).isTrue();
    assertThat(sets.count()).isOne();
    assertThat(sets.labels()).containsExactly(0, 0);
    assertThat(sets.verify()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void resetParts(Variant variant) {
    DisjointSet sets = new DisjointSet(5, variant);
    sets.union(0, 4);
    sets.union(3, 4);

    sets.reset();

    assertThat(sets.count()).isEqualTo(5);
    assertThat(sets.labels()).containsExactly(0, 1, 2, 3, 4);
    assertThat(sets.verify()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void elementsOutOfRangeAreNamedAndChangeNothing(Variant variant) {
    DisjointSet sets = new DisjointSet(3, variant);
    sets.union(0, 2);

    assertRefused(() -> sets.find(3), "element 3", "0 to 2");
    assertRefused(() -> sets.find(-1), "element -1", "0 to 2");
    assertRefused(() -> sets.union(1, 3), "element 3", "0 to 2");
    assertRefused(() -> sets.union(Integer.MIN_VALUE, 1), "element -2147483648", "0 to 2");
    assertRefused(() -> sets.connected(Integer.MAX_VALUE, 1), "element 2147483647", "0 to 2");
    assertRefused(
        () -> sets.unionEdges(new int[] {0, 1}, new int[] {1, 9}, 0, 2), "element 9", "0 to 2");
    for (int stranger : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertRefused(
          () -> sets.unionEdges(new int[] {0, 0, stranger}, new int[] {1, 2, 2}, 0, 3),
          "element " + stranger,
          "0 to 2");
    }
    assertThat(sets.count()).isEqualTo(2);
    assertThat(sets.labels()).containsExactly(0, 1, 0);
    assertThat(sets.verify()).isEmpty();
  }

  private static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void edgesBeyondTheArraysAreRefused() {
    DisjointSet sets = new DisjointSet(3);
    int[] two = {0, 1};
    int[] three = {0, 1, 2};

    assertThatThrownBy(() -> sets.unionEdges(two, three, 0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> sets.unionEdges(three, three, 2, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(sets.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void senselessSizesAreRefusedByName(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DisjointSet(size))
        .withMessageContaining("size")
        .withMessageContaining(String.valueOf(size));
  }

  @Test
  void aVariantIsNeeded() {
    assertThatNullPointerException()
        .isThrownBy(() -> new DisjointSet(1, null))
        .withMessageContaining("variant");
  }

  @Test
  void remIsTheDefault() {
    assertThat(new DisjointSet(1).variant()).isEqualTo(Variant.REM_SPLICING);
  }
}
