package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LongTreapModelTest {
  private static final int STEPS = 3_000;
  private static final long ABSENT = Long.MIN_VALUE + 77;

  static Stream<Arguments> everyAggregateAndSeed() {
    return Stream.of(Aggregate.values())
        .flatMap(
            aggregate ->
                Stream.of(1L, 7L, 42L, 1_000_003L).map(seed -> Arguments.of(aggregate, seed)));
  }

  @ParameterizedTest
  @MethodSource("everyAggregateAndSeed")
  void behavesLikeTreeMapOverRandomOperations(Aggregate aggregate, long seed) {
    var trace = new Trace(aggregate, seed);

    for (int step = 0; step < STEPS; step++) {
      trace.where = "aggregate %s, seed %d, step %d".formatted(aggregate, seed, step);
      trace.act();
      assertThat(trace.treap.verify()).as(trace.where).isEmpty();
      trace.compareAt(trace.key());
    }

    assertThat(TreapCases.entries(trace.treap)).as(trace.where).isEqualTo(trace.model);
  }

  /** A treap and its model under the same random operations. */
  private static final class Trace {
    private final Aggregate aggregate;
    private final long seed;
    private final SplittableRandom random;
    private final NavigableMap<Long, Long> model = new TreeMap<>();
    private LongTreap treap;
    private String where = "";

    Trace(Aggregate aggregate, long seed) {
      this.aggregate = aggregate;
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.treap = new LongTreap(seed, aggregate);
    }

    long key() {
      return switch (random.nextInt(20)) {
        case 0 -> Long.MIN_VALUE;
        case 1 -> Long.MAX_VALUE;
        case 2 -> random.nextLong();
        default -> random.nextInt(200);
      };
    }

    void act() {
      long key = key();
      long value = random.nextInt(-500, 500);
      switch (random.nextInt(24)) {
        case 0 -> splitAndRejoin(key);
        case 1 -> keepOnePart(key);
        case 2 -> combine(SetOperation.UNION, otherTreap());
        case 3 -> combine(SetOperation.INTERSECTION, otherTreap());
        case 4 -> combine(SetOperation.DIFFERENCE, otherTreap());
        case 5 -> treap.trim();
        case 6 -> continueOnSnapshot(key, value);
        case 7 -> {
          if (random.nextInt(20) == 0) {
            treap.clear();
            model.clear();
          }
        }
        case 8, 9, 10, 11, 12 ->
            assertThat(treap.remove(key)).as(where).isEqualTo(model.remove(key) != null);
        default ->
            assertThat(treap.put(key, value)).as(where).isEqualTo(model.put(key, value) == null);
      }
    }

    private void splitAndRejoin(long key) {
      LongTreap upper = treap.split(key);
      assertThat(TreapCases.entries(treap)).as(where).isEqualTo(model.headMap(key));
      assertThat(TreapCases.entries(upper)).as(where).isEqualTo(model.tailMap(key));
      assertThat(treap.verify()).as(where).isEmpty();
      assertThat(upper.verify()).as(where).isEmpty();
      if (random.nextBoolean()) {
        upper.trim();
      }
      treap.join(upper);
      assertThat(upper.isEmpty()).as(where).isTrue();
    }

    private void keepOnePart(long key) {
      LongTreap upper = treap.split(key);
      if (random.nextBoolean()) {
        upper.clear();
        model.tailMap(key).clear();
      } else {
        treap.clear();
        treap = upper;
        model.headMap(key).clear();
      }
    }

    private void continueOnSnapshot(long key, long value) {
      LongTreap snapshot = treap.snapshot();
      LongTreap left = random.nextBoolean() ? treap : snapshot;
      LongTreap taken = left == treap ? snapshot : treap;
      left.put(key, value);
      left.remove(model.isEmpty() ? key : model.firstKey());
      treap = taken;
    }

    private SortedMap<Long, Long> otherTreap() {
      SortedMap<Long, Long> other = new TreeMap<>();
      int count = random.nextInt(random.nextBoolean() ? 5 : 150);
      for (int i = 0; i < count; i++) {
        other.put(key(), random.nextLong(100));
      }
      return other;
    }

    private void combine(SetOperation operation, SortedMap<Long, Long> others) {
      boolean alike = random.nextInt(3) > 0;
      LongTreap other = TreapCases.of(others, alike ? seed : seed + 1, aggregate);
      switch (operation) {
        case UNION -> {
          treap.union(other);
          model.putAll(others);
        }
        case INTERSECTION -> {
          treap.intersection(other);
          model.keySet().retainAll(others.keySet());
        }
        case DIFFERENCE -> {
          treap.difference(other);
          model.keySet().removeAll(others.keySet());
        }
      }
      assertThat(TreapCases.entries(treap)).as(where).isEqualTo(model);
      assertThat(other.isEmpty()).as(where).isTrue();
      assertThat(other.verify()).as(where).isEmpty();
    }

    void compareAt(long key) {
      assertThat(treap.size()).as(where).isEqualTo(model.size());
      assertThat(treap.isEmpty()).as(where).isEqualTo(model.isEmpty());
      assertThat(treap.containsKey(key)).as(where).isEqualTo(model.containsKey(key));
      assertThat(treap.getOrDefault(key, ABSENT))
          .as(where)
          .isEqualTo(model.getOrDefault(key, ABSENT));
      assertThat(treap.lowerKey(key, ABSENT)).as(where).isEqualTo(orAbsent(model.lowerKey(key)));
      assertThat(treap.floorKey(key, ABSENT)).as(where).isEqualTo(orAbsent(model.floorKey(key)));
      assertThat(treap.ceilingKey(key, ABSENT))
          .as(where)
          .isEqualTo(orAbsent(model.ceilingKey(key)));
      assertThat(treap.higherKey(key, ABSENT)).as(where).isEqualTo(orAbsent(model.higherKey(key)));
      assertThat(treap.rank(key)).as(where).isEqualTo(model.headMap(key).size());
      compareRange(Math.min(key, 100), Math.max(key, 100));
      if (!model.isEmpty()) {
        compareSelected(random.nextInt(model.size()));
        assertThat(treap.firstKey()).as(where).isEqualTo(model.firstKey());
        assertThat(treap.lastKey()).as(where).isEqualTo(model.lastKey());
      }
    }

    private void compareSelected(int index) {
      long selected = treap.select(index);
      assertThat(model.headMap(selected)).as(where).hasSize(index);
      assertThat(treap.get(selected)).as(where).isEqualTo(model.get(selected));
    }

    private void compareRange(long from, long to) {
      Map<Long, Long> range = model.subMap(from, true, to, true);
      assertThat(treap.countRange(from, to)).as(where).isEqualTo(range.size());
      if (aggregate != Aggregate.NONE) {
        long expected = range.values().stream().reduce(aggregate.identity(), aggregate::combine);
        assertThat(treap.aggregate(from, to)).as(where).isEqualTo(expected);
      }
    }

    private static long orAbsent(Long key) {
      return key == null ? ABSENT : key;
    }
  }
}
