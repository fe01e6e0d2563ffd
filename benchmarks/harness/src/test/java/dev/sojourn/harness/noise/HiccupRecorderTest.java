package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiccupRecorderTest {
  private static final long PERIOD = 1_000_000;

  /** The definition: whoever had begun to sleep during the delay would have met the rest of it. */
  private static void expect(Histogram expected, long hiccup) {
    expected.recordValue(hiccup);
    for (long rest = hiccup - PERIOD; rest >= PERIOD; rest -= PERIOD) {
      expected.recordValue(rest);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void countsEverySleepBeyondTheShortestAndWhatALongOneHid(long seed) {
    Random random = new Random(seed);
    HiccupRecorder recorder = new HiccupRecorder(PERIOD);
    Histogram expected = HiccupCounts.none();
    long shortest = Long.MAX_VALUE;

    for (int i = 0; i < 5_000; i++) {
      long slept = PERIOD + (long) (50_000 * Math.exp(2 * random.nextGaussian()));
      recorder.slept(slept);
      shortest = Math.min(shortest, slept);
      expect(expected, slept - shortest);
    }

    assertThat(recorder.counts()).as("seed %d", seed).isEqualTo(expected);
    assertThat(recorder.counts().getTotalCount()).isGreaterThan(5_000);
  }

  @Test
  void aNewIntervalKeepsTheShortestSleep() {
    HiccupRecorder recorder = new HiccupRecorder(PERIOD);
    recorder.slept(PERIOD);

    recorder.reset();
    recorder.slept(PERIOD + 500);

    assertThat(recorder.counts().getTotalCount()).isEqualTo(1);
    assertThat(recorder.counts().getMaxValue()).isEqualTo(500);
  }

  @Test
  void aNightOfSleepIsCountedAsAMinute() {
    HiccupRecorder recorder = new HiccupRecorder(PERIOD);
    recorder.slept(PERIOD);

    recorder.slept(8 * 3_600 * 1_000_000_000L);

    assertThat(recorder.counts().getMaxValue())
        .isEqualTo(recorder.counts().highestEquivalentValue(HiccupCounts.HIGHEST_NANOS));
  }
}
