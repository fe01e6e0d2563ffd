package dev.sojourn.results.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.RunFixture;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  /** The same cells, of which no histogram was ever made. */
  private static Cells bare(Histogram histogram) {
    Cells cells = Cells.of(histogram);
    Cells.Layout layout =
        new Cells.Layout(
            histogram.getLowestDiscernibleValue(),
            histogram.getHighestTrackableValue(),
            histogram.getNumberOfSignificantValueDigits());
    return Cells.of(layout, cells.values(), cells.upTo());
  }

  private static Histogram withZeros() {
    Histogram histogram = RunFixture.histogram(3, 5_000, 40_000);
    histogram.recordValueWithCount(0, 7);
    histogram.recordValue(3_600_000_000_000L);
    return histogram;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 1_000, 50_000})
  void theHistogramMadeOfCellsIsTheOneTheyAreOf(int count) {
    Histogram histogram = RunFixture.histogram(7, count, 30_000);

    Histogram made = bare(histogram).histogram();

    assertThat(made).isEqualTo(histogram);
    assertThat(made.getMinNonZeroValue()).isEqualTo(histogram.getMinNonZeroValue());
    assertThat(made.getMaxValue()).isEqualTo(histogram.getMaxValue());
    assertThat(made.getHighestTrackableValue()).isEqualTo(histogram.getHighestTrackableValue());
    assertThat(made.getMean()).isEqualTo(histogram.getMean());
    assertThat(bare(histogram).total()).isEqualTo(count);
  }

  @Test
  void zerosAndHoursAreKept() {
    assertThat(bare(withZeros()).histogram()).isEqualTo(withZeros());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void addingCellsIsAddingTheHistogram(int digits) {
    Histogram other = new Histogram(60_000_000_000L, digits);
    LongStream.of(0, 5, 2_047, 2_048, 2_049, 123_456_789).forEach(other::recordValue);
    Histogram expected = withZeros();
    expected.add(other);
    Histogram sum = withZeros();

    bare(other).addTo(sum);

    assertThat(sum).isEqualTo(expected);
  }

  @Test
  void equalCountsAreEqual() {
    Histogram histogram = withZeros();
    Histogram more = withZeros();
    more.recordValue(5);

    assertThat(Cells.of(histogram))
        .isEqualTo(bare(histogram))
        .hasSameHashCodeAs(bare(histogram))
        .isNotEqualTo(Cells.of(more));
    assertThat(Cells.of(new Histogram(2))).isNotEqualTo(Cells.of(new Histogram(3)));
  }

  @Test
  void arraysAreTheCallersOwn() {
    Cells cells = bare(withZeros());

    Arrays.fill(cells.values(), 0);
    Arrays.fill(cells.upTo(), 0);

    assertThat(cells).isEqualTo(Cells.of(withZeros()));
  }

  @Test
  void cellsThatDoNotRiseAreRefused() {
    Cells.Layout layout = new Cells.Layout(1, 1_000, 3);

    for (long[][] wrong :
        new long[][][] {
          {{1, 2}, {1}}, {{2, 2}, {1, 2}}, {{1, 2}, {2, 2}}, {{-1}, {1}}, {{1}, {0}}
        }) {
      assertThatThrownBy(() -> Cells.of(layout, wrong[0], wrong[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must rise");
    }
  }
}
