package dev.sojourn.structures.queue;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lincheck runs small scenarios of two threads under many schedules and looks for an order of their
 * operations that explains every answer. It assumes sequential consistency, so it does not notice
 * that an acquire or a release is missing: the tests under {@code src/jcstress}, {@code
 * QueueStressTest} and the review of the code stand for those.
 */
class LinearizabilityTest {
  @ParameterizedTest
  @ValueSource(
      classes = {SpscOfOne.class, SpscOfThree.class, LongSpscOfOne.class, LongSpscOfThree.class})
  void oneProducerOneConsumer(Class<?> type) {
    Lincheck.check(type, specOf(type));
  }

  @ParameterizedTest
  @ValueSource(classes = {MpscOfOne.class, MpscOfThree.class})
  void manyProducersOneConsumer(Class<?> type) {
    Lincheck.check(type, specOf(type));
  }

  private static Class<?> specOf(Class<?> ring) {
    return ring.getSimpleName().endsWith("One")
        ? QueueSpecs.SpecOfOne.class
        : QueueSpecs.SpecOfThree.class;
  }

  @ParameterizedTest
  @ValueSource(classes = {Chain.class, Linked.class, ChunkedByOne.class, ChunkedByTwo.class})
  void unbounded(Class<?> type) {
    Lincheck.check(type, QueueSpecs.UnboundedSpec.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {PlainStack.class, EliminatingStack.class})
  void stacks(Class<?> type) {
    Lincheck.check(type, StackSpec.class);
  }

  @Test
  void emptyIsExactForAnyone() {
    Lincheck.options().sequentialSpecification(EmptySpec.class).check(EmptyOfLinked.class);
  }

  /** One producer, one consumer. */
  public abstract static class Single {
    final BoundedQueue<Integer> queue;

    Single(BoundedQueue<Integer> queue) {
      this.queue = queue;
    }

    @Operation(nonParallelGroup = "producer")
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation(nonParallelGroup = "consumer")
    public Integer poll() {
      return queue.poll();
    }

    @Operation(nonParallelGroup = "consumer")
    public Integer peek() {
      return queue.peek();
    }

    @Operation(nonParallelGroup = "producer")
    public void close() {
      queue.close();
    }
  }

  public static class SpscOfOne extends Single {
    public SpscOfOne() {
      super(new SpscRing<>(1, -2));
    }
  }

  public static class SpscOfThree extends Single {
    public SpscOfThree() {
      super(new SpscRing<>(3, Long.MAX_VALUE - 1));
    }
  }

  public static class LongSpscOfOne extends Single {
    public LongSpscOfOne() {
      super(new Boxed(new LongSpscRing(1, -2)));
    }
  }

  public static class LongSpscOfThree extends Single {
    public LongSpscOfThree() {
      super(new Boxed(new LongSpscRing(3, Long.MAX_VALUE - 1)));
    }
  }

  /** Any producer, one consumer. */
  public abstract static class ManyToOne {
    final BoundedQueue<Integer> queue;

    ManyToOne(BoundedQueue<Integer> queue) {
      this.queue = queue;
    }

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation(nonParallelGroup = "consumer")
    public Integer poll() {
      return queue.poll();
    }

    @Operation(nonParallelGroup = "consumer")
    public Integer peek() {
      return queue.peek();
    }

    @Operation
    public void close() {
      queue.close();
    }
  }

  public static class MpscOfOne extends ManyToOne {
    public MpscOfOne() {
      super(new MpscRing<>(1, -2));
    }
  }

  public static class MpscOfThree extends ManyToOne {
    public MpscOfThree() {
      super(new MpscRing<>(3, (1L << 62) - 2));
    }
  }

  public static class Chain {
    private final MpscChain<Integer> queue = new MpscChain<>();

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation(nonParallelGroup = "consumer")
    public Integer poll() {
      return queue.poll();
    }

    @Operation(nonParallelGroup = "consumer")
    public Integer peek() {
      return queue.peek();
    }
  }

  /** Unbounded, any producer, any consumer. */
  public abstract static class Unbounded {
    final Queue<Integer> queue;

    Unbounded(Queue<Integer> queue) {
      this.queue = queue;
    }

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation
    public Integer poll() {
      return queue.poll();
    }

    @Operation
    public Integer peek() {
      return queue.peek();
    }
  }

  public static class Linked extends Unbounded {
    public Linked() {
      super(new MichaelScottQueue<>());
    }
  }

  public static class ChunkedByOne extends Unbounded {
    public ChunkedByOne() {
      super(new ChunkedQueue<>(1));
    }
  }

  public static class ChunkedByTwo extends Unbounded {
    public ChunkedByTwo() {
      super(new ChunkedQueue<>(2));
    }
  }

  public static class EmptySpec extends QueueSpecs.UnboundedSpec {
    public boolean isEmpty() {
      return peek() == null;
    }
  }

  public static class EmptyOfLinked extends Linked {
    @Operation
    public boolean isEmpty() {
      return queue.isEmpty();
    }
  }

  public static class StackSpec {
    private final ArrayDeque<Integer> stack = new ArrayDeque<>();

    public void push(int element) {
      stack.push(element);
    }

    public Integer pop() {
      return stack.poll();
    }

    public Integer peek() {
      return stack.peek();
    }
  }

  /** A stack, plain or not. */
  public abstract static class Stack {
    private final TreiberStack<Integer> stack;

    Stack(TreiberStack<Integer> stack) {
      this.stack = stack;
    }

    @Operation
    public void push(@Param(gen = IntGen.class) int element) {
      stack.push(element);
    }

    @Operation
    public Integer pop() {
      return stack.pop();
    }

    @Operation
    public Integer peek() {
      return stack.peek();
    }
  }

  public static class PlainStack extends Stack {
    public PlainStack() {
      super(new TreiberStack<>());
    }
  }

  public static class EliminatingStack extends Stack {
    public EliminatingStack() {
      super(TreiberStack.withOnePlace());
    }
  }
}
