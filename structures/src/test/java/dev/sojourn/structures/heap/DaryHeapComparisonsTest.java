package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How often a heap compares, at sizes where it matters. */
class DaryHeapComparisonsTest {
  private static final int HELD = 1_000_000;

  @Test
  void holdingComparesLessOftenThanTheBound() {
    for (int arity : HeapCases.ARITIES) {
      var order = new Counter();
      double perPoll = comparisonsPerPoll(DaryHeap.withArity(arity, order), order);

      assertThat(perPoll).as("arity %d", arity).isLessThan(bottomUpBound(arity));
    }
  }

  /**
   * What a textbook heap compares, d at each of log n to the base d levels, is 40, 40 and 53 at a
   * million elements; going to a leaf first saves one of the d.
   */
  @Test
  void holdingAMillionComparesLessOftenThanTheTextbookSays() {
    Map<Integer, Integer> textbook = Map.of(2, 40, 4, 40, 8, 53);
    Map<Integer, Integer> expected = Map.of(2, 20, 4, 30, 8, 48);

    textbook.forEach(
        (arity, comparisons) -> {
          var order = new Counter();
          double perPoll = comparisonsPerPoll(DaryHeap.withArity(arity, order), order);

          assertThat(perPoll)
              .as("arity %d", arity)
              .isLessThan(comparisons)
              .isCloseTo(expected.get(arity), within(1.5));
        });
  }

  @Test
  void binaryHeapComparesLessOftenThanTheJdk() {
    var ours = new Counter();
    var jdk = new Counter();

    double oursPerPoll = comparisonsPerPoll(DaryHeap.withArity(2, ours), ours);
    double jdkPerPoll = comparisonsPerPoll(new PriorityQueue<>(jdk), jdk);

    assertThat(oursPerPoll).isLessThan(0.75 * jdkPerPoll);
  }

  /** The d - 1 comparisons at each level on the way down, and three on the way up. */
  private static double bottomUpBound(int arity) {
    double levels = Math.ceil(Math.log(HELD * (arity - 1.0) + 1) / Math.log(arity)) - 1;
    return (arity - 1) * levels + 3;
  }

  private static double comparisonsPerPoll(Queue<Long> queue, Counter order) {
    var random = new SplittableRandom(1);
    List<Long> first = random.longs(HELD, 0, HELD).boxed().toList();
    queue.addAll(first);
    int polls = 20_000;
    long inPolls = 0;
    for (int i = 0; i < polls; i++) {
      long before = order.comparisons;
      long least = queue.remove();
      inPolls += order.comparisons - before;
      queue.add(least + random.nextLong(HELD));
    }
    return (double) inPolls / polls;
  }

  private static final class Counter implements Comparator<Long> {
    private long comparisons;

    @Override
    public int compare(Long a, Long b) {
      comparisons++;
      return a.compareTo(b);
    }
  }
}
