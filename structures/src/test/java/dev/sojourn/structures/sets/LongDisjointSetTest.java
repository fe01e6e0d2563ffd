package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongDisjointSetTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 6})
  void everyCellIsItsOwnAtEveryEdgeOfAChunk(int chunkBits) {
    int chunk = 1 << chunkBits;
    for (long size : new long[] {0, 1, chunk - 1, chunk, chunk + 1, 3L * chunk - 1, 3L * chunk}) {
      LongCells cells = new LongCells(size, chunkBits);
      for (long i = 0; i < size; i++) {
        cells.set(i, ~i);
      }
      for (long i = 0; i < size; i++) {
        assertThat(cells.get(i)).as("cell %d of %d", i, size).isEqualTo(~i);
      }
      assertThat(cells.size()).isEqualTo(size);
      assertThatThrownBy(() -> cells.get(size)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 7})
  void behavesLikeLabelsWhateverTheChunks(int chunkBits) {
    for (int size : new int[] {1, 15, 16, 17, 100}) {
      Random random = new Random(size);
      LongDisjointSet sets = new LongDisjointSet(size, chunkBits);
      NaiveLabels oracle = new NaiveLabels(size);
      for (int step = 0; step < 200; step++) {
        String where = "seed and size " + size + ", step " + step;
        int a = random.nextInt(size);
        int b = random.nextInt(size);
        assertThat(sets.union(a, b)).as(where).isEqualTo(oracle.union(a, b));
        int c = random.nextInt(size);
        assertThat(sets.connected(a, c)).as(where).isEqualTo(oracle.connected(a, c));
        assertThat(sets.count()).as(where).isEqualTo(oracle.count());
        assertThat(sets.verify()).as(where).isEmpty();
      }
      sets.reset();
      assertThat(sets.count()).isEqualTo(size);
      assertThat(sets.find(size - 1)).isEqualTo(size - 1);
    }
  }

  @Test
  void findHalvesThePath() throws ReflectiveOperationException {
    LongDisjointSet sets = new LongDisjointSet(1 << 10, 4);
    for (int i = 1; i < 1 << 10; i++) {
      sets.union(i - 1, i);
    }

    sets.find(0);

    assertThat(parents(sets).get(0)).isEqualTo(2);
    assertThat(parents(sets).get(2)).isEqualTo(4);
  }

  @Test
  void theDefaultChunksHoldWhatOneCannot() {
    LongDisjointSet sets = new LongDisjointSet((1L << 24) + 3);
    long last = sets.size() - 1;

    assertThat(sets.union(0, last)).isTrue();
    assertThat(sets.union(last, 0)).isFalse();

    assertThat(sets.connected(last, 0)).isTrue();
    assertThat(sets.connected(last, 1)).isFalse();
    assertThat(sets.count()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 50})
  void sizesThatNoHeapHoldsAreRefusedBeforeAnythingIsAllocated(long size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LongDisjointSet(size))
        .withMessageContainingAll("size", String.valueOf(size), "-Xmx");
  }

  @Test
  void elementsBeyondAnIntAreNamed() {
    LongDisjointSet sets = new LongDisjointSet(3);

    assertThatThrownBy(() -> sets.find(1L << 40))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContainingAll("element 1099511627776", "0 to 2");
    assertThatThrownBy(() -> new LongDisjointSet(0).union(0, 0))
        .hasMessageContaining("there are no elements");
  }

  @Test
  void damageIsFound() throws ReflectiveOperationException {
    LongDisjointSet sets = new LongDisjointSet(4, 1);
    parents(sets).set(2, 9);
    assertThat(sets.verify()).hasValue("parent 9 of 2 is not an element");

    parents(sets).set(2, -1);
    assertThat(sets.verify()).hasValue("parent -1 of 2 is not an element");

    parents(sets).set(2, 4);
    assertThat(sets.verify()).hasValue("parent 4 of 2 is not an element");

    parents(sets).set(2, 1);
    assertThat(sets.verify()).hasValue("parent 1 is smaller than its child 2");

    parents(sets).set(2, 3);
    assertThat(sets.verify()).hasValue("count is 4 but there are 3 roots");
  }

  private static LongCells parents(LongDisjointSet sets) throws ReflectiveOperationException {
    Field field = LongDisjointSet.class.getDeclaredField("parent");
    field.setAccessible(true);
    return (LongCells) field.get(sets);
  }
}
