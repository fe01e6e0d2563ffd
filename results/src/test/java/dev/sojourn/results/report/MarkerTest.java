package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A zoomed plot keeps each shape about the middle of its box, which must be its point. */
class MarkerTest {
  private static final Pattern CORNER = Pattern.compile("[ML](\\S+) ([^A-Zz]+)");

  @ParameterizedTest
  @EnumSource(names = {"SQUARE", "TRIANGLE", "DIAMOND", "CROSS", "LEFT", "RIGHT"})
  void theMiddleOfAShapeIsItsPoint(Marker marker) {
    DoubleSummaryStatistics x = new DoubleSummaryStatistics();
    DoubleSummaryStatistics y = new DoubleSummaryStatistics();
    CORNER
        .matcher(marker.path(100, 50, 3.6, String::valueOf))
        .results()
        .forEach(
            corner -> {
              x.accept(Double.parseDouble(corner.group(1)));
              y.accept(Double.parseDouble(corner.group(2)));
            });

    assertThat(x.getCount()).isGreaterThan(2);
    assertThat((x.getMin() + x.getMax()) / 2).isCloseTo(100, within(1e-9));
    assertThat((y.getMin() + y.getMax()) / 2).isCloseTo(50, within(1e-9));
  }
}
