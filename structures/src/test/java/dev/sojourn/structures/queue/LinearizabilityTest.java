package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lincheck runs small scenarios of two threads under many schedules and looks for an order of their
 * operations that explains every answer. It assumes sequential consistency, so it cannot miss an
 * acquire or a release: {@code QueueStressTest} and the review of the code stand for those.
 */
class LinearizabilityTest {
  /** Scenarios for each structure; {@code -Dsojourn.scenarios=30} looks harder. */
  private static final int ITERATIONS = Integer.getInteger("sojourn.scenarios", 4);

  private static final int SCHEDULES = 25 * ITERATIONS;

  /** More turns of a loop than any bounded wait takes; more is taken for a hang. */
  private static final int SPINS = 200;

  @ParameterizedTest
  @ValueSource(
      classes = {SpscOfOne.class, SpscOfThree.class, LongSpscOfOne.class, LongSpscOfThree.class})
  void oneProducerOneConsumer(Class<?> type) {
    check(type, type.getSimpleName().endsWith("One") ? SpecOfOne.class : SpecOfThree.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {MpscOfOne.class, MpscOfThree.class})
  void manyProducersOneConsumer(Class<?> type) {
    check(type, type.getSimpleName().endsWith("One") ? SpecOfOne.class : SpecOfThree.class);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {MpmcOfOne.class, MpmcOfThree.class, LongMpmcOfOne.class, LongMpmcOfThree.class})
  void manyProducersManyConsumers(Class<?> type) {
    check(type, type.getSimpleName().endsWith("One") ? SpecOfOne.class : SpecOfThree.class);
  }

  /** Where the capacity is the whole lap, "full" too is told by the slot alone. */
  @Test
  void manyProducersManyConsumersOfAWholeLap() {
    check(MpmcOfTwo.class, SpecOfTwo.class);
  }

  /** Fewer kinds of operations make more scenarios of full and empty queues. */
  @Test
  void offersAndPollsOfAWholeLap() {
    options().sequentialSpecification(SpecOfTwo.class).check(OffersAndPolls.class);
  }

  /** Answers of "full" and "empty" that are given while two others are stopped half way. */
  @Test
  void fullAndEmptyBesideTwoStoppedThreads() {
    threeThreads()
        .addCustomScenario(scenario(OffersAndPolls.class, "o", List.of("o", "o", "pp")))
        .addCustomScenario(scenario(OffersAndPolls.class, "o", List.of("p", "p", "oo")))
        .sequentialSpecification(SpecOfTwo.class)
        .check(OffersAndPolls.class);
  }

  /** The same of a capacity below the lap. */
  @Test
  void fullAndEmptyOfThreeBesideTwoStoppedThreads() {
    threeThreads()
        .addCustomScenario(scenario(MpmcOfThree.class, "oo", List.of("o", "o", "ppp")))
        .addCustomScenario(scenario(MpmcOfThree.class, "oo", List.of("p", "p", "ooo")))
        .sequentialSpecification(SpecOfThree.class)
        .check(MpmcOfThree.class);
  }

  private static ModelCheckingOptions threeThreads() {
    return options().iterations(0).threads(3).invocationsPerIteration(8 * SCHEDULES);
  }

  /** Offers of 1, 2, 3 ... and polls, by their first letters. */
  private static ExecutionScenario scenario(Class<?> type, String before, List<String> threads) {
    AtomicInteger next = new AtomicInteger();
    return new ExecutionScenario(
        actors(type, before, next),
        threads.stream().map(thread -> actors(type, thread, next)).toList(),
        List.of(),
        null);
  }

  private static List<Actor> actors(Class<?> type, String letters, AtomicInteger next) {
    return letters
        .chars()
        .mapToObj(
            letter ->
                letter == 'o'
                    ? new Actor(method(type, "offer", int.class), List.of(next.incrementAndGet()))
                    : new Actor(method(type, "poll"), List.of()))
        .toList();
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Chain.class, Linked.class, ChunkedByOne.class, ChunkedByTwo.class})
  void unbounded(Class<?> type) {
    check(type, UnboundedSpec.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {PlainStack.class, EliminatingStack.class})
  void stacks(Class<?> type) {
    check(type, StackSpec.class);
  }

  /** A checker that does not see into the code passes everything. These it must refuse. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        RacyCounter.class,
        TwoConsumersOfOne.class,
        TwoProducersOfOne.class,
        HastyRing.class
      })
  void canariesAreCaught(Class<?> type) {
    assertThatThrownBy(() -> options().check(type))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  @Test
  void emptyIsExactForAnyone() {
    options().sequentialSpecification(EmptySpec.class).check(EmptyOfLinked.class);
  }

  private static void check(Class<?> type, Class<?> specification) {
    options().sequentialSpecification(specification).check(type);
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .iterations(ITERATIONS)
        .invocationsPerIteration(SCHEDULES)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(2)
        .loopBound(SPINS)
        .minimizeFailedScenario(false);
  }

  /** What a queue of a capacity should do. */
  public abstract static class Spec {
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    Spec(int capacity) {
      this.capacity = capacity;
    }

    public boolean offer(int element) {
      if (closed) {
        throw new IllegalStateException();
      }
      return queue.size() < capacity && queue.add(element);
    }

    public Integer poll() {
      return queue.poll();
    }

    public Integer peek() {
      return queue.peek();
    }

    public void close() {
      closed = true;
    }
  }

  public static class SpecOfOne extends Spec {
    public SpecOfOne() {
      super(1);
    }
  }

  public static class SpecOfTwo extends Spec {
    public SpecOfTwo() {
      super(2);
    }
  }

  public static class SpecOfThree extends Spec {
    public SpecOfThree() {
      super(3);
    }
  }

  public static class UnboundedSpec extends Spec {
    public UnboundedSpec() {
      super(Integer.MAX_VALUE);
    }
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

  /** Any producer, any consumer. */
  public abstract static class ManyToMany {
    final BoundedQueue<Integer> queue;

    ManyToMany(BoundedQueue<Integer> queue) {
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

    @Operation
    public void close() {
      queue.close();
    }
  }

  public static class MpmcOfOne extends ManyToMany {
    public MpmcOfOne() {
      super(new MpmcRing<>(1, -2));
    }
  }

  public static class MpmcOfTwo extends ManyToMany {
    public MpmcOfTwo() {
      super(new MpmcRing<>(2, -2));
    }
  }

  public static class OffersAndPolls {
    private final MpmcRing<Integer> queue = new MpmcRing<>(2, -2);

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation
    public Integer poll() {
      return queue.poll();
    }
  }

  public static class MpmcOfThree extends ManyToMany {
    public MpmcOfThree() {
      super(new MpmcRing<>(3, (1L << 62) - 2));
    }
  }

  public static class LongMpmcOfOne extends ManyToMany {
    public LongMpmcOfOne() {
      super(new Boxed(new LongMpmcRing(1, -2)));
    }
  }

  public static class LongMpmcOfThree extends ManyToMany {
    public LongMpmcOfThree() {
      super(new Boxed(new LongMpmcRing(3, (1L << 62) - 2)));
    }
  }

  /** A ring that takes an unfilled slot for an empty queue, as {@link MpmcRing} may not. */
  public static class HastyRing {
    private final AtomicLong tail = new AtomicLong();
    private final AtomicLong head = new AtomicLong();
    private final AtomicIntegerArray slots = new AtomicIntegerArray(16);

    @Operation
    public void offer() {
      slots.set((int) tail.getAndIncrement(), 1);
    }

    @Operation
    public boolean poll() {
      long at = head.get();
      return slots.get((int) at) != 0 && head.compareAndSet(at, at + 1);
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

  public static class EmptySpec extends UnboundedSpec {
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

  public static class RacyCounter {
    private int value;

    @Operation
    public int increment() {
      return ++value;
    }
  }

  /** The wrong use of a ring for one consumer. */
  public static class TwoConsumersOfOne {
    private final SpscRing<Integer> queue = new SpscRing<>(4);

    @Operation(nonParallelGroup = "producer")
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation
    public Integer poll() {
      return queue.poll();
    }
  }

  /** The wrong use of a ring for one producer. */
  public static class TwoProducersOfOne {
    private final LongSpscRing queue = new LongSpscRing(4);

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation(nonParallelGroup = "consumer")
    public long poll() {
      return queue.poll(Long.MIN_VALUE);
    }
  }
}
