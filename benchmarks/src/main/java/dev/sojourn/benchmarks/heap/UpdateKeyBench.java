package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.heap.IndexedDaryHeap;
import it.unimi.dsi.fastutil.longs.LongHeapIndirectPriorityQueue;
import java.util.Comparator;
import java.util.TreeSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation gives one element of a full queue another key, up or down, and looks at the
 * smallest key: what a scheduler does when a deadline is moved. The JDK's priority queue would have
 * to search for the element from end to end, so the baseline is what its users take instead, a
 * sorted set from which the element is removed and to which it is added again.
 */
@Study(
    week = 17,
    question = "What does it cost to change a key in the middle of a queue?",
    insight =
        "A random key belongs near a leaf, so in a heap most changes move an element by a level or"
            + " two; a search tree walks from the root twice. What is left is the price of finding"
            + " the element: one position.",
    source = "Sedgewick, Algorithms, 1983 (indirect heaps)",
    batch = 64,
    heapMegabytes = 1024)
@Claim(subject = "eightWay", ratioAtMost = 1.0 / 3, where = "size=1000000")
@Claim(subject = "eightWay", against = "fastutil", ratioAtMost = 1.0, where = "size=1000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class UpdateKeyBench {
  @Param({"1000", "100000", "1000000"})
  int size;

  @Baseline
  @Benchmark
  public long jdk(Jdk queue, TailClock clock) {
    return clock.lap(queue.update());
  }

  @Benchmark
  public long fastutil(Fastutil queue, TailClock clock) {
    return clock.lap(queue.update());
  }

  @Benchmark
  public long fourWay(FourWay heap, TailClock clock) {
    return clock.lap(heap.handles.update());
  }

  @Benchmark
  public long eightWay(EightWay heap, TailClock clock) {
    return clock.lap(heap.handles.update());
  }

  /** {@link TreeSet} of elements by key. */
  @State(Scope.Thread)
  public static class Jdk {
    private KeyUpdates updates;
    private Element[] elements;
    private TreeSet<Element> set;

    @Setup
    public void fill(UpdateKeyBench study) {
      updates = new KeyUpdates(study.size);
      elements = new Element[study.size];
      set =
          new TreeSet<>(
              Comparator.comparingLong((Element element) -> element.key)
                  .thenComparingInt(element -> element.handle));
      long[] keys = updates.firstKeys();
      for (int handle = 0; handle < keys.length; handle++) {
        elements[handle] = new Element(handle, keys[handle]);
        set.add(elements[handle]);
      }
    }

    long update() {
      updates.advance();
      Element element = elements[updates.handle()];
      set.remove(element);
      element.key = updates.key();
      set.add(element);
      return answer(elements[updates.handle()].key, set.first().key);
    }
  }

  /** fastutil's indirect binary heap. */
  @State(Scope.Thread)
  public static class Fastutil {
    private KeyUpdates updates;
    private long[] keys;
    private LongHeapIndirectPriorityQueue queue;

    @Setup
    public void fill(UpdateKeyBench study) {
      updates = new KeyUpdates(study.size);
      keys = updates.firstKeys();
      queue = new LongHeapIndirectPriorityQueue(keys, study.size);
      for (int handle = 0; handle < study.size; handle++) {
        queue.enqueue(handle);
      }
    }

    long update() {
      updates.advance();
      keys[updates.handle()] = updates.key();
      queue.changed(updates.handle());
      return answer(keys[updates.handle()], keys[queue.first()]);
    }
  }

  /** Four children to a node. */
  @State(Scope.Thread)
  public static class FourWay {
    private Handles handles;

    @Setup
    public void fill(UpdateKeyBench study) {
      handles = new Handles(4, study.size);
    }
  }

  /** Eight children to a node. */
  @State(Scope.Thread)
  public static class EightWay {
    private Handles handles;

    @Setup
    public void fill(UpdateKeyBench study) {
      handles = new Handles(8, study.size);
    }
  }

  /** The least key alone would not tell that another one changed. */
  private static long answer(long changed, long least) {
    return 31 * changed + least;
  }

  private static final class Element {
    private final int handle;
    private long key;

    Element(int handle, long key) {
      this.handle = handle;
      this.key = key;
    }
  }

  private static final class Handles {
    private final KeyUpdates updates;
    private final IndexedDaryHeap heap;

    Handles(int arity, int size) {
      updates = new KeyUpdates(size);
      heap = IndexedDaryHeap.of(arity, updates.firstKeys());
    }

    long update() {
      updates.advance();
      heap.changeKey(updates.handle(), updates.key());
      return answer(heap.keyOf(updates.handle()), heap.peekKey());
    }
  }
}
