package dev.sojourn.results.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationArmTest {
  private static final Arm PLAIN = Arm.of("x.HeapBench", "ours", Map.of("size", "1000"));

  @Test
  void aSlowedArmIsAnOrdinaryOneWithAParameterMore() {
    CalibrationArm slowed = CalibrationArm.slowed(PLAIN, 5);

    assertThat(slowed.arm().params()).isEqualTo(Map.of("size", "1000", "calibrate", "+5%"));
    assertThat(slowed.slowdown()).isEqualTo(0.05);
    assertThat(slowed.identical()).isFalse();
  }

  @Test
  void aLetterIsTheSameCode() {
    CalibrationArm letter = CalibrationArm.identical(PLAIN, 'B');

    assertThat(letter.identical()).isTrue();
    assertThat(letter.slowdown()).isZero();
    assertThat(letter.variant()).isEqualTo("B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "C", "+2%", "+10%", "+100%"})
  void whatIsReadIsWhatWasMade(String variant) {
    CalibrationArm made = new CalibrationArm(PLAIN, variant);

    assertThat(CalibrationArm.of(made.arm())).contains(made);
    assertThat(CalibrationArm.plain(made.arm().params())).isEqualTo(PLAIN.params());
  }

  @Test
  void anOrdinaryArmIsNone() {
    assertThat(CalibrationArm.of(PLAIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "AB", "5%", "+5", "-5%", "+5.5%"})
  void otherVariantsAreRefused(String variant) {
    assertThatThrownBy(() -> new CalibrationArm(PLAIN, variant))
        .hasMessageContaining("try A or +5%");
  }
}
