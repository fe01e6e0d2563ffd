package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;
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

  /** What moves away leaves its slots to the treaps that stay, the empty ones too. */
  @Test
  void slotsLeftBehindServeTheOtherTreapsOfAnArena() {
    LongTreap moving = TreapCases.of(3, Aggregate.NONE, TreapCases.scrambled(SIZE, 1));
    LongTreap staying = moving.split(Long.MAX_VALUE);
    long shared = staying.footprintBytes();

    moving.trim();
    for (long key : TreapCases.scrambled(SIZE, 2)) {
      staying.put(key, key);
    }

    assertThat(staying.footprintBytes()).isEqualTo(shared);
    assertThat(staying.verify()).isEmpty();
    assertThat(moving.verify()).isEmpty();
    assertThat(moving.size()).isEqualTo(SIZE);
  }

  /** From a thousand entries on the treap's own objects are a matter of one percent. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000, 300_000})
  void footprintOfLongsIsWhatTheMachineMeasures(int size) {
    for (Aggregate aggregate : Aggregate.values()) {
      LongTreap treap = new LongTreap(1, aggregate);
      new SplittableRandom(5).longs(size).forEach(key -> treap.put(key, key));

      long measuredBytes = GraphLayout.parseInstance(treap).totalSize();

      assertThat(treap.footprintBytes())
          .as("%s", treap)
          .isCloseTo(measuredBytes, withinPercentage(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000})
  void footprintOfObjectsIsWhatTheMachineMeasures(int size) {
    TreapMap<Integer, Integer> map = new TreapMap<>();
    IntStream.range(1_000_000, 1_000_000 + size).forEach(key -> map.put(key, key));

    long boxesBytes = 2L * size * ClassLayout.parseClass(Integer.class).instanceSize();
    long measuredBytes = GraphLayout.parseInstance(map).totalSize() - boxesBytes;

    assertThat(map.footprintBytes()).isCloseTo(measuredBytes, withinPercentage(1));
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
