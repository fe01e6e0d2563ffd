package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackDisjointSetTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void undoLeadsBackToEveryPrefix(long seed) {
    Random random = new Random(seed);
    int size = 50;
    RollbackDisjointSet sets = new RollbackDisjointSet(size);
    List<int[]> prefixes = new ArrayList<>(List.of(sets.labels()));
    for (int step = 0; step < 200; step++) {
      if (sets.union(random.nextInt(size), random.nextInt(size))) {
        prefixes.add(sets.labels());
      }
    }

    for (int merges = prefixes.size() - 1; merges >= 0; merges--) {
      String where = "seed " + seed + ", after " + merges + " merges";
      assertThat(sets.checkpoint()).as(where).isEqualTo(merges);
      assertThat(sets.labels()).as(where).isEqualTo(prefixes.get(merges));
      assertThat(sets.count()).as(where).isEqualTo(size - merges);
      assertThat(sets.verify()).as(where).isEmpty();
      assertThat(sets.undo()).as(where).isEqualTo(merges > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void mergesAndRollbacksInAnyOrderFollowASnapshotOfLabels(long seed) {
    Random random = new Random(seed);
    int size = 40;
    RollbackDisjointSet sets = new RollbackDisjointSet(size);
    List<int[]> prefixes = new ArrayList<>(List.of(sets.labels()));
    for (int step = 0; step < 600; step++) {
      String where = "seed " + seed + ", step " + step;
      if (random.nextInt(8) == 0) {
        int to = random.nextInt(prefixes.size());
        sets.rollbackTo(to);
        prefixes.subList(to + 1, prefixes.size()).clear();
      } else if (sets.union(random.nextInt(size), random.nextInt(size))) {
        prefixes.add(sets.labels());
      }
      assertThat(sets.labels()).as(where).isEqualTo(prefixes.get(prefixes.size() - 1));
      assertThat(sets.verify()).as(where).isEmpty();
      int asked = random.nextInt(size);
      assertThat(sets.setSize(asked)).as(where).isEqualTo(members(sets, asked));
    }
  }

  private static int members(RollbackDisjointSet sets, int element) {
    int members = 0;
    for (int x = 0; x < sets.size(); x++) {
      members += sets.connected(x, element) ? 1 : 0;
    }
    return members;
  }

  @Test
  void aUnionThatMergesNothingIsNotLogged() {
    RollbackDisjointSet sets = new RollbackDisjointSet(3);
    sets.union(0, 1);
    sets.union(1, 0);
    sets.union(2, 2);

    assertThat(sets.undo()).isTrue();
    assertThat(sets.undo()).isFalse();
    assertThat(sets.count()).isEqualTo(3);
  }

  @Test
  void checkpointsThatAreNotThereAreRefused() {
    RollbackDisjointSet sets = new RollbackDisjointSet(3);
    sets.union(0, 1);

    for (int checkpoint : new int[] {-1, 2}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sets.rollbackTo(checkpoint))
          .withMessageContaining("checkpoint " + checkpoint);
    }
    assertThat(sets.connected(0, 1)).isTrue();
  }

  @Test
  void resetForgetsTheLog() {
    RollbackDisjointSet sets = new RollbackDisjointSet(3);
    sets.union(0, 1);

    sets.reset();

    assertThat(sets.undo()).isFalse();
    assertThat(sets.labels()).containsExactly(0, 1, 2);
    assertThat(sets.verify()).isEmpty();
  }

  @Test
  void pathsStayLogarithmic() throws ReflectiveOperationException {
    int size = 1 << 12;
    RollbackDisjointSet sets = new RollbackDisjointSet(size);
    for (int i = 1; i < size; i++) {
      sets.union(i - 1, i);
    }
    int[] parent = array(sets, "parent");
    for (int i = 0; i < size; i++) {
      int depth = 0;
      for (int x = i; parent[x] >= 0; x = parent[x]) {
        depth++;
      }
      assertThat(depth).isLessThanOrEqualTo(12);
    }
  }

  @Test
  void theLogNeverOutgrowsTheMergesThereCanBe() throws ReflectiveOperationException {
    RollbackDisjointSet sets = new RollbackDisjointSet(40);
    for (int i = 1; i < 40; i++) {
      sets.union(0, i);
    }

    Field log = RollbackDisjointSet.class.getDeclaredField("log");
    log.setAccessible(true);
    assertThat((long[]) log.get(sets)).hasSize(39);
  }

  @Test
  void damageIsFound() throws ReflectiveOperationException {
    RollbackDisjointSet sets = new RollbackDisjointSet(4);
    sets.union(0, 1);
    array(sets, "parent")[0] = -3;
    assertThat(sets.verify()).hasValue("root 0 claims 3 elements but has 2");

    array(sets, "parent")[0] = -2;
    Field log = RollbackDisjointSet.class.getDeclaredField("log");
    log.setAccessible(true);
    ((long[]) log.get(sets))[0] = 3;
    assertThat(sets.verify().orElseThrow()).contains("merge 0", "names 3");
    ((long[]) log.get(sets))[0] = 4;
    assertThat(sets.verify().orElseThrow()).contains("merge 0", "names 4");
    ((long[]) log.get(sets))[0] = 0xffff_ffffL;
    assertThat(sets.verify().orElseThrow()).contains("merge 0", "names -1");
  }

  private static int[] array(RollbackDisjointSet sets, String name)
      throws ReflectiveOperationException {
    Field field = RollbackDisjointSet.class.getDeclaredField(name);
    field.setAccessible(true);
    return (int[]) field.get(sets);
  }
}
