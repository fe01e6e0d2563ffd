package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration.StudyNoise;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightTest {
  private static final StudyNoise NOISE =
      new StudyNoise(Arm.of("x.HeapBench", "ours", Map.of()), 0.03, 0.005, 0.04, 16);

  @Test
  void asManyPairsAsTheCalibrationHadSeeWhatItSaw() {
    assertThat(Sight.smallestEffect(NOISE, 16)).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void morePairsSeeSmallerEffectsButNoneBelowTheMargin() {
    double last = Double.POSITIVE_INFINITY;
    for (int pairs : new int[] {6, 8, 16, 24, 40, 100_000}) {
      double effect = Sight.smallestEffect(NOISE, pairs);
      assertThat(effect).isLessThan(last).isGreaterThan(0.01);
      last = effect;
    }
  }

  @Test
  void nothingBelowAWideFloorIsEverSeen() {
    StudyNoise noisy = new StudyNoise(NOISE.arm(), 0.12, 0.022, 0.149, 16);

    assertThat(Sight.smallestEffect(noisy, 16)).isCloseTo(0.149, within(1e-12));
    assertThat(Sight.smallestEffect(noisy, 1_000_000)).isGreaterThan(0.022);
    assertThat(Sight.smallestEffect(noisy, 8)).isGreaterThan(0.2);
  }

  @Test
  void fewerPairsThanAnIntervalNeedsSeeNothing() {
    assertThat(Sight.smallestEffect(NOISE, 5)).isInfinite();
  }
}
