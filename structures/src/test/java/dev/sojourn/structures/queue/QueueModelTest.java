package dev.sojourn.structures.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of one thread against {@link ArrayDeque}, over counters that wrap. */
class QueueModelTest {
  private static final int STEPS = 400;

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.queue.QueueCases#all")
  void behavesLikeArrayDequeOfItsCapacity(QueueCases.Case kind) {
    for (long seed : new long[] {1, 42}) {
      var queue = kind.create();
      var model = new ArrayDeque<Integer>();
      var random = new SplittableRandom(seed);
      for (int step = 0; step < STEPS; step++) {
        String where = "%s, seed %d, step %d".formatted(kind, seed, step);
        actOnBoth(queue, model, random, kind.capacity(), step, where);
        assertThat(queue.size()).as(where).isEqualTo(model.size());
        assertThat(queue.isEmpty()).as(where).isEqualTo(model.isEmpty());
        assertThat(queue.peek()).as(where).isEqualTo(model.peek());
        if (step % 8 == 0) {
          assertThat(QueueCases.verify(queue)).as(where).isEmpty();
        }
      }
    }
  }

  private static void actOnBoth(
      Queue<Integer> queue,
      ArrayDeque<Integer> model,
      SplittableRandom random,
      int capacity,
      int step,
      String where) {
    switch (random.nextInt(step % 100 < 50 ? 7 : 11)) {
      case 0, 1, 2, 3, 4 -> {
        boolean room = model.size() < capacity;
        assertThat(queue.offer(step)).as(where).isEqualTo(room);
        if (room) {
          model.add(step);
        }
      }
      case 5 -> {
        if (queue instanceof BoundedQueue<Integer> ring) {
          int limit = random.nextInt(5);
          List<Integer> drained = new ArrayList<>();
          assertThat(ring.drain(drained::add, limit)).as(where).isEqualTo(drained.size());
          assertThat(drained).as(where).hasSize(Math.min(limit, model.size()));
          drained.forEach(taken -> assertThat(taken).as(where).isEqualTo(model.poll()));
        }
      }
      default -> assertThat(queue.poll()).as(where).isEqualTo(model.poll());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 100})
  void batchesOfLongsBehaveLikeSingles(int capacity) {
    for (long start : QueueCases.STARTS) {
      for (LongRing ring :
          List.of(new LongSpscRing(capacity, start), new LongMpmcRing(capacity, start))) {
        var random = new SplittableRandom(7);
        var model = new ArrayDeque<Long>();
        for (int step = 0; step < 200; step++) {
          String where = "%s of %d from %d, step %d".formatted(ring, capacity, start, step);
          long[] values = random.longs(random.nextInt(12)).toArray();
          int added = ring.offerAll(values, 0, values.length);
          assertThat(added).as(where).isEqualTo(Math.min(values.length, capacity - model.size()));
          for (int i = 0; i < added; i++) {
            model.add(values[i]);
          }
          long[] target = new long[random.nextInt(12)];
          int taken = ring.drainTo(target, 0, target.length);
          assertThat(taken).as(where).isEqualTo(Math.min(target.length, model.size()));
          for (int i = 0; i < taken; i++) {
            assertThat(target[i]).as(where).isEqualTo(model.remove());
          }
          assertThat(ring.verify()).as(where).isEmpty();
        }
      }
    }
  }

  @Test
  void stackBehavesLikeArrayDeque() {
    for (TreiberStack<Integer> stack :
        List.of(new TreiberStack<Integer>(), TreiberStack.<Integer>withElimination())) {
      var model = new ArrayDeque<Integer>();
      var random = new SplittableRandom(3);
      for (int step = 0; step < 2_000; step++) {
        if (random.nextInt(9) < (step % 200 < 100 ? 6 : 3)) {
          stack.push(step);
          model.push(step);
        } else {
          assertThat(stack.pop()).as("step %d", step).isEqualTo(model.poll());
        }
        assertThat(stack.peek()).as("step %d", step).isEqualTo(model.peek());
        assertThat(stack.isEmpty()).isEqualTo(model.isEmpty());
      }
      assertThat(stack).containsExactlyElementsOf(model);
      assertThat(stack.size()).isEqualTo(model.size());
      assertThat(stack.verify()).isEmpty();
    }
  }
}
