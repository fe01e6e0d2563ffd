package dev.sojourn.structures.sets;

import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What every relative of {@link DisjointSet} can do, for tests that all of them must pass. */
interface Partition {
  boolean union(int a, int b);

  boolean connected(int a, int b);

  int find(int element);

  int count();

  int[] labels();

  Optional<String> verify();

  long footprintBytes();

  /** The structure itself, for a walk over the heap. */
  Object structure();

  /** One of the relatives. */
  enum Kind {
    REM {
      @Override
      Partition of(int size) {
        DisjointSet sets = new DisjointSet(size);
        return new Ints(
            sets,
            sets::union,
            sets::connected,
            sets::find,
            sets::count,
            sets::labels,
            sets::verify,
            sets::footprintBytes);
      }
    },
    ENUMERABLE {
      @Override
      Partition of(int size) {
        EnumerableDisjointSet sets = new EnumerableDisjointSet(size);
        return new Ints(
            sets,
            sets::union,
            sets::connected,
            sets::find,
            sets::count,
            sets::labels,
            sets::verify,
            sets::footprintBytes);
      }
    },
    ROLLBACK {
      @Override
      Partition of(int size) {
        RollbackDisjointSet sets = new RollbackDisjointSet(size);
        return new Ints(
            sets,
            sets::union,
            sets::connected,
            sets::find,
            sets::count,
            sets::labels,
            sets::verify,
            sets::footprintBytes);
      }
    },
    PARITY {
      @Override
      Partition of(int size) {
        ParityDisjointSet sets = new ParityDisjointSet(size);
        return new Ints(
            sets,
            (a, b) -> {
              int before = sets.count();
              sets.relate(a, b, false);
              return sets.count() < before;
            },
            (a, b) -> sets.relation(a, b) == Relation.SAME,
            sets::find,
            sets::count,
            sets::labels,
            sets::verify,
            sets::footprintBytes);
      }
    },
    CONCURRENT {
      @Override
      Partition of(int size) {
        ConcurrentDisjointSet sets = new ConcurrentDisjointSet(size);
        return new Ints(
            sets,
            sets::union,
            sets::connected,
            sets::find,
            sets::count,
            sets::labels,
            sets::verify,
            sets::footprintBytes);
      }
    },
    LONG {
      @Override
      Partition of(int size) {
        LongDisjointSet sets = new LongDisjointSet(size, 10);
        return new Ints(
            sets,
            sets::union,
            sets::connected,
            x -> (int) sets.find(x),
            () -> (int) sets.count(),
            () -> Labels.of(size, x -> (int) sets.find(x)),
            sets::verify,
            sets::footprintBytes);
      }
    },
    OBJECT {
      @Override
      Partition of(int size) {
        ObjectDisjointSet<Integer> sets =
            new ObjectDisjointSet<>(IntStream.range(0, size).boxed().toList());
        return new Ints(
            sets,
            sets::union,
            sets::connected,
            sets::find,
            sets::count,
            () -> Labels.of(size, sets::find),
            sets::verify,
            sets::footprintBytes);
      }
    };

    abstract Partition of(int size);
  }

  /** A test of two elements. */
  interface PairTest {
    boolean test(int a, int b);
  }

  /** A partition put together from methods. */
  record Ints(
      Object structure,
      PairTest uniting,
      PairTest asking,
      IntUnaryOperator finding,
      IntSupplier counting,
      Supplier<int[]> labelling,
      Supplier<Optional<String>> verifying,
      LongSupplier measuring)
      implements Partition {
    @Override
    public boolean union(int a, int b) {
      return uniting.test(a, b);
    }

    @Override
    public boolean connected(int a, int b) {
      return asking.test(a, b);
    }

    @Override
    public int find(int element) {
      return finding.applyAsInt(element);
    }

    @Override
    public int count() {
      return counting.getAsInt();
    }

    @Override
    public int[] labels() {
      return labelling.get();
    }

    @Override
    public Optional<String> verify() {
      return verifying.get();
    }

    @Override
    public long footprintBytes() {
      return measuring.getAsLong();
    }
  }
}
