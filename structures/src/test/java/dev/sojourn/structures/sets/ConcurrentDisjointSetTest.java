package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentDisjointSetTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void threadsTogetherReachThePartitionOfOne(int threads) {
    for (int round = 0; round < 300; round++) {
      int size = 2 + round % 40;
      UnionRace race = new UnionRace(threads, size, 3 * size, round);

      assertThat(race.flaw(RacyPartition.of(ConcurrentDisjointSet::new, size))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void threadsTogetherReachThePartitionOfOneOnALargeGraph(int threads) {
    int size = 100_000;

    UnionRace race = new UnionRace(threads, size, 4 * size, 17);

    assertThat(race.flaw(RacyPartition.of(ConcurrentDisjointSet::new, size))).isEmpty();
  }

  @Test
  void theRaceCatchesALinkThatIsNotAtomic() {
    int caught = 0;
    for (int round = 0; round < 200 && caught == 0; round++) {
      int size = 40;
      UnionRace race = new UnionRace(2, size, 3 * size, round);
      caught += race.flaw(new BrokenPartition(size)).isPresent() ? 1 : 0;
    }

    assertThat(caught).as("a canary that links without a compare-and-set").isPositive();
  }

  /** Links roots by a look and a store: another thread may link the same root in between. */
  private static final class BrokenPartition implements RacyPartition {
    private final AtomicIntegerArray parent;

    BrokenPartition(int size) {
      parent = new AtomicIntegerArray(Parents.singletons(size));
    }

    @Override
    public boolean union(int a, int b) {
      int rootA = find(a);
      int rootB = find(b);
      if (rootA == rootB) {
        return false;
      }
      LockSupport.parkNanos(1);
      parent.set(Math.min(rootA, rootB), Math.max(rootA, rootB));
      return true;
    }

    @Override
    public boolean connected(int a, int b) {
      return find(a) == find(b);
    }

    private int find(int element) {
      int x = element;
      while (parent.get(x) != x) {
        x = parent.get(x);
      }
      return x;
    }

    @Override
    public int[] labels() {
      return Labels.of(parent.length(), this::find);
    }
  }

  @Test
  void everySeedGivesTheSamePartition() {
    Random random = new Random(5);
    int[] us = random.ints(300, 0, 500).toArray();
    int[] vs = random.ints(300, 0, 500).toArray();
    DisjointSet oracle = new DisjointSet(500);
    oracle.unionEdges(us, vs, 0, 300);
    for (int seed : new int[] {0, 1, -1, Integer.MIN_VALUE, 12_345}) {
      ConcurrentDisjointSet sets = new ConcurrentDisjointSet(500, seed);
      for (int i = 0; i < 300; i++) {
        sets.union(us[i], vs[i]);
      }
      assertThat(sets.labels()).as("seed %d", seed).isEqualTo(oracle.labels());
      assertThat(sets.count()).isEqualTo(oracle.count());
      assertThat(sets.verify()).isEmpty();
    }
  }

  @Test
  void anOrderAgainstTheIndicesStillLeavesShortPaths() throws ReflectiveOperationException {
    int size = 1 << 14;
    ConcurrentDisjointSet sets = new ConcurrentDisjointSet(size);
    for (int i = 1; i < size; i++) {
      sets.union(i - 1, i);
    }

    assertThat(depthOf(sets, 0, size)).isLessThan(60);
    assertThat(depthOf(sets, size / 2, size)).isLessThan(60);
  }

  @Test
  void queriesShortenPaths() throws ReflectiveOperationException {
    int size = 64;
    ConcurrentDisjointSet sets = new ConcurrentDisjointSet(size);
    int[] parent = parents(sets);
    int[] byPriority = byPriority(sets, size);
    for (int i = 1; i < size; i++) {
      parent[byPriority[i - 1]] = byPriority[i];
    }

    assertThat(sets.find(byPriority[0])).isEqualTo(byPriority[size - 1]);
    assertThat(depthOf(sets, byPriority[0], size)).isEqualTo(size / 2);
    sets.connected(byPriority[0], byPriority[size - 1]);
    assertThat(depthOf(sets, byPriority[0], size)).isLessThanOrEqualTo(size / 4 + 1);
    sets.union(byPriority[size - 1], byPriority[0]);
    assertThat(depthOf(sets, byPriority[0], size)).isLessThanOrEqualTo(size / 8 + 2);
  }

  /** All elements in the order of their priorities. */
  private static int[] byPriority(ConcurrentDisjointSet sets, int size) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparing(sets::priority))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void aParentOfLessPriorityIsFound() throws ReflectiveOperationException {
    ConcurrentDisjointSet sets = new ConcurrentDisjointSet(2);
    sets.union(0, 1);
    int[] parent = parents(sets);
    int root = sets.find(0);
    parent[1 - root] = 1 - root;
    parent[root] = 1 - root;

    assertThat(sets.verify().orElseThrow()).contains("priority of parent " + (1 - root));
  }

  private static int depthOf(ConcurrentDisjointSet sets, int element, int limit)
      throws ReflectiveOperationException {
    int[] parent = parents(sets);
    int depth = 0;
    for (int x = element; parent[x] != x && depth <= limit; x = parent[x]) {
      depth++;
    }
    return depth;
  }

  private static int[] parents(ConcurrentDisjointSet sets) throws ReflectiveOperationException {
    Field field = ConcurrentDisjointSet.class.getDeclaredField("parent");
    field.setAccessible(true);
    return (int[]) field.get(sets);
  }

  /** What the race needs of a partition. */
  interface RacyPartition {
    boolean union(int a, int b);

    boolean connected(int a, int b);

    int[] labels();

    static RacyPartition of(IntFunction<ConcurrentDisjointSet> maker, int size) {
      ConcurrentDisjointSet sets = maker.apply(size);
      return new RacyPartition() {
        @Override
        public boolean union(int a, int b) {
          return sets.union(a, b);
        }

        @Override
        public boolean connected(int a, int b) {
          return sets.connected(a, b);
        }

        @Override
        public int[] labels() {
          assertThat(sets.verify()).isEmpty();
          return sets.labels();
        }
      };
    }
  }
}
