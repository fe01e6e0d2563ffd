package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small grammars of the command line: weeks, parameter values, near names. */
final class WordsTest {
  @ParameterizedTest
  @CsvSource({"17,17,17", "17-20,17,20", "' 1 - 48 ',1,48", "48-48,48,48"})
  void weekRangesAreRead(String text, int first, int last) {
    WeekRange range = WeekRange.parse(text);

    assertThat(range).isEqualTo(new WeekRange(first, last));
    assertThat(WeekRange.parse(range.toString())).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "49,48", "123456789,48", "20-17,17-20", "0-99,1-48", "40-49,40-48"})
  void weeksOutsideTheCurriculumAreRefusedWithTheNearest(String text, String nearest) {
    assertThatThrownBy(() -> WeekRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(", was " + text + "; nearest: " + nearest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1-", "-3", "1-2-3", "1.5", "99999999999"})
  void anythingElseIsNoWeek(String text) {
    assertThatThrownBy(() -> WeekRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void rangeContainsItsEndsAndNothingBeyond() {
    WeekRange range = new WeekRange(17, 20);

    assertThat(List.of(16, 17, 20, 21)).filteredOn(range::contains).containsExactly(17, 20);
  }

  @Test
  void parameterValuesAreRead() {
    assertThat(Where.parse("")).isEmpty();
    assertThat(Where.parse(" size = 10 , keys=a=b")).isEqualTo(Map.of("size", "10", "keys", "a=b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"size", "size=", "=1", "a=1,", "a=1,a=2"})
  void unreadableParameterValuesAreRefused(String text) {
    assertThatThrownBy(() -> Where.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void undeclaredParameterValuesAreRefused() {
    TreeMap<String, List<String>> declared = new TreeMap<>(Map.of("size", List.of("1", "2")));

    assertThat(Where.parse("size=2", declared)).isEqualTo(Map.of("size", "2"));
    assertThatThrownBy(() -> Where.parse("size=3", declared)).hasMessageContaining("[1, 2]");
    assertThatThrownBy(() -> Where.parse("sise=1", declared)).hasMessageContaining("[size]");
  }

  @ParameterizedTest
  @CsvSource({"'','',0", "abc,abc,0", "'',abc,3", "kitten,sitting,3", "flaw,lawn,2", "ab,ba,2"})
  void distanceIsLevenshteins(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void nearestNamesComeFirstAndFarOnesNotAtAll() {
    List<String> names = List.of("HeapHoldBench", "HeapMergeBench", "TrieLookupBench");

    assertThat(Nearest.of("HeapHoldBnech", names)).startsWith("HeapHoldBench");
    assertThat(Nearest.of("heap", names))
        .containsExactlyInAnyOrder("HeapHoldBench", "HeapMergeBench");
    assertThat(Nearest.of("quantum", names)).isEmpty();
    assertThat(Nearest.hint("TrieLokupBench", names)).isEqualTo("; nearest: TrieLookupBench");
    assertThat(Nearest.hint("quantum", names)).isEmpty();
  }

  @Test
  void atAnyDistanceThereIsAlwaysANearestName() {
    List<String> names = List.of("HeapHoldBench", "TrieLookupBench", "LoopbackEchoBench", "Zoo");

    assertThat(Nearest.atAnyDistance("HOLD", names)).startsWith("Zoo", "HeapHoldBench");
    assertThat(Nearest.atAnyDistance("HeapHoldBnech", names)).startsWith("HeapHoldBench");
    assertThat(Nearest.atAnyDistance("quantum", names)).hasSize(3);
    assertThat(Nearest.atAnyDistance("quantum", List.of())).isEmpty();
  }
}
