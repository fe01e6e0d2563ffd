package dev.sojourn.results.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.RunFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  private static final long SEED = 20_261_201L;

  /** The same cells, of which no histogram was ever made. */
  private static Cells bare(Histogram histogram) {
    Cells cells = Cells.of(histogram);
    byte[] packed = cells.packed();
    byte[] among = new byte[packed.length + 5];
    System.arraycopy(packed, 0, among, 2, packed.length);
    return Cells.packed(cells.layout(), among, 2, 2 + packed.length, cells.size(), cells.total());
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
  void ranksAndSharesAreTheHistogramsOwn() {
    Histogram histogram = withZeros();
    Cells cells = bare(histogram);

    for (long rank : new long[] {1, 7, 8, 2_500, cells.total() - 1, cells.total()}) {
      long value = cells.valueAtRank(rank);
      assertThat(histogram.getCountBetweenValues(0, value)).isGreaterThanOrEqualTo(rank);
      assertThat(value == 0 || below(histogram, value) < rank).as("rank %s", rank).isTrue();
      assertThat(cells.atMost(value)).isEqualTo(histogram.getCountBetweenValues(0, value));
    }
    assertThat(cells.valueAtRank(Long.MAX_VALUE)).isEqualTo(histogram.getMaxValue());
    assertThat(cells.atMost(-1)).isZero();
    assertThat(Cells.NONE.valueAtRank(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "1, 0", "1, 1", "1, 5", "1000, 3", "1024, 2", "7, 4"})
  void theEndsAreTheHistogramsOwn(long lowest, int digits) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      Histogram histogram = new Histogram(lowest, 3_600_000_000_000L, digits);
      for (int values = random.nextInt(4); values > 0; values--) {
        histogram.recordValue(random.nextLong(1L << random.nextInt(1, 41)));
      }
      Cells cells = bare(histogram);

      assertThat(cells.minNonZeroValue()).isEqualTo(histogram.getMinNonZeroValue());
      // Of values none of which is told from 0 a histogram knows more than its cells.
      if (lowest == 1 || cells.minNonZeroValue() != Long.MAX_VALUE) {
        assertThat(cells.maxValue()).isEqualTo(histogram.getMaxValue());
      }
    }
  }

  private static long below(Histogram histogram, long value) {
    return histogram.getCountBetweenValues(0, histogram.lowestEquivalentValue(value) - 1);
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
  void everyCellIsShownRising() {
    List<Long> values = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    withZeros()
        .recordedValues()
        .forEach(
            cell -> {
              values.add(cell.getValueIteratedTo());
              counts.add(cell.getCountAtValueIteratedTo());
            });

    List<Long> seen = new ArrayList<>();
    List<Long> counted = new ArrayList<>();
    Cells cells = bare(withZeros());
    cells.forEach(
        (value, count) -> {
          seen.add(value);
          counted.add(count);
        });

    assertThat(seen).isEqualTo(values).hasSize(cells.size());
    assertThat(counted).isEqualTo(counts);
  }

  @Test
  void whatIsPackedIsTheCallersOwn() {
    Cells cells = bare(withZeros());

    Arrays.fill(cells.packed(), (byte) 0);

    assertThat(cells).isEqualTo(Cells.of(withZeros()));
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "5,0", "5,-1"})
  void noSuchCellIsPacked(long value, long count) {
    CellPacker packer = new CellPacker();

    assertThatThrownBy(() -> packer.add(value, count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must rise and hold values");
  }

  @Test
  void cellsThatDoNotRiseOrCannotBeCountedAreNotPacked() {
    CellPacker packer = new CellPacker();
    packer.add(7, Long.MAX_VALUE);

    assertThatThrownBy(() -> packer.add(7, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> packer.add(8, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Whatever the bytes are, they are cells in order or refused, and nothing is read beyond them.
   */
  @Test
  void bytesOfNoCellsAreRefused() {
    Cells.Layout layout = new Cells.Layout(1, 1_000, 3);
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      Cells cells = Cells.packed(layout, bytes, 0, bytes.length, 1, 1);
      try {
        long[] last = {-1};
        cells.forEach(
            (value, count) -> {
              assertThat(value).isGreaterThan(last[0]);
              assertThat(count).isPositive();
              last[0] = value;
            });
      } catch (IllegalStateException refusal) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1_000, 19_999);
  }
}
