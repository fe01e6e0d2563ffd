package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of chunks that are spent, for the collector and for those who still look at one. */
class ChunkedQueueSpentTest {
  private static final int LENGTH = 4;
  private static final int CHUNKS = 50;

  private final ChunkedQueue<Integer> queue = new ChunkedQueue<>(LENGTH);

  private void offer(int from, int to) {
    for (int i = from; i < to; i++) {
      queue.offer(i);
    }
  }

  private void poll(int from, int to) {
    for (int i = from; i < to; i++) {
      assertThat(queue.poll()).isEqualTo(i);
    }
  }

  /** As when the first has been promoted and is garbage that no minor collection finds. */
  @Test
  void aSpentChunkKeepsNoSuccessorAlive() throws Exception {
    Chunk first = queue.head;
    offer(0, CHUNKS * LENGTH);
    List<WeakReference<Chunk>> later = new ArrayList<>();
    for (Chunk chunk = first.next; chunk != null; chunk = chunk.next) {
      later.add(new WeakReference<>(chunk));
    }
    assertThat(later).hasSize(CHUNKS - 1);

    poll(0, CHUNKS * LENGTH);

    for (int tries = 0; tries < 100 && alive(later) > 1; tries++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(alive(later)).as("the last chunk, which is head and tail").isEqualTo(1);
    assertThat(first.next).isSameAs(first);
  }

  private static long alive(List<WeakReference<Chunk>> chunks) {
    return chunks.stream().filter(chunk -> chunk.get() != null).count();
  }

  @Test
  void aProducerThatStillSeesASpentChunkFindsTheEnd() {
    Chunk spent = queue.head;
    offer(0, 3 * LENGTH);
    poll(0, 2 * LENGTH + 1);
    queue.tail = spent;

    offer(3 * LENGTH, 5 * LENGTH);

    assertThat(queue.verify()).isEmpty();
    poll(2 * LENGTH + 1, 5 * LENGTH);
    assertThat(queue.poll()).isNull();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void anIteratorOvertakenByTheHeadGoesOnFromThere() {
    offer(0, 5 * LENGTH);
    Iterator<Integer> iterator = queue.iterator();
    assertThat(iterator.next()).isZero();

    poll(0, 3 * LENGTH + 1);

    List<Integer> rest = new ArrayList<>();
    iterator.forEachRemaining(rest::add);
    assertThat(rest)
        .as("one element was fetched ahead")
        .startsWith(1, 3 * LENGTH + 1)
        .endsWith(5 * LENGTH - 1)
        .hasSize(1 + 2 * LENGTH - 1);
  }

  @Test
  void theFootprintOfADrainedQueueIsThatOfOneChunk() {
    long before = queue.footprintBytes();
    offer(0, CHUNKS * LENGTH);
    assertThat(queue.footprintBytes()).isGreaterThan(before);

    poll(0, CHUNKS * LENGTH);

    assertThat(queue.footprintBytes()).isEqualTo(before);
    assertThat(queue.verify()).isEmpty();
  }
}
