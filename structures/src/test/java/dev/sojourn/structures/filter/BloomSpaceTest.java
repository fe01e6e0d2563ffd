package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jol.info.GraphLayout;

class BloomSpaceTest {
  private static final int N = 100_000;
  private static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(21);

  private final CountingBloomFilter counting = CountingBloomFilter.ofKeys(N, 0.01);
  private final SplitBlockBloomFilter splitBlock = SplitBlockBloomFilter.ofKeys(N, 0.01);
  private final ScalableBloomFilter scalable = ScalableBloomFilter.ofInitialKeys(N, 0.01);

  @ParameterizedTest
  @EnumSource(Layout.class)
  void footprintIsWhatTheHeapHolds(Layout layout) {
    BloomFilter filter = filter(layout);

    long measured = GraphLayout.parseInstance(filter).totalSize();

    assertThat(filter.footprintBytes()).isCloseTo(measured, Percentage.withPercentage(1));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void operationsAllocateNothing(Layout layout) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    BloomFilter filter = filter(layout);
    long[] keys = Keys.array(9, N);
    long[] answers = new long[(N + 63) / 64];
    String text = "a text of some length \u20ac";
    byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    allocatedBy(threads, filter, keys, N, answers, text, bytes);
    long idle = allocatedBy(threads, filter, keys, 0, answers, text, bytes);

    long busy = allocatedBy(threads, filter, keys, N, answers, text, bytes);

    assertThat(busy - idle).isCloseTo(0, within(1024L));
    assertThat(filter.bitCount()).isPositive();
  }

  private long allocatedBy(
      ThreadMXBean threads,
      BloomFilter filter,
      long[] keys,
      int count,
      long[] answers,
      String text,
      byte[] bytes) {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < count; i++) {
      filter.put(keys[i]);
      filter.mightContain(keys[i]);
      filter.put(text);
      filter.mightContain(text);
      filter.put(bytes);
      filter.mightContain(bytes, 1, i % 10);
      filter.put(BUFFER);
      filter.mightContain(BUFFER);
      filter.putHash(keys[i]);
      filter.mightContainHash(keys[i]);
      counting.put(keys[i]);
      counting.remove(keys[i]);
      splitBlock.putInt64(keys[i]);
      splitBlock.mightContainBytes(bytes, 1, i % 10);
      scalable.mightContain(keys[i]);
    }
    filter.mightContain(keys, 0, count, answers);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /**
   * A put of another thread costs an atomic operation, and memory no more than one of one's own.
   */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void concurrentAndDirectFiltersAllocateNothing(Layout layout) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    BloomBuilder builder =
        BloomFilter.builder().expectedKeys(N).falsePositiveRate(0.01).layout(layout).concurrent();
    BloomFilter onHeap = builder.build();
    BloomFilter direct = builder.offHeap().build();
    long[] keys = Keys.array(9, N);
    onHeap.put(1);
    direct.put(1);
    long before = threads.getCurrentThreadAllocatedBytes();

    for (long key : keys) {
      onHeap.put(key);
      direct.put(key);
      onHeap.mightContain(key);
      direct.mightContain(key);
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 10);
    assertThat(onHeap.footprintBytes())
        .isCloseTo(GraphLayout.parseInstance(onHeap).totalSize(), Percentage.withPercentage(1));
  }

  private static BloomFilter filter(Layout layout) {
    return BloomFilter.builder().expectedKeys(N).falsePositiveRate(0.01).layout(layout).build();
  }
}
