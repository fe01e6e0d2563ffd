package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing from another thread: what was accepted comes out, and the consumer ends. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64})
  void everyAcceptedElementIsConsumed(int capacity) {
    for (int round = 0; round < 50; round++) {
      closeWhileOffering(new MpscRing<>(capacity), round);
      closeWhileOffering(new MpmcRing<>(capacity), round);
      closeWhileOffering(new Boxed(new LongMpmcRing(capacity)), round);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // two processors have to be shared
  private void closeWhileOffering(BoundedQueue<Integer> ring, int round) {
    var accepted = new AtomicLong();
    var producer = CompletableFuture.runAsync(() -> offerUntilClosed(ring, accepted), threads);
    var consumer =
        CompletableFuture.supplyAsync(
            () ->
                ring.consume(
                    element -> {}, round % 2 == 0 ? WaitStrategy.YIELD : WaitStrategy.PARK),
            threads);
    while (accepted.get() < 10L * round) {
      Thread.yield();
    }
    ring.close();
    producer.join();

    assertThat(consumer.join()).as("round %d", round).isEqualTo(accepted.get());
    assertThat(ring.poll()).isNull();
    assertThat(ring.verify()).isEmpty();
  }

  private static void offerUntilClosed(BoundedQueue<Integer> ring, AtomicLong accepted) {
    try {
      for (int tries = 0; ; ) {
        if (ring.offer(1)) {
          accepted.incrementAndGet();
          tries = 0;
        } else {
          WaitStrategy.YIELD.idle(tries++);
        }
      }
    } catch (IllegalStateException closed) {
      assertThat(ring.isClosed()).isTrue();
    }
  }
}
