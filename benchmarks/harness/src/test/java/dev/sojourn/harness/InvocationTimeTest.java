package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTimeTest {
  private static final Map<String, List<String>> DECLARED =
      Map.of("seconds", List.of("1", "30"), "keys", List.of("FEW", "MANY"), "idle", List.of("0"));

  @ParameterizedTest
  @CsvSource({
    "12, 12000",
    "seconds, 30000",
    "2*seconds, 60000",
    "0.5 * seconds * 3, 45000",
    "'', 0"
  })
  void isTheProductAtThePoint(String text, long millis) {
    InvocationTime time = InvocationTime.parse(text, DECLARED);

    assertThat(time.millis(Map.of("seconds", "30", "keys", "FEW"))).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"minutes", "keys", "2*", "*", "-1", "0", "idle", "NaN", "Infinity", "1e99"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> InvocationTime.parse(text, DECLARED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a number above 0")
        .hasMessageContaining("try 2*seconds");
  }

  @Test
  void aProductIsNeverLongerThanADay() {
    InvocationTime time = InvocationTime.parse("86400*86400", DECLARED);

    assertThat(time.millis(Map.of())).isEqualTo(86_400_000L);
  }
}
