package dev.sojourn.harness.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Tail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramResultTest {
  private static Histogram random(long seed, int count, int scale) {
    Random random = new Random(seed);
    Histogram histogram = TailSession.newHistogram();
    for (int i = 0; i < count; i++) {
      histogram.recordValue((long) (scale * Math.exp(2 * random.nextGaussian())));
    }
    return histogram;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void aQuantileOfTheSumIsThatOfTheUnionAndNoAverage(long seed) {
    Histogram fast = random(seed, 9_000, 100);
    Histogram slow = random(seed + 1, 1_000, 50_000);
    Histogram union = TailSession.newHistogram();
    union.add(fast);
    union.add(slow);
    var results =
        List.of(HistogramResult.of(Tail.LATENCY, fast), HistogramResult.of(Tail.LATENCY, slow));

    Histogram byThread = results.getFirst().getThreadAggregator().aggregate(results).histogram();
    Histogram byIteration =
        results.getFirst().getIterationAggregator().aggregate(results).histogram();

    assertThat(byThread).as("seed %d", seed).isEqualTo(union);
    assertThat(byIteration).as("seed %d", seed).isEqualTo(union);
    double average = (fast.getValueAtPercentile(99) + slow.getValueAtPercentile(99)) / 2.0;
    assertThat((double) byIteration.getValueAtPercentile(99)).isNotEqualTo(average);
  }

  @Test
  void countsSurviveTheJourneyOutOfTheFork() throws IOException, ClassNotFoundException {
    Histogram histogram = random(3, 10_000, 1_000);
    histogram.recordValue(TailSession.HIGHEST_NANOS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(HistogramResult.of(Tail.LATENCY, histogram));
    }

    HistogramResult arrived;
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      arrived = (HistogramResult) in.readObject();
    }

    assertThat(arrived.histogram()).isEqualTo(histogram);
    assertThat(arrived.view()).isEqualTo(Tail.LATENCY);
    assertThat(bytes.size()).isLessThan(40_000);
  }

  @Test
  void anIterationWithoutCountsChangesNothing() {
    HistogramResult result = HistogramResult.of(Tail.LATENCY, random(5, 1_000, 100));

    HistogramResult sum = HistogramResult.merge(List.of(result, result.getZeroResult()));

    assertThat(sum.histogram()).isEqualTo(result.histogram());
  }

  @Test
  void labelsNeedNoEscaping() {
    HistogramResult result = HistogramResult.of(Tail.LATENCY, random(5, 1_000, 100));

    assertThat(result.getLabel()).matches("[A-Za-z0-9._:-]+");
    assertThat(result.getDerivativeResults())
        .hasSize(4)
        .allSatisfy(derived -> assertThat(derived.getLabel()).matches("[A-Za-z0-9._:-]+"));
  }
}
