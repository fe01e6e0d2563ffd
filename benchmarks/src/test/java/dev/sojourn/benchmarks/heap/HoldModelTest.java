package dev.sojourn.benchmarks.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HoldModelTest {
  private static final int SIZE = 10_000;

  @Test
  void keysStartWhereHoldsLeaveThem() {
    HoldModel model = new HoldModel(SIZE);
    PriorityQueue<Long> queue = new PriorityQueue<>();
    Arrays.stream(model.keys()).forEach(queue::add);
    double before = meanDistanceToLeast(queue);

    for (int i = 0; i < 30 * SIZE; i++) {
      queue.add(queue.remove() + model.next());
    }

    assertThat(meanDistanceToLeast(queue)).isCloseTo(before, Percentage.withPercentage(5));
  }

  @Test
  void leastKeyAdvancesByAboutTheSameWhateverTheSize() {
    for (int size : new int[] {1000, 10_000, 100_000}) {
      HoldModel model = new HoldModel(size);
      PriorityQueue<Long> queue = new PriorityQueue<>();
      Arrays.stream(model.keys()).forEach(queue::add);
      long start = queue.element();

      for (int i = 0; i < 5 * size; i++) {
        queue.add(queue.remove() + model.next());
      }

      assertThat((double) (queue.element() - start) / (5 * size))
          .as("size %d", size)
          .isCloseTo(512, within(30.0));
    }
  }

  @Test
  void twoModelsOfOneSizeAreAlike() {
    HoldModel one = new HoldModel(100);
    HoldModel other = new HoldModel(100);

    assertThat(one.keys()).isEqualTo(other.keys());
    for (int i = 0; i < 200_000; i++) {
      assertThat(one.next()).as("increment %d", i).isEqualTo(other.next());
    }
  }

  private static double meanDistanceToLeast(PriorityQueue<Long> queue) {
    long least = queue.element();
    return queue.stream().mapToLong(key -> key - least).average().orElseThrow();
  }
}
