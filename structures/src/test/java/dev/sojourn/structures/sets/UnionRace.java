package dev.sojourn.structures.sets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Threads that unite and ask at once. Whatever the interleaving, the final partition is that of one
 * thread, exactly as many unions say they merged as sets disappeared, and what any thread saw
 * connected stays so for every thread and is connected in the end.
 */
final class UnionRace {
  private final int threads;
  private final int size;
  private final int[] us;
  private final int[] vs;
  private final String where;

  UnionRace(int threads, int size, int edges, long seed) {
    Random random = new Random(seed);
    this.threads = threads;
    this.size = size;
    this.us = random.ints(edges, 0, size).toArray();
    this.vs = random.ints(edges, 0, size).toArray();
    this.where = threads + " threads, size " + size + ", seed " + seed;
  }

  /** Runs the race; what went wrong, or empty. */
  Optional<String> flaw(ConcurrentDisjointSetTest.RacyPartition sets) {
    DisjointSet oracle = new DisjointSet(size);
    int possible = oracle.unionEdges(us, vs, 0, us.length);
    int[] expected = oracle.labels();
    Witness witness = new Witness(sets, expected);
    int merges = race(witness);
    if (witness.flaw != null) {
      return Optional.of(where + ": " + witness.flaw);
    }
    if (!Arrays.equals(sets.labels(), expected)) {
      return Optional.of(where + ": not the partition of one thread");
    }
    return merges == possible
        ? Optional.empty()
        : Optional.of(where + ": " + merges + " merges claimed, " + possible + " possible");
  }

  private int race(Witness witness) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Future<Integer>> runners = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int first = t;
      runners.add(
          pool.submit(
              () -> {
                start.await();
                return run(witness, first);
              }));
    }
    int merges = 0;
    try {
      for (Future<Integer> runner : runners) {
        merges += runner.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(where, e);
    } finally {
      pool.shutdownNow();
    }
    return merges;
  }

  /** One thread's share: every so many-th edge, and a question about another after each. */
  private int run(Witness witness, int first) {
    int merges = 0;
    for (int i = first; i < us.length; i += threads) {
      merges += witness.sets.union(us[i], vs[i]) ? 1 : 0;
      witness.united(i, us[i], vs[i]);
      int asked = (int) (i * 48_271L % us.length);
      witness.ask(asked, us[asked], vs[asked]);
    }
    return merges;
  }

  /** Remembers which edges were seen to be connected, by whichever thread. */
  private static final class Witness {
    private final ConcurrentDisjointSetTest.RacyPartition sets;
    private final int[] expected;
    private final AtomicIntegerArray seen;
    private volatile String flaw;

    Witness(ConcurrentDisjointSetTest.RacyPartition sets, int[] expected) {
      this.sets = sets;
      this.expected = expected;
      this.seen = new AtomicIntegerArray(4 * expected.length);
    }

    void united(int edge, int u, int v) {
      if (!sets.connected(u, v)) {
        flaw = u + " and " + v + " were united and are not connected";
      }
      seen.set(edge, 1);
    }

    void ask(int edge, int u, int v) {
      boolean before = seen.get(edge) == 1;
      boolean connected = sets.connected(u, v);
      if (before && !connected) {
        flaw = u + " and " + v + " were connected and no longer are";
      }
      if (connected && expected[u] != expected[v]) {
        flaw = u + " and " + v + " are connected and never should be";
      }
      if (connected) {
        seen.set(edge, 1);
      }
    }
  }
}
