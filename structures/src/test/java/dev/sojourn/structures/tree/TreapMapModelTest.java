package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreapMapModelTest {
  private static final int STEPS = 4_000;

  /** A mask of 0 makes all priorities equal, of 3 most of them. */
  @ParameterizedTest
  @CsvSource({"1, -1", "7, -1", "42, 3", "1000003, 0"})
  void behavesLikeTreeMapOverRandomOperations(long seed, int mask) {
    var map = new TreapMap<Integer, Integer>(null, new Priorities(seed, mask));
    var model = new TreeMap<Integer, Integer>();
    var random = new SplittableRandom(seed);

    for (int step = 0; step < STEPS; step++) {
      String where = "seed %d, mask %d, step %d".formatted(seed, mask, step);

      actOnBoth(map, model, random, where);

      assertThat(map.verify()).as(where).isEmpty();
      compareAt(map, model, random.nextInt(300), random, where);
    }
    assertThat(map).isEqualTo(model);
    assertThat(map.descendingMap().entrySet())
        .containsExactlyElementsOf(model.descendingMap().entrySet());
  }

  private static void actOnBoth(
      TreapMap<Integer, Integer> map,
      NavigableMap<Integer, Integer> model,
      SplittableRandom random,
      String where) {
    int key = random.nextInt(300);
    switch (random.nextInt(16)) {
      case 0 -> assertThat(map.pollFirstEntry()).as(where).isEqualTo(model.pollFirstEntry());
      case 1 -> assertThat(map.pollLastEntry()).as(where).isEqualTo(model.pollLastEntry());
      case 2 -> {
        map.subMap(key, key + 10).clear();
        model.subMap(key, key + 10).clear();
      }
      case 3 -> {
        map.headMap(key).values().removeIf(value -> value % 7 == 0);
        model.headMap(key).values().removeIf(value -> value % 7 == 0);
      }
      case 4, 5, 6 -> assertThat(map.remove(key)).as(where).isEqualTo(model.remove(key));
      default ->
          assertThat(map.put(key, where.length() + key))
              .as(where)
              .isEqualTo(model.put(key, where.length() + key));
    }
  }

  private static void compareAt(
      TreapMap<Integer, Integer> map,
      NavigableMap<Integer, Integer> model,
      int key,
      SplittableRandom random,
      String where) {
    assertThat(map.size()).as(where).isEqualTo(model.size());
    assertThat(map.get(key)).as(where).isEqualTo(model.get(key));
    assertThat(map.rank(key)).as(where).isEqualTo(model.headMap(key).size());
    assertThat(map.countRange(key, key + 9))
        .as(where)
        .isEqualTo(model.subMap(key, key + 10).size());
    compareNeighbours(map, model, key, where);
    NavigableMap<Integer, Integer> view = map.subMap(50, false, 250, true).descendingMap();
    NavigableMap<Integer, Integer> viewOfModel = model.subMap(50, false, 250, true).descendingMap();
    assertThat(view.size()).as(where).isEqualTo(viewOfModel.size());
    compareNeighbours(view, viewOfModel, key, where);
    if (!model.isEmpty()) {
      int index = random.nextInt(model.size());
      assertThat(model.headMap(map.select(index).getKey())).as(where).hasSize(index);
    }
  }

  private static void compareNeighbours(
      NavigableMap<Integer, Integer> map,
      NavigableMap<Integer, Integer> model,
      int key,
      String where) {
    assertThat(map.lowerEntry(key)).as(where).isEqualTo(model.lowerEntry(key));
    assertThat(map.floorKey(key)).as(where).isEqualTo(model.floorKey(key));
    assertThat(map.ceilingEntry(key)).as(where).isEqualTo(model.ceilingEntry(key));
    assertThat(map.higherKey(key)).as(where).isEqualTo(model.higherKey(key));
    assertThat(map.firstEntry()).as(where).isEqualTo(model.firstEntry());
    assertThat(map.lastEntry()).as(where).isEqualTo(model.lastEntry());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1_000, 100_000})
  void buildsFromASortedMapInItsOrder(int size) {
    TreeMap<Integer, String> source = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < size; i++) {
      source.put(i, "v" + i);
    }

    TreapMap<Integer, String> map = new TreapMap<>(source);

    assertThat(map.verify()).isEmpty();
    assertThat(map).isEqualTo(source);
    assertThat(map.comparator()).isEqualTo(source.comparator());
  }

  @Test
  void aMillionSortedKeysMakeNoDeepTree() {
    int size = 1_000_000;
    TreapMap<Integer, Boolean> map = new TreapMap<>();
    for (int i = 0; i < size; i++) {
      map.put(i, true);
    }

    double nodes = 0;
    for (TreapNode<Integer, Boolean> node = map.treap().first(); node != null; node = node.next()) {
      nodes += node.size;
    }

    assertThat(map.verify()).isEmpty();
    assertThat(nodes / size).isCloseTo(2 * Math.log(size) - 1.85, within(4 * 0.65));
  }

  @Test
  void equalPrioritiesMakeADeepTreeThatIsStillRight() {
    int size = 5_000;
    TreapMap<Integer, Integer> map = new TreapMap<>(null, new Priorities(1, 0));
    for (int i = 0; i < size; i++) {
      map.put(i, i);
    }
    assertThat(map.treap().root().size).isEqualTo(size);
    assertThat(map.treap().root().left).isNull();

    assertThat(map.rank(4_000)).isEqualTo(4_000);
    assertThat(map.select(4_999).getValue()).isEqualTo(4_999);
    map.keySet().removeIf(key -> key % 2 == 0);
    assertThat(map.verify()).isEmpty();
    assertThat(map).hasSize(size / 2);
  }

  @Test
  void sameSeedAndOperationsGiveTheSameTree() {
    TreapMap<Integer, Integer> one = TreapMap.withSeed(5, null);
    TreapMap<Integer, Integer> same = TreapMap.withSeed(5, null);
    TreapMap<Integer, Integer> other = TreapMap.withSeed(6, null);
    for (int i = 0; i < 100; i++) {
      one.put(i, i);
      same.put(i, i);
      other.put(i, i);
    }

    assertThat(same.treap().root().key).isEqualTo(one.treap().root().key);
    assertThat(other.treap().root().key).isNotEqualTo(one.treap().root().key);
  }

  @Test
  void aComparatorThatThrowsChangesNothing() {
    boolean[] angry = {false};
    Comparator<Integer> moody =
        (a, b) -> {
          if (angry[0]) {
            throw new IllegalStateException("not now");
          }
          return Integer.compare(a, b);
        };
    TreapMap<Integer, Integer> map = new TreapMap<>(moody);
    for (int i = 0; i < 100; i++) {
      map.put(2 * i, i);
    }
    Map<Integer, Integer> before = new TreeMap<>(map);

    angry[0] = true;
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> map.put(33, 0));
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> map.remove(32));
    angry[0] = false;

    assertThat(map.verify()).isEmpty();
    assertThat(map).isEqualTo(before);
  }

  @Test
  void selectedEntriesWriteThroughAndNeighboursDoNot() {
    TreapMap<String, Integer> map = new TreapMap<>(Map.of("a", 1, "b", 2));

    map.select(1).setValue(5);

    assertThat(map.get("b")).isEqualTo(5);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> map.firstEntry().setValue(9));
  }

  @Test
  void refusesWhatIsOutOfRangeAndSaysSo() {
    TreapMap<Integer, Integer> map = new TreapMap<>(Map.of(1, 1));

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> map.select(1))
        .withMessage("index 1 is out of range: there are 1 entries");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map.countRange(2, 1))
        .withMessageContaining("was from 2 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map.headMap(5).put(5, 1))
        .withMessageContaining("key 5");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new TreapMap<Integer, Integer>().put(null, 1));
    assertThat(map.descendingMap().comparator()).isEqualTo(Collections.reverseOrder());
  }
}
