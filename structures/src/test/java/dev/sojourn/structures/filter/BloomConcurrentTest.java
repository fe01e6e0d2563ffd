package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads that put at once lose no key; the same check catches a filter that is not concurrent. */
@Timeout(60)
class BloomConcurrentTest {
  private static final int KEYS = 4_000;
  private static final int ROUNDS = 40;
  private static final int CANARY_ROUNDS = 5_000;

  @ParameterizedTest
  @CsvSource({
    "CLASSIC, 2, false",
    "CLASSIC, 4, false",
    "CLASSIC, 4, true",
    "SECTORISED_512, 2, false",
    "SECTORISED_512, 4, false",
    "SECTORISED_512, 4, true"
  })
  void noKeyIsLost(Layout layout, int threads, boolean offHeap) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      BloomBuilder builder = builder(layout).concurrent();
      BloomFilter filter = (offHeap ? builder.offHeap() : builder).build();

      int lost = lostAfterPutting(filter, threads, round);

      assertThat(lost).as("round %d", round).isZero();
      assertThat(filter.verify()).isEmpty();
    }
  }

  /** Were this one not caught, the test above would prove nothing. */
  @ParameterizedTest
  @CsvSource({"CLASSIC", "SECTORISED_512"})
  void aFilterForOneWriterIsCaughtLosingKeys(Layout layout) throws Exception {
    int lost = 0;
    for (int round = 0; round < CANARY_ROUNDS && lost == 0; round++) {
      lost = lostAfterPutting(builder(layout).build(), 2, round);
    }

    assertThat(lost).isPositive();
  }

  @Test
  void theAlarmRingsOnceWhoeverFillsTheFilter() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    BloomFilter filter =
        BloomFilter.builder()
            .expectedKeys(KEYS)
            .falsePositiveRate(0.001)
            .concurrent()
            .onSaturation(f -> calls.incrementAndGet())
            .build();

    lostAfterPutting(filter, 4, 1);

    assertThat(calls).hasValue(1);
    assertThat(filter.isSaturated()).isTrue();
  }

  /**
   * Every thread puts its own keys, and looks back at each some keys later: what it has put it must
   * find at once, and the others' at the end.
   */
  private static int lostAfterPutting(BloomFilter filter, int threads, int round)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Future<Integer>> lost = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        long seed = (long) round * threads + thread;
        lost.add(
            pool.submit(
                () -> {
                  start.await();
                  return putAndLookBack(filter, seed);
                }));
      }
      int sum = 0;
      for (Future<Integer> future : lost) {
        sum += future.get();
      }
      for (int thread = 0; thread < threads; thread++) {
        sum += missing(filter, (long) round * threads + thread);
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }

  private static int putAndLookBack(BloomFilter filter, long seed) {
    int lost = 0;
    for (int i = 0; i < KEYS; i++) {
      filter.put(Keys.key(seed, i));
      lost += filter.mightContain(Keys.key(seed, Math.max(0, i - 10))) ? 0 : 1;
    }
    return lost;
  }

  private static int missing(BloomFilter filter, long seed) {
    return (int) Keys.stream(seed, KEYS).filter(key -> !filter.mightContain(key)).count();
  }

  /** Small, so that threads meet in one word; strict, so that a lost bit is a lost key. */
  private static BloomBuilder builder(Layout layout) {
    return BloomFilter.builder().expectedKeys(2 * KEYS).falsePositiveRate(0.01).layout(layout);
  }
}
