package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StableDaryHeapTest {
  private static final int STEPS = 3_000;
  private static final Comparator<Job> BY_RANK = Comparator.comparingInt(Job::rank);

  private record Job(int rank, int number) {}

  static Stream<Arguments> arityAndSeed() {
    return HeapCases.ARITIES.stream()
        .flatMap(arity -> Stream.of(13L, 99L).map(seed -> Arguments.of(arity, seed)));
  }

  @ParameterizedTest
  @MethodSource("arityAndSeed")
  void behavesLikePriorityQueueThatComparesNumbersToo(int arity, long seed) {
    StableDaryHeap<Job> heap = StableDaryHeap.withArity(arity, BY_RANK);
    var model = new PriorityQueue<Job>(BY_RANK.thenComparingInt(Job::number));
    var random = new SplittableRandom(seed);

    for (int step = 0; step < STEPS; step++) {
      String where = "arity %d, seed %d, step %d".formatted(arity, seed, step);
      Job job = new Job(random.nextInt(6), 50 * step);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> assertThat(heap.offer(job)).isEqualTo(model.offer(job));
        case 3 -> {
          List<Job> jobs = jobsFrom(job, random.nextInt(30));
          assertThat(heap.addAll(jobs)).as(where).isEqualTo(model.addAll(jobs));
        }
        case 4 -> {
          model.add(job);
          assertThat(heap.pushPop(job)).as(where).isEqualTo(model.remove());
        }
        case 5 -> {
          if (!model.isEmpty()) {
            assertThat(heap.replaceTop(job)).as(where).isEqualTo(model.remove());
            model.add(job);
          }
        }
        case 6 -> {
          List<Job> taken = new ArrayList<>();
          int count = heap.drainTo(taken, random.nextInt(20));
          assertThat(taken).as(where).hasSize(count).isEqualTo(takeFrom(model, count));
        }
        default -> assertThat(heap.poll()).as(where).isEqualTo(model.poll());
      }
      assertThat(heap.peek()).as(where).isEqualTo(model.peek());
      assertThat(heap.verify()).as(where).isEmpty();
    }
    int left = model.size();
    List<Job> expected = takeFrom(model, left);
    assertThat(heap.topK(left)).isEqualTo(expected);
    List<Job> seen = new ArrayList<>();
    heap.sortedIterator().forEachRemaining(seen::add);
    assertThat(seen).isEqualTo(expected);
    assertThat(heap).hasSize(left);
  }

  private static List<Job> jobsFrom(Job first, int count) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(new Job((first.rank() + i) % 6, first.number() + i));
    }
    return jobs;
  }

  private static List<Job> takeFrom(PriorityQueue<Job> model, int count) {
    List<Job> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(model.remove());
    }
    return taken;
  }

  @Test
  void equalElementsBuiltInBulkComeOutAsTheyWent() {
    for (int arity : HeapCases.ARITIES) {
      for (int size = 0; size <= HeapCases.LARGEST_SMALL_SIZE; size += 7) {
        StableDaryHeap<Job> heap = StableDaryHeap.withArity(arity, BY_RANK);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          jobs.add(new Job(1, i));
        }

        heap.addAll(jobs);

        assertThat(heap.topK(size)).as("arity %d, size %d", arity, size).isEqualTo(jobs);
      }
    }
  }

  @Test
  void mergedElementsComeAfterTheirEqualsInTheOrderTheyHad() {
    StableDaryHeap<Job> heap = new StableDaryHeap<>(BY_RANK);
    StableDaryHeap<Job> other = new StableDaryHeap<>(BY_RANK);
    heap.add(new Job(1, 100));
    heap.add(new Job(1, 101));
    for (int i = 0; i < 20; i++) {
      other.add(new Job(i % 2, i));
    }

    heap.merge(other);

    assertThat(other).isEmpty();
    List<Job> all = heap.topK(99);
    assertThat(all.subList(0, 10)).extracting(Job::number).isEqualTo(evensFrom(0));
    assertThat(all.subList(10, 12)).extracting(Job::number).containsExactly(100, 101);
    assertThat(all.subList(12, 22)).extracting(Job::number).isEqualTo(evensFrom(1));
  }

  private static List<Integer> evensFrom(int first) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = first; i < 20; i += 2) {
      numbers.add(i);
    }
    return numbers;
  }
}
