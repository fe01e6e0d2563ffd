package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiccupCountsTest {
  private static Histogram random(Random random) {
    Histogram histogram = HiccupCounts.none();
    for (int i = 0; i < 2_000; i++) {
      histogram.recordValue((long) (50_000 * Math.exp(3 * random.nextGaussian())));
    }
    return histogram;
  }

  @Test
  void countsSurviveTheJourney() {
    Histogram histogram = random(new Random(3));
    histogram.recordValue(HiccupCounts.HIGHEST_NANOS);

    assertThat(HiccupCounts.parse(HiccupCounts.text(histogram))).hasValue(histogram);
    assertThat(HiccupCounts.text(histogram)).doesNotContain("\n").hasSizeLessThan(20_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void damagedTextIsRefusedAndNeverThrows(long seed) {
    Random random = new Random(seed);
    String text = HiccupCounts.text(random(random));

    for (int i = 0; i < 200; i++) {
      assertThat(HiccupCounts.parse(text.substring(0, random.nextInt(text.length())))).isEmpty();
      HiccupCounts.parse(withOneCharacterChanged(text, random));
    }
    assertThat(HiccupCounts.parse("")).isEmpty();
    assertThat(HiccupCounts.parse("ünïcode \0 ...")).isEmpty();
  }

  private static String withOneCharacterChanged(String text, Random random) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + (char) (32 + random.nextInt(95)) + text.substring(at + 1);
  }
}
