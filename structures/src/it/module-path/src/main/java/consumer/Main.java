package consumer;

import dev.sojourn.structures.filter.BloomFilter;
import dev.sojourn.structures.heap.LongDaryHeap;
import dev.sojourn.structures.sets.DisjointSet;

/** Uses one structure of each package and ends badly when one answers wrongly. */
public final class Main {
  private static final int N = 10_000;

  private Main() {}

  public static void main(String[] args) {
    String module = DisjointSet.class.getModule().getName();
    require("dev.sojourn.structures".equals(module), "the library is a module, not " + module);
    heapSorts();
    setsMerge();
    filterRemembers();
  }

  private static void heapSorts() {
    LongDaryHeap heap = new LongDaryHeap();
    for (long i = 0; i < N; i++) {
      heap.add(i * 7919 % N);
    }
    for (long i = 0; i < N; i++) {
      require(heap.poll() == i, "the heap yields " + i + " in its turn");
    }
    require(heap.isEmpty(), "the heap is empty at last");
  }

  private static void setsMerge() {
    DisjointSet sets = new DisjointSet(N);
    for (int i = 2; i < N; i++) {
      require(sets.union(i, i - 2), i + " was apart from " + (i - 2));
    }
    require(sets.count() == 2, "even and odd numbers remain");
    require(sets.connected(0, N - 2) && !sets.connected(0, N - 1), "even is not odd");
  }

  private static void filterRemembers() {
    BloomFilter filter = BloomFilter.builder().expectedKeys(N).falsePositiveRate(0.01).build();
    for (int i = 0; i < N; i++) {
      filter.put("key " + i);
    }
    for (int i = 0; i < N; i++) {
      require(filter.mightContain("key " + i), "key " + i + " is remembered");
    }
    require(!filter.verify().isPresent(), "the filter is sound");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not so: " + what);
    }
  }
}
