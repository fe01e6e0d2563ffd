package dev.sojourn.harness.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.harness.sound.MinimumBench;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.util.SampleBuffer;

/** Why latencies are recorded here, and not taken from JMH's mode SampleTime. */
class SampleTimeBiasTest {
  private static final int TEN_SECONDS = 10_000;
  private static final Percentage BAR = Percentage.withPercentage(0.2);

  /** The tail begins beyond p99.9, so that this quantile is one of the body's. */
  private static final Mixture RARELY_SLOW = new Mixture(0.0008);

  @ParameterizedTest
  @ValueSource(doubles = {0.0008, 0.00008, 0.02})
  void aRecordedQuantileIsTheTrueOne(double tailShare) {
    Mixture mixture = new Mixture(tailShare);
    Histogram histogram = TailSession.newHistogram();

    mixture.play(10_000_000, histogram::recordValue);

    for (double percentile : new double[] {50, 90, 99, 99.9, 99.99, 99.999}) {
      assertThat((double) histogram.getValueAtPercentile(percentile))
          .as("p%s of %s", percentile, mixture)
          .isCloseTo((double) mixture.played(percentile / 100, 10_000_000), BAR);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000000, 2", "20000000, 6"})
  void jmhMistakesTheTailForTheBodyOnceItHasHalvedItsCounts(long operations, int halvings) {
    Histogram histogram = TailSession.newHistogram();
    SampleTimeTwin jmh = new SampleTimeTwin(TEN_SECONDS, 12_345);

    RARELY_SLOW.play(
        operations,
        nanos -> {
          histogram.recordValue(nanos);
          jmh.offer(nanos);
        });

    double truth = RARELY_SLOW.played(0.999, operations);
    assertThat((double) histogram.getValueAtPercentile(99.9)).isCloseTo(truth, BAR);
    assertThat(jmh.percentile(99.9) / truth).isGreaterThan(50);
    assertThat(jmh.percentile(50))
        .isCloseTo((double) RARELY_SLOW.played(0.5, operations), within(2.0));
    assertThat(jmh.halvings()).isEqualTo(halvings);
  }

  @Test
  void jmhIsRightAsLongAsItHalvesNothing() {
    SampleTimeTwin jmh = new SampleTimeTwin(TEN_SECONDS, 12_345);

    RARELY_SLOW.play(200_000, jmh::offer);

    assertThat(jmh.halvings()).isZero();
    assertThat(jmh.percentile(99.9))
        .isCloseTo((double) RARELY_SLOW.played(0.999, 200_000), Percentage.withPercentage(1));
  }

  @Test
  void aCountOfOneIsNeverHalved() {
    SampleBuffer buffer = new SampleBuffer();
    for (int i = 0; i < 1 << 10; i++) {
      buffer.add(100);
    }
    buffer.add(5_000);

    for (int i = 0; i < 10; i++) {
      buffer.half();
    }

    assertThat(buffer.getStatistics(1).getN()).isEqualTo(2);
    assertThat(buffer.getStatistics(1).getMean()).isCloseTo((100 + 5_000) / 2.0, within(10.0));
  }

  /** A seed decides whether the even operations are the samples or the odd ones. */
  @ParameterizedTest
  @CsvSource({"12345, 100", "12346, 900"})
  void whatComesAtEvenIntervalsIsSampledTooOftenOrNever(int seed, double sampled) {
    SampleTimeTwin jmh = new SampleTimeTwin(10, seed);
    int kept = 10 * 20 + 2;

    for (int i = 0; i < 100_000; i++) {
      jmh.offer(i < kept ? 1 : i % 2 == 0 ? 100 : 900);
    }

    assertThat(jmh.halvings()).isEqualTo(8);
    assertThat(jmh.percentile(50)).isEqualTo(sampled);
    assertThat(jmh.percentile(100)).isEqualTo(sampled);
  }

  /**
   * The rule of the generated code, as far as it can be seen from outside: the rate of sampling is
   * handed to a static method as a number, so the method cannot hand it on to the next iteration.
   */
  @Test
  void theGeneratedCodeForgetsItsRateBetweenIterations() throws ClassNotFoundException {
    String generated =
        MinimumBench.class.getPackageName() + ".jmh_generated.MinimumBench_queue_jmhTest";
    Method stub =
        Arrays.stream(Class.forName(generated).getDeclaredMethods())
            .filter(method -> method.getName().equals("queue_sample_jmhStub"))
            .findFirst()
            .orElseThrow();

    assertThat(Modifier.isStatic(stub.getModifiers())).isTrue();
    assertThat(stub.getParameterTypes()).contains(SampleBuffer.class, int.class);
  }
}
