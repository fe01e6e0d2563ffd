package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.ForkConditions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/** Plays JMH's part. */
class NoiseProfilerTest {
  private static final String CANARY = "sojourn.fact." + ForkConditions.CANARY_ALU;
  private static final String COLLECTIONS = "sojourn.fact." + ForkConditions.GC_COUNT;

  private final NoiseProfiler profiler = new NoiseProfiler("16384,65536,1048576");

  private List<String> iteration(IterationType type) {
    profiler.begin(type);
    return profiler.end().stream().map(ScalarResult::getLabel).toList();
  }

  @Test
  void canariesAreReportedOnceAndOnlyMeasuredIterationsSpeak() {
    assertThat(iteration(IterationType.WARMUP)).isEmpty();
    assertThat(iteration(IterationType.MEASUREMENT)).contains(CANARY, COLLECTIONS);
    assertThat(iteration(IterationType.MEASUREMENT)).contains(COLLECTIONS).doesNotContain(CANARY);
  }

  @Test
  void collectionsOfAnIterationAreCounted() {
    profiler.begin(IterationType.MEASUREMENT);
    System.gc();

    assertThat(profiler.end())
        .filteredOn(result -> result.getLabel().equals(COLLECTIONS))
        .singleElement()
        .satisfies(result -> assertThat(result.getScore()).isPositive());
  }

  @Test
  void labelsNeedNoEscaping() {
    assertThat(iteration(IterationType.MEASUREMENT))
        .isNotEmpty()
        .allMatch(label -> label.matches("[A-Za-z0-9._:-]+"));
  }
}
