package dev.sojourn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.agrona.concurrent.QueuedPipe;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.MpscLinkedQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jctools.queues.SpscLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Queues of JCTools and Agrona against {@link ArrayDeque}, in one thread: what threads see of each
 * other is not looked at here. Agrona reaches into the JDK, which the build allows it for tests.
 */
class PeerQueuesTest {
  private static final int SEEDS = 5;
  private static final int STEPS = 4_000;
  private static final String UNSUPPORTED = "UnsupportedOperationException";

  private record Kind(String name, IntFunction<Queue<Integer>> ofCapacity) {}

  private static Stream<Kind> bounded() {
    return Stream.of(
        new Kind("SpscArrayQueue", SpscArrayQueue::new),
        new Kind("MpscArrayQueue", MpscArrayQueue::new),
        new Kind("MpmcArrayQueue", MpmcArrayQueue::new),
        new Kind("OneToOneConcurrentArrayQueue", OneToOneConcurrentArrayQueue::new),
        new Kind("ManyToOneConcurrentArrayQueue", ManyToOneConcurrentArrayQueue::new),
        new Kind("ManyToManyConcurrentArrayQueue", ManyToManyConcurrentArrayQueue::new));
  }

  static Stream<Trial> trials() {
    Stream<Kind> unbounded =
        Stream.of(
            new Kind("SpscLinkedQueue", capacity -> new SpscLinkedQueue<>()),
            new Kind("MpscLinkedQueue", capacity -> new MpscLinkedQueue<>()));
    return Stream.of(
            Stream.concat(bounded(), unbounded)
                .map(k -> Trial.sound(k.name(), "offer, poll, peek, size", () -> replay(k))),
            bounded().map(k -> capacity(k, 3, "was: 4")),
            bounded().map(k -> capacity(k, 1, withOne(k))),
            bounded()
                .map(
                    k ->
                        isOfAgrona(k)
                            ? Trial.flawed(k.name(), "iterator", UNSUPPORTED, () -> iterates(k))
                            : Trial.sound(k.name(), "iterator", () -> iterates(k))),
            bounded()
                .map(k -> Trial.flawed(k.name(), "remove(Object)", UNSUPPORTED, () -> removes(k))),
            bounded()
                .map(
                    k ->
                        Trial.sound(
                            k.name(), "drain to a consumer that throws", () -> drainThrows(k))))
        .flatMap(s -> s);
  }

  private static boolean isOfAgrona(Kind kind) {
    return kind.name().endsWith("ConcurrentArrayQueue");
  }

  /** What comes of a capacity of one, where it is not one. */
  private static String withOne(Kind kind) {
    return switch (kind.name()) {
      case "SpscArrayQueue" -> "was: 4";
      case "MpmcArrayQueue", "ManyToManyConcurrentArrayQueue" -> "IllegalArgumentException";
      default -> "sound";
    };
  }

  private static Trial capacity(Kind kind, int capacity, String known) {
    return Trial.flawed(
        kind.name(), "a capacity of " + capacity, known, () -> exactCapacity(kind, capacity));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void peersDoWhatTheyAreKnownToDo(Trial trial) {
    trial.check();
  }

  private static void replay(Kind kind) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int capacity = 4 << seed;
      Queue<Integer> queue = kind.ofCapacity().apply(capacity);
      boolean linked = kind.name().contains("Linked");
      ArrayDeque<Integer> model = new ArrayDeque<>();
      for (int step = 0; step < STEPS; step++) {
        String where = "capacity " + capacity + ", step " + step;
        if (random.nextInt(100) < (step / 100 % 2 == 0 ? 60 : 40)) {
          boolean room = linked || model.size() < capacity;
          assertThat(queue.offer(step)).as(where).isEqualTo(room);
          if (room) {
            model.add(step);
          }
        } else {
          assertThat(queue.poll()).as(where).isEqualTo(model.poll());
        }
        assertThat(queue.peek()).as(where).isEqualTo(model.peek());
        assertThat(queue.size()).as(where).isEqualTo(model.size());
        assertThat(queue.isEmpty()).as(where).isEqualTo(model.isEmpty());
      }
    }
  }

  private static void exactCapacity(Kind kind, int capacity) {
    Queue<Integer> queue = kind.ofCapacity().apply(capacity);
    int taken = 0;
    while (taken < 100 && queue.offer(taken)) {
      taken++;
    }
    assertThat(taken).as("elements taken of capacity %d", capacity).isEqualTo(capacity);
  }

  private static Queue<Integer> ofThree(Kind kind) {
    Queue<Integer> queue = kind.ofCapacity().apply(4);
    for (int i = 0; i < 3; i++) {
      queue.offer(i);
    }
    return queue;
  }

  private static void iterates(Kind kind) {
    Queue<Integer> queue = ofThree(kind);
    assertThat(queue.iterator()).toIterable().containsExactly(0, 1, 2);
  }

  private static void removes(Kind kind) {
    Queue<Integer> queue = ofThree(kind);
    assertThat(queue.remove((Object) 1)).isTrue();
    assertThat(queue.poll()).isZero();
    assertThat(queue.poll()).isEqualTo(2);
  }

  /** The element that the consumer threw at is gone; the others follow in their order. */
  private static void drainThrows(Kind kind) {
    Queue<Integer> queue = ofThree(kind);
    assertThatThrownBy(() -> drainRefusing(queue)).hasMessage("refused");
    assertThat(queue.size()).as("size after").isEqualTo(2);
    assertThat(queue.poll()).as("the second").isEqualTo(1);
    assertThat(queue.offer(3)).isTrue();
    assertThat(queue.offer(4)).isTrue();
    assertThat(queue.offer(5)).isTrue();
    assertThat(queue.offer(6)).as("beyond the capacity").isFalse();
    for (int i = 2; i < 6; i++) {
      assertThat(queue.poll()).isEqualTo(i);
    }
    assertThat(queue.poll()).isNull();
  }

  @SuppressWarnings("unchecked")
  private static void drainRefusing(Queue<Integer> queue) {
    if (queue instanceof MessagePassingQueue<?> jctools) {
      jctools.drain(element -> refuse());
    } else {
      ((QueuedPipe<Integer>) queue).drain(element -> refuse());
    }
  }

  private static void refuse() {
    throw new IllegalStateException("refused");
  }
}
