package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every answer of {@code union}, {@code connected} and {@code find} must be explained by some order
 * of the calls. The root of a set is its member of the greatest priority, so even {@code find} has
 * one right answer. {@code count} lags behind by contract and is left out. Lincheck assumes
 * sequential consistency: {@code ConcurrentDisjointSetTest} stands for the memory model.
 */
class ConcurrentDisjointSetLincheckTest {
  /** Scenarios; {@code -Dsojourn.scenarios=100} looks harder. */
  private static final int ITERATIONS = Integer.getInteger("sojourn.scenarios", 10);

  private static final int SCHEDULES = 100;

  /** Scenarios in which a canary has to show itself; the first that does ends the search. */
  private static final int CANARY_ITERATIONS = 100;

  /** More turns of a loop than a walk among so few elements takes. */
  private static final int SPINS = 200;

  private static final int SIZE = 4;
  private static final String ELEMENT = "0:3";

  @Test
  void answersOfTwoThreadsAreLinearizable() {
    options(ITERATIONS).threads(2).actorsPerThread(3).check(Sets.class);
  }

  @Test
  void answersOfThreeThreadsAreLinearizable() {
    options(ITERATIONS).threads(3).actorsPerThread(2).check(Sets.class);
  }

  /** A checker that does not see into the code passes everything. These it must refuse. */
  @ParameterizedTest
  @ValueSource(classes = {PlainLink.class, OneLook.class, OneThreadOnly.class})
  void canariesAreCaught(Class<?> type) {
    assertThatThrownBy(() -> options(CANARY_ITERATIONS).threads(2).actorsPerThread(3).check(type))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  private static ModelCheckingOptions options(int iterations) {
    return new ModelCheckingOptions()
        .iterations(iterations)
        .invocationsPerIteration(SCHEDULES)
        .actorsBefore(2)
        .actorsAfter(3)
        .loopBound(SPINS)
        .minimizeFailedScenario(false)
        .sequentialSpecification(Specification.class);
  }

  /** What the sets should do: a label for each element, and every answer read off the labels. */
  public static class Specification {
    private final NaiveLabels labels = new NaiveLabels(SIZE);

    public boolean union(int a, int b) {
      return labels.union(a, b);
    }

    public boolean connected(int a, int b) {
      return labels.connected(a, b);
    }

    public int find(int element) {
      int root = element;
      for (int other = 0; other < SIZE; other++) {
        if (labels.connected(element, other)
            && PRIORITIES.priority(other) > PRIORITIES.priority(root)) {
          root = other;
        }
      }
      return root;
    }
  }

  private static final ConcurrentDisjointSet PRIORITIES = new ConcurrentDisjointSet(SIZE);

  public static class Sets {
    private final ConcurrentDisjointSet sets = new ConcurrentDisjointSet(SIZE);

    @Operation
    public boolean union(
        @Param(gen = IntGen.class, conf = ELEMENT) int a,
        @Param(gen = IntGen.class, conf = ELEMENT) int b) {
      return sets.union(a, b);
    }

    @Operation
    public boolean connected(
        @Param(gen = IntGen.class, conf = ELEMENT) int a,
        @Param(gen = IntGen.class, conf = ELEMENT) int b) {
      return sets.connected(a, b);
    }

    @Operation
    public int find(@Param(gen = IntGen.class, conf = ELEMENT) int element) {
      return sets.find(element);
    }
  }

  /** A textbook forest whose roots are linked upwards, in two flawed editions. */
  public abstract static class Flawed {
    final AtomicIntegerArray parent = new AtomicIntegerArray(SIZE);

    Flawed() {
      for (int i = 0; i < SIZE; i++) {
        parent.set(i, i);
      }
    }

    final int root(int element) {
      int x = element;
      while (parent.get(x) != x) {
        x = parent.get(x);
      }
      return x;
    }

    /** Puts a root below another element, if that is still called for. */
    abstract boolean link(int root, int above);

    @Operation
    public boolean union(
        @Param(gen = IntGen.class, conf = ELEMENT) int a,
        @Param(gen = IntGen.class, conf = ELEMENT) int b) {
      int u = root(a);
      int v = root(b);
      while (u != v) {
        if (link(Math.min(u, v), Math.max(u, v))) {
          return true;
        }
        u = root(u);
        v = root(v);
      }
      return false;
    }

    @Operation
    public boolean connected(
        @Param(gen = IntGen.class, conf = ELEMENT) int a,
        @Param(gen = IntGen.class, conf = ELEMENT) int b) {
      return root(a) == root(b);
    }
  }

  /** Links with a plain store: two threads merge the same sets, or one tears the other's apart. */
  public static class PlainLink extends Flawed {
    @Override
    boolean link(int root, int above) {
      parent.set(root, above);
      return true;
    }
  }

  /** Links as it should, but {@code connected} never looks again at the first root. */
  public static class OneLook extends Flawed {
    @Override
    boolean link(int root, int above) {
      return parent.compareAndSet(root, root, above);
    }
  }

  /** The sets for one thread, used by two. */
  public static class OneThreadOnly {
    private final DisjointSet sets = new DisjointSet(SIZE);

    @Operation
    public boolean union(
        @Param(gen = IntGen.class, conf = ELEMENT) int a,
        @Param(gen = IntGen.class, conf = ELEMENT) int b) {
      return sets.union(a, b);
    }

    @Operation
    public boolean connected(
        @Param(gen = IntGen.class, conf = ELEMENT) int a,
        @Param(gen = IntGen.class, conf = ELEMENT) int b) {
      return sets.connected(a, b);
    }
  }
}
