package dev.sojourn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.Long2LongAVLTreeMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.alg.util.UnionFind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Disjoint sets of JGraphT against labels, and sorted maps of fastutil against that of the JDK. */
class PeerSetsTest {
  private static final int SEEDS = 5;

  static Stream<Trial> trials() {
    return Stream.concat(
        Stream.of(
            Trial.sound("UnionFind", "union, find, inSameSet, numberOfSets", PeerSetsTest::sets)),
        Stream.<Supplier<Long2LongSortedMap>>of(Long2LongRBTreeMap::new, Long2LongAVLTreeMap::new)
            .map(
                map ->
                    Trial.sound(
                        map.get().getClass().getSimpleName(),
                        "put, get, remove, first, last, views",
                        () -> map(map))));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void peersDoWhatTheyAreKnownToDo(Trial trial) {
    trial.check();
  }

  private static void sets() {
    for (int seed = 0; seed < SEEDS; seed++) {
      int size = 1 + 20 * seed;
      SplittableRandom random = new SplittableRandom(seed);
      UnionFind<Integer> sets =
          new UnionFind<>(IntStream.range(0, size).boxed().collect(Collectors.toSet()));
      int[] label = IntStream.range(0, size).toArray();
      for (int step = 0; step < 2 * size; step++) {
        String where = "seed " + seed + ", step " + step;
        int a = random.nextInt(size);
        int b = random.nextInt(size);
        assertThat(sets.inSameSet(a, b)).as(where).isEqualTo(label[a] == label[b]);
        sets.union(a, b);
        int from = label[b];
        int to = label[a];
        Arrays.setAll(label, i -> label[i] == from ? to : label[i]);
        assertThat(label[sets.find(b)]).as(where).isEqualTo(to);
        assertThat((long) sets.numberOfSets())
            .as(where)
            .isEqualTo(Arrays.stream(label).distinct().count());
      }
    }
  }

  private static void map(Supplier<Long2LongSortedMap> supplier) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Long2LongSortedMap map = supplier.get();
      TreeMap<Long, Long> model = new TreeMap<>();
      for (int step = 0; step < 5_000; step++) {
        String where = "seed " + seed + ", step " + step;
        long key = random.nextInt(20) == 0 ? random.nextLong() : random.nextInt(100);
        if (random.nextInt(5) < 3) {
          assertThat(map.put(key, step)).as(where).isEqualTo(orZero(model.put(key, (long) step)));
        } else {
          assertThat(map.remove(key)).as(where).isEqualTo(orZero(model.remove(key)));
        }
        assertThat(map.size()).as(where).isEqualTo(model.size());
        assertThat(map.containsKey(key)).as(where).isEqualTo(model.containsKey(key));
        if (!model.isEmpty()) {
          assertThat(map.firstLongKey()).as(where).isEqualTo(model.firstKey());
          assertThat(map.lastLongKey()).as(where).isEqualTo(model.lastKey());
        }
        if (step % 50 == 0) {
          long to = key + random.nextInt(50);
          assertThat((Map<Long, Long>) map).as(where).isEqualTo(model);
          if (to >= key) {
            assertThat(
                    map.subMap(key, to).long2LongEntrySet().stream().mapToLong(Map.Entry::getKey))
                .as(where)
                .containsExactlyElementsOf(model.subMap(key, to).keySet());
          }
          assertThat(map.headMap(key).size()).as(where).isEqualTo(model.headMap(key).size());
          assertThat(map.tailMap(key).size()).as(where).isEqualTo(model.tailMap(key).size());
        }
      }
    }
  }

  private static long orZero(Long value) {
    return value == null ? 0 : value;
  }
}
