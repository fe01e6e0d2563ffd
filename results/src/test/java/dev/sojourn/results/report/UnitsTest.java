package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ns", "0.0123, 0.0123 ns", "0.5, 0.500 ns", "41.234, 41.2 ns", "999.4, 999 ns",
    "999.6, 1.00 µs", "1500, 1.50 µs", "999999, 1.00 ms", "2.5e9, 2.50 s", "7.2e12, 7200 s",
    "NaN, -", "Infinity, ∞", "-41.234, -41.2 ns"
  })
  void timesFindTheirUnit(double nanos, String text) {
    assertThat(Units.time(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "24, 24 B",
    "24.04, 24 B",
    "0.0004, ≈0 B",
    "1023, 1023 B",
    "1024, 1 KiB",
    "1536, 1.50 KiB",
    "1048576, 1 MiB",
    "NaN, -"
  })
  void bytesAreBinaryAndWholeWhereTheyCanBe(double bytes, String text) {
    assertThat(Units.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;0", "999;999", "1000;1,000", "-1000;-1,000", "-100;-100", "1234567;1,234,567"})
  void countsAreGrouped(long count, String text) {
    assertThat(Units.count(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1k", "1500, 1.5k", "10000000, 10M", "0.05, 0.05", "100, 100"})
  void ticksAreShort(double value, String text) {
    assertThat(Units.compact(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.8016, 0.802", "1, 1.00", "12.34, 12.3", "123.4, 123", "0.00012345, 0.000123"})
  void ratiosHaveThreeDigits(double ratio, String text) {
    assertThat(Units.ratio(ratio)).isEqualTo(text);
  }

  @Test
  void intervalWithoutAnEndSaysSo() {
    assertThat(Units.interval(0.5, Double.POSITIVE_INFINITY)).isEqualTo("0.500..∞");
    assertThat(Units.interval(Double.NaN, 1)).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({"5, 5 s", "312, 5 min 12 s", "11220, 3 h 7 min"})
  void durationsHaveTwoUnits(long seconds, String text) {
    assertThat(Units.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @Test
  void unitsOfAStudysOwnAreKept() {
    assertThat(Units.value(0.8, "parks/op")).isEqualTo("0.800 parks/op");
    assertThat(Units.value(1500, "ns/op")).isEqualTo("1.50 µs");
    assertThat(Units.percent(0.0098)).isEqualTo("0.98 %");
  }

  @Test
  void localeChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Units.time(1500)).isEqualTo("1.50 µs");
      assertThat(Units.count(1000)).isEqualTo("1,000");
    } finally {
      Locale.setDefault(before);
    }
  }
}
