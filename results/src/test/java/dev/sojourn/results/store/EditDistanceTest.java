package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({"'','',0", "abc,'',3", "'',abc,3", "kitten,sitting,3", "flaw,lawn,2", "same,same,0"})
  void countsTheFewestChanges(String a, String b, int expected) {
    assertThat(EditDistance.between(a, b)).isEqualTo(expected);
  }

  @Test
  void nearestComeFirstAndCaseIsNoDifference() {
    assertThat(EditDistance.nearest("Before", List.of("after", "before", "befor", "before"), 2))
        .containsExactly("before", "befor");
  }
}
