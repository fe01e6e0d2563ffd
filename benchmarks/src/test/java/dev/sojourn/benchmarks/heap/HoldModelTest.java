package dev.sojourn.benchmarks.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldModelTest {
  private static final int SIZE = 10_000;

  @Test
  void keysStartWhereHoldsLeaveThem() {
    HoldModel model = new HoldModel(SIZE);
    PriorityQueue<Long> queue = filled(model);
    double before = meanDistanceToLeast(queue);

    hold(model, queue, 30 * SIZE);

    assertThat(meanDistanceToLeast(queue)).isCloseTo(before, Percentage.withPercentage(5));
  }

  @Test
  void leastKeyAdvancesByAboutTheSameWhateverTheSize() {
    for (int size : new int[] {1000, 10_000, 100_000}) {
      HoldModel model = new HoldModel(size);
      PriorityQueue<Long> queue = filled(model);
      long start = queue.element();

      hold(model, queue, 5 * size);

      assertThat((double) (queue.element() - start) / (5 * size))
          .as("size %d", size)
          .isCloseTo(512, within(30.0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 10_000, 300_000})
  void ageingReplacesTheKeysThatTheQueueWasFilledWith(int size) {
    HoldModel model = new HoldModel(size);
    PriorityQueue<Long> queue = filled(model);
    Set<Long> first = new HashSet<>(queue);

    model.age(() -> hold(model, queue, 1));

    assertThat(queue).hasSize(size);
    assertThat(queue.stream().filter(first::contains).count()).isLessThanOrEqualTo(size / 200);
  }

  @Test
  void twoModelsOfOneSizeAreAlike() {
    HoldModel one = new HoldModel(100);
    HoldModel other = new HoldModel(100);

    assertThat(keys(one)).isEqualTo(keys(other)).hasSize(100);
    for (int i = 0; i < 200_000; i++) {
      assertThat(one.next()).as("increment %d", i).isEqualTo(other.next());
    }
  }

  private static List<Long> keys(HoldModel model) {
    List<Long> keys = new ArrayList<>();
    model.fill(keys::add);
    return keys;
  }

  private static PriorityQueue<Long> filled(HoldModel model) {
    PriorityQueue<Long> queue = new PriorityQueue<>();
    model.fill(queue::add);
    return queue;
  }

  private static long hold(HoldModel model, PriorityQueue<Long> queue, int times) {
    for (int i = 0; i < times; i++) {
      queue.add(queue.remove() + model.next());
    }
    return queue.element();
  }

  private static double meanDistanceToLeast(PriorityQueue<Long> queue) {
    long least = queue.element();
    return queue.stream().mapToLong(key -> key - least).average().orElseThrow();
  }
}
