package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jol.info.GraphLayout;

class TreapMemoryTest {
  private static final int SIZE = 10_000;
  private static final int OPERATIONS = 20_000;

  /** What asking for the counter may itself allocate, far below one byte an operation. */
  private static final long SLACK_BYTES = 1_000;

  @ParameterizedTest
  @EnumSource(Aggregate.class)
  void hotOperationsAllocateNothing(Aggregate aggregate) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LongTreap treap = TreapCases.of(3, aggregate, TreapCases.scrambled(SIZE, 1));
    LongTreapCursor cursor = treap.cursor();
    long checksum = use(treap, cursor, aggregate);
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    checksum += use(treap, cursor, aggregate);
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocatedBytes).as("checksum %d", checksum).isLessThan(SLACK_BYTES);
  }

  private static long use(LongTreap treap, LongTreapCursor cursor, Aggregate aggregate) {
    long checksum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      long key = 3L * (i * 31 % SIZE);
      checksum += treap.remove(key) ? treap.getOrDefault(key, 1) : 0;
      checksum += treap.put(key, i) ? treap.get(key) : 0;
      checksum += treap.rank(key) + treap.select(i % SIZE) + treap.countRange(key, key + 100);
      checksum += treap.floorKey(key + 1, 0) + treap.ceilingKey(key - 1, 0);
      checksum += aggregate == Aggregate.NONE ? 0 : treap.aggregate(key, key + 1_000);
      cursor.seek(key);
      checksum += cursor.next() ? cursor.key() + cursor.value() : 0;
    }
    return checksum;
  }

  @Test
  void takesAThirdOfTreeMapWhenTrimmedAndTwoFifthsWhileItGrows() {
    int size = 20_000;
    TreeMap<Long, Long> boxed = new TreeMap<>();
    LongTreap treap = new LongTreap();
    double most = 0;
    for (long key : new SplittableRandom(5).longs(size, 1_000, Long.MAX_VALUE).toArray()) {
      boxed.put(key, -key);
      treap.put(key, -key);
      most =
          treap.size() < 1_000 ? 0 : Math.max(most, treap.footprintBytes() / (double) treap.size());
    }
    double boxedBytes = GraphLayout.parseInstance(boxed).totalSize() / (double) boxed.size();

    treap.trim();

    assertThat(most / boxedBytes).as("bytes an entry while growing").isLessThanOrEqualTo(0.41);
    assertThat(treap.footprintBytes() / (double) size / boxedBytes)
        .as("bytes an entry when trimmed")
        .isLessThanOrEqualTo(0.33);
  }
}
