package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views of a map, views of views, and the collections of each, against those of the JDK's map. */
class TreapViewsModelTest {
  private static final int STEPS = 500;
  private static final int KEYS = 40;

  private final TreapMap<Integer, Integer> map = new TreapMap<>();
  private final TreeMap<Integer, Integer> model = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {3, 17, 1_000_003})
  void viewsOfViewsAnswerAndChangeAsThoseOfTreeMap(long seed) {
    var random = new SplittableRandom(seed);
    for (int step = 0; step < STEPS; step++) {
      String where = "seed %d, step %d".formatted(seed, step);
      var view = new Twins(map, model);
      for (int depth = random.nextInt(4); depth > 0; depth--) {
        view = view.narrowed(random, where);
      }

      view.change(random, where);
      view.compare(random, where);

      assertThat(map.verify()).as(where).isEmpty();
      assertThat(List.copyOf(map.entrySet())).as(where).isEqualTo(List.copyOf(model.entrySet()));
    }
  }

  /** A view and what it is to be like. */
  private record Twins(
      NavigableMap<Integer, Integer> view, NavigableMap<Integer, Integer> expected) {

    Twins narrowed(SplittableRandom random, String where) {
      int from = random.nextInt(-1, KEYS + 1);
      int to = from + random.nextInt(-1, KEYS);
      boolean fromInclusive = random.nextBoolean();
      boolean toInclusive = random.nextBoolean();
      Function<NavigableMap<Integer, Integer>, Map<Integer, Integer>> part =
          switch (random.nextInt(7)) {
            case 0 -> m -> m.headMap(to, toInclusive);
            case 1 -> m -> m.tailMap(from, fromInclusive);
            case 2 -> m -> m.subMap(from, fromInclusive, to, toInclusive);
            case 3 -> m -> m.headMap(to);
            case 4 -> m -> m.tailMap(from);
            case 5 -> m -> m.subMap(from, to);
            default -> NavigableMap::descendingMap;
          };
      same(part, where);
      return outcome(() -> part.apply(expected)) instanceof NavigableMap<?, ?>
          ? new Twins(navigable(part.apply(view)), navigable(part.apply(expected)))
          : this;
    }

    void change(SplittableRandom random, String where) {
      int key = random.nextInt(KEYS);
      int value = random.nextInt(5);
      switch (random.nextInt(13)) {
        case 0 -> same(m -> m.remove(key), where);
        case 1 -> same(NavigableMap::pollFirstEntry, where);
        case 2 -> same(NavigableMap::pollLastEntry, where);
        case 3 -> same(m -> m.navigableKeySet().remove(key), where);
        case 4 -> same(m -> m.keySet().removeIf(k -> k % 9 == value), where);
        case 5 -> same(m -> m.navigableKeySet().pollFirst(), where);
        case 6 -> same(m -> m.navigableKeySet().pollLast(), where);
        case 7 -> same(m -> m.entrySet().remove(Map.entry(key, value)), where);
        case 8 -> same(m -> m.values().remove(value), where);
        default -> same(m -> m.put(key, value), where);
      }
    }

    void compare(SplittableRandom random, String where) {
      int key = random.nextInt(-1, KEYS + 1);
      int to = random.nextInt(-1, KEYS + 1);
      boolean inclusive = random.nextBoolean();
      Map.Entry<Integer, Integer> entry = Map.entry(key, random.nextInt(5));

      assertThat(answers(view, key, to, inclusive, entry))
          .as(where)
          .isEqualTo(answers(expected, key, to, inclusive, entry));
    }

    private void same(Function<? super NavigableMap<Integer, Integer>, ?> act, String where) {
      Object answer = outcome(() -> act.apply(view));

      assertThat(answer).as(where).isEqualTo(outcome(() -> act.apply(expected)));
    }
  }

  private static List<Object> answers(
      NavigableMap<Integer, Integer> m,
      int key,
      int to,
      boolean inclusive,
      Map.Entry<Integer, Integer> entry) {
    List<Object> answers = new ArrayList<>();
    answers.add(Arrays.asList(m.size(), m.isEmpty(), m.comparator(), m.toString(), m.hashCode()));
    answers.add(Arrays.asList(m.get(key), m.containsKey(key), m.entrySet().contains(entry)));
    answers.add(m.entrySet().stream().toList());
    answers.add(m.values().stream().toList());
    answers.add(m.values().size());
    answers.add(outcome(m::firstKey));
    answers.add(outcome(m::lastKey));
    answers.add(Arrays.asList(m.firstEntry(), m.lastEntry()));
    answers.add(Arrays.asList(m.lowerKey(key), m.floorKey(key)));
    answers.add(Arrays.asList(m.ceilingKey(key), m.higherKey(key)));
    answers.add(Arrays.asList(m.lowerEntry(key), m.floorEntry(key)));
    answers.add(Arrays.asList(m.ceilingEntry(key), m.higherEntry(key)));
    answers.add(answersOfKeys(m.navigableKeySet(), key, to, inclusive));
    answers.add(answersOfKeys(m.descendingKeySet(), key, to, inclusive));
    return answers;
  }

  private static List<Object> answersOfKeys(
      NavigableSet<Integer> keys, int key, int to, boolean inclusive) {
    List<Object> answers = new ArrayList<>();
    answers.add(List.copyOf(keys));
    answers.add(List.copyOf(keys.descendingSet()));
    keys.descendingIterator().forEachRemaining(answers::add);
    answers.add(Arrays.asList(keys.size(), keys.comparator(), keys.contains(key)));
    answers.add(outcome(keys::first));
    answers.add(outcome(keys::last));
    answers.add(Arrays.asList(keys.lower(key), keys.floor(key)));
    answers.add(Arrays.asList(keys.ceiling(key), keys.higher(key)));
    answers.add(outcome(() -> List.copyOf(keys.headSet(key))));
    answers.add(outcome(() -> List.copyOf(keys.headSet(key, inclusive))));
    answers.add(outcome(() -> List.copyOf(keys.tailSet(key))));
    answers.add(outcome(() -> List.copyOf(keys.tailSet(key, inclusive))));
    answers.add(outcome(() -> List.copyOf(keys.subSet(key, to))));
    answers.add(outcome(() -> List.copyOf(keys.subSet(key, inclusive, to, !inclusive))));
    return answers;
  }

  /** The answer, or the kind of exception thrown instead. */
  private static Object outcome(Supplier<?> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      return e.getClass();
    }
  }

  private static NavigableMap<Integer, Integer> navigable(Map<Integer, Integer> part) {
    return (NavigableMap<Integer, Integer>) part;
  }
}
