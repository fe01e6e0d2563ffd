package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.ForkConditions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoidRulesTest {
  @ParameterizedTest
  @CsvSource({
    ForkConditions.STEAL_SHARE + ", 0.01, 0.0101",
    ForkConditions.PRESSURE_SHARE + ", 0.30, 0.3001",
    ForkConditions.HICCUP_MAX + ", 1e8, 1.001e8"
  })
  void onlyWhatExceedsItsLimitIsABreach(String fact, double allowed, double tooMuch) {
    assertThat(VoidRules.breach(Map.of(fact, allowed))).isEmpty();
    assertThat(VoidRules.breach(Map.of(fact, tooMuch))).isPresent();
  }

  @Test
  void theBreachSaysHowMuch() {
    assertThat(VoidRules.breach(Map.of(ForkConditions.PRESSURE_SHARE, 0.456)))
        .contains("tasks waited for a processor 46 % of the time");
    assertThat(VoidRules.breach(Map.of(ForkConditions.HICCUP_MAX, 250e6)))
        .contains("an idle process was held up for 250 ms");
  }

  @Test
  void whatTheMachineDoesNotTellIsNotHeldAgainstAFork() {
    assertThat(VoidRules.breach(Map.of())).isEmpty();
  }
}
