package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreapMapEdgeTest {
  @Test
  void clearedMapStartsAfresh() {
    TreapMap<Integer, String> map = new TreapMap<>(Map.of(1, "a", 2, "b"));
    Iterator<Integer> walk = map.keySet().iterator();

    map.clear();

    assertThat(map).isEmpty();
    assertThat(map.verify()).isEmpty();
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(walk::next);
    assertThat(map.put(3, "c")).isNull();
    assertThat(map.firstKey()).isEqualTo(3);
  }

  @Test
  void sortedEntriesInAnotherOrderArePutInThisOne() {
    Map<Integer, String> descending = new TreeMap<>(Comparator.reverseOrder());
    descending.putAll(Map.of(1, "a", 2, "b", 3, "c"));
    TreapMap<Integer, String> map = new TreapMap<>();

    map.putAll(descending);

    assertThat(map.verify()).isEmpty();
    assertThat(map.keySet()).containsExactly(1, 2, 3);
  }

  @Test
  void sortedEntriesAreAddedToThoseThatAreThere() {
    TreapMap<Integer, String> map = new TreapMap<>(Map.of(2, "old", 5, "e"));

    map.putAll(new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c")));

    assertThat(map.verify()).isEmpty();
    assertThat(map).isEqualTo(Map.of(1, "a", 2, "b", 3, "c", 5, "e"));
  }

  @Test
  void iteratorsRemoveAndFailFast() {
    TreapMap<Integer, String> map = new TreapMap<>(Map.of(1, "a", 2, "b", 3, "c"));
    Iterator<Map.Entry<Integer, String>> walk = map.entrySet().iterator();
    walk.next();
    walk.remove();
    assertThat(walk.next().getKey()).isEqualTo(2);

    Iterator<Integer> afterPut = map.keySet().iterator();
    map.put(9, "i");
    Iterator<String> afterRemove = map.values().iterator();
    map.remove(9);

    assertThat(map.keySet()).containsExactly(2, 3);
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(walk::remove);
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(afterPut::next);
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(afterRemove::next);
  }

  @Test
  void entriesAreLikeAnyOther() {
    Map.Entry<Integer, String> entry = new TreapMap<>(Map.of(1, "a")).select(0);

    assertThat(entry).isEqualTo(Map.entry(1, "a")).hasSameHashCodeAs(Map.entry(1, "a"));
    assertThat(entry).isNotEqualTo(Map.entry(1, "b")).isNotEqualTo(Map.entry(2, "a"));
    assertThat(entry).hasToString("1=a");
  }

  @Test
  void streamsOfEntriesAndValuesAreInOrder() {
    TreapMap<Integer, String> map = new TreapMap<>(Map.of(1, "b", 2, "a"));

    assertThat(map.entrySet().spliterator())
        .matches(s -> s.hasCharacteristics(Spliterator.ORDERED | Spliterator.DISTINCT));
    assertThat(map.values().spliterator())
        .matches(s -> s.hasCharacteristics(Spliterator.ORDERED))
        .matches(s -> !s.hasCharacteristics(Spliterator.DISTINCT));
    assertThat(map.values().stream().toList()).isEqualTo(List.of("b", "a"));
  }
}
