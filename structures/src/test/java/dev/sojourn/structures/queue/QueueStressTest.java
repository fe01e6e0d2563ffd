package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two threads and more: nothing lost, nothing twice, every producer's elements in its order. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QueueStressTest {
  private static final int EACH = 8_000;

  static Stream<QueueCases.Case> kinds() {
    return Stream.concat(
        Stream.of(1, 2, 3, 64)
            .flatMap(
                capacity ->
                    Stream.of(0L, Integer.MAX_VALUE - 500L, Long.MAX_VALUE - 500L, -500L)
                        .flatMap(start -> QueueCases.rings(capacity, start).stream())),
        QueueCases.unbounded().stream());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneProducerOneConsumer(QueueCases.Case kind) throws Exception {
    exchange(kind, 1, 1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void manyProducersAndConsumersWhereTheyMay(QueueCases.Case kind) throws Exception {
    exchange(kind, kind.manyProducers() ? 2 : 1, kind.manyConsumers() ? 2 : 1);
  }

  private static void exchange(QueueCases.Case kind, int producers, int consumers)
      throws Exception {
    Queue<Integer> queue = kind.create();
    var left = new AtomicInteger(producers * EACH);
    ExecutorService threads = Executors.newFixedThreadPool(producers + consumers);
    try {
      List<Future<?>> produced = new ArrayList<>();
      List<Future<List<Integer>>> consumed = new ArrayList<>();
      for (int p = 0; p < producers; p++) {
        int producer = p;
        produced.add(threads.submit(() -> produce(queue, producer)));
      }
      for (int c = 0; c < consumers; c++) {
        Callable<List<Integer>> consumer = () -> consume(queue, left);
        consumed.add(threads.submit(consumer));
      }
      List<Integer> all = new ArrayList<>();
      for (Future<?> future : produced) {
        future.get();
      }
      for (Future<List<Integer>> future : consumed) {
        List<Integer> seen = future.get();
        assertEveryProducerInOrder(seen, producers, kind.toString());
        all.addAll(seen);
      }
      assertThat(all.stream().sorted().toList())
          .as("%s", kind)
          .isEqualTo(IntStream.range(0, producers * EACH).boxed().toList());
      assertThat(queue.poll()).isNull();
      assertThat(QueueCases.verify(queue)).as("%s", kind).isEmpty();
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // two processors have to be shared
  private static void produce(Queue<Integer> queue, int producer) {
    for (int i = 0; i < EACH; i++) {
      for (int tries = 0; !queue.offer(producer * EACH + i); tries++) {
        WaitStrategy.YIELD.idle(tries);
      }
      if (i % 4096 == 4095) {
        Thread.yield();
      }
    }
  }

  private static List<Integer> consume(Queue<Integer> queue, AtomicInteger left) {
    List<Integer> seen = new ArrayList<>();
    for (int tries = 0; left.get() > 0; ) {
      Integer element = queue.poll();
      if (element != null) {
        seen.add(element);
        left.decrementAndGet();
        tries = 0;
      } else {
        WaitStrategy.YIELD.idle(tries++);
      }
    }
    return seen;
  }

  private static void assertEveryProducerInOrder(List<Integer> seen, int producers, String where) {
    int[] last = new int[producers];
    Arrays.fill(last, -1);
    for (int element : seen) {
      int producer = element / EACH;
      assertThat(element % EACH)
          .as("%s, producer %d", where, producer)
          .isGreaterThan(last[producer]);
      last[producer] = element % EACH;
    }
  }

  static List<TreiberStack<Integer>> stacks() {
    return List.of(
        new TreiberStack<Integer>(),
        TreiberStack.<Integer>withElimination(),
        TreiberStack.<Integer>withOnePlace());
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void stackLosesNothingAndDoublesNothing(TreiberStack<Integer> stack) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<List<Integer>>> popped = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        int thread = t;
        popped.add(threads.submit(() -> pushAndPop(stack, thread)));
      }
      List<Integer> all = new ArrayList<>();
      for (Future<List<Integer>> future : popped) {
        all.addAll(future.get());
      }
      for (Integer rest = stack.pop(); rest != null; rest = stack.pop()) {
        all.add(rest);
      }
      assertThat(all.stream().sorted().toList())
          .isEqualTo(IntStream.range(0, 3 * EACH).boxed().toList());
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Integer> pushAndPop(TreiberStack<Integer> stack, int thread) {
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      stack.push(thread * EACH + i);
      Integer popped = i % 3 == 0 ? null : stack.pop();
      if (popped != null) {
        seen.add(popped);
      }
    }
    return seen;
  }
}
