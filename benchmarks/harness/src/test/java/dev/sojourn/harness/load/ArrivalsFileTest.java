package dev.sojourn.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.load.ArrivalsFile.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsFileTest {
  private static final String[] SCRAPS = {
    "0",
    "7",
    "12",
    "-1",
    "\n",
    "\r\n",
    "#",
    " ",
    "\t",
    "9223372036854775807",
    "9",
    "e",
    ".",
    "99999999999999999999",
    "\u0000",
    "ü",
    "+3",
    "1_000"
  };

  private static Arrivals read(String text, Column column) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), column);
  }

  private static Arrivals read(byte[] bytes, Column column) throws IOException {
    return ArrivalsFile.read(new ByteArrayInputStream(bytes), "load.txt", column, 5);
  }

  @Test
  void offsetsAreTakenAsTheyStand() throws IOException {
    Arrivals arrivals = read("# recorded\r\n0\r\n\r\n 5 \r\n5\r\n9", Column.OFFSETS);

    assertThat(arrivals.next()).isEqualTo(0);
    assertThat(arrivals.next()).isEqualTo(5);
    assertThat(arrivals.next()).isEqualTo(5);
    assertThat(arrivals.next()).isEqualTo(9);
    assertThat(arrivals.next()).isEqualTo(Arrivals.END);
  }

  @Test
  void intervalsAreAddedUp() throws IOException {
    Arrivals arrivals = read("3\n0\n4\n", Column.INTERVALS);

    assertThat(arrivals.next()).isEqualTo(3);
    assertThat(arrivals.next()).isEqualTo(3);
    assertThat(arrivals.next()).isEqualTo(7);
    assertThat(arrivals.next()).isEqualTo(Arrivals.END);
  }

  @Test
  void aFileIsReadByName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("load.txt"), "1\n2\n");

    assertThat(ArrivalsFile.read(file, Column.OFFSETS).perSecond()).isEqualTo(1e9);
  }

  @ParameterizedTest
  @CsvSource({
    "'1;2x;3', 2, '\"2x\" is no whole number'",
    "'1;#;1.5', 3, '\"1.5\" is no whole number'",
    "'1;-4', 2, '\"-4\" is below 0'",
    "'5;9;8', 3, '\"8\" is less than the line before, 9; sort the file'",
    "'99999999999999999999;1', 1, 'is no whole number'",
    "'1;9223372036854775807', 2, 'leads beyond 292 years'",
    "'1;2;3;4;5;6', 6, 'is one request more than the 5 allowed; cut the file'"
  })
  void aBadLineIsNamedWithItsNumberAndValue(String lines, int line, String problem) {
    assertThatThrownBy(() -> read(lines.replace(';', '\n'), Column.OFFSETS))
        .isInstanceOf(ArrivalsFormatException.class)
        .hasMessageStartingWith("load.txt, line " + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void intervalsThatOverflowAreNamed() {
    assertThatThrownBy(() -> read("9223372036854775806\n9\n", Column.INTERVALS))
        .isInstanceOf(ArrivalsFormatException.class)
        .hasMessageContaining("line 2: \"9\" leads beyond 292 years");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing", "7", "7\n7"})
  void aFileOfNoLengthIsRefused(String text) {
    assertThatThrownBy(() -> read(text, Column.OFFSETS))
        .isInstanceOf(ArrivalsFormatException.class)
        .hasMessageContaining("load.txt holds ");
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
    assertThatThrownBy(() -> read("1".repeat(1_000_000), Column.OFFSETS))
        .isInstanceOf(ArrivalsFormatException.class)
        .hasMessageContaining("is longer than any number")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void whateverTheBytesItIsAScheduleOrAFormatError(long seed) throws IOException {
    Random random = new Random(seed);
    int schedules = 0;
    for (int i = 0; i < 20_000; i++) {
      Column column = random.nextBoolean() ? Column.OFFSETS : Column.INTERVALS;
      byte[] bytes = i % 4 == 0 ? noise(random) : scraps(random);
      try {
        Arrivals arrivals = read(bytes, column);
        long last = -1;
        for (long at = arrivals.next(); at != Arrivals.END; at = arrivals.next()) {
          assertThat(at).as("seed %d, case %d", seed, i).isGreaterThanOrEqualTo(last);
          last = at;
        }
        assertThat(arrivals.perSecond()).isPositive();
        schedules++;
      } catch (ArrivalsFormatException expected) {
        assertThat(expected).hasMessageStartingWith("load.txt");
      }
    }
    assertThat(schedules).as("files that were schedules").isPositive();
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] scraps(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(SCRAPS[random.nextInt(SCRAPS.length)]);
      text.append(random.nextInt(3) > 0 ? "\n" : "");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
