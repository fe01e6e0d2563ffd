package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.system.SystemFiles;
import dev.sojourn.results.model.ForkConditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelCountersTest {
  private static final String STAT =
      """
      cpu  100 0 50 800 20 5 5 20 7 0
      cpu0 50 0 25 400 10 2 3 10 3 0
      ctxt 12345
      """;
  private static final String PRESSURE =
      """
      some avg10=5.48 avg60=46.99 avg300=29.39 total=154064184
      full avg10=0.00 avg60=0.00 avg300=0.00 total=0
      """;
  private static final String LOAD = "2.87 1.73 0.80 1/94 10911\n";

  @TempDir Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private KernelCounters read() {
    return KernelCounters.read(new SystemFiles(root));
  }

  @Test
  void countersAreReadWhereTheKernelKeepsThem() throws IOException {
    write("proc/stat", STAT);
    write("proc/pressure/cpu", PRESSURE);
    write("proc/loadavg", LOAD);

    KernelCounters counters = read();

    assertThat(counters.ticks()).hasValue(new KernelCounters.Ticks(1_000, 20));
    assertThat(counters.pressureMicros()).hasValue(154_064_184);
    assertThat(counters.load()).hasValue(2.87);
  }

  @Test
  void whereNothingIsToldNothingIsKnown() {
    KernelCounters counters = read();

    assertThat(counters.since(counters)).isEmpty();
  }

  private static KernelCounters at(long nanos, long total, long stolen, long pressureMicros) {
    return new KernelCounters(
        nanos,
        Optional.of(new KernelCounters.Ticks(total, stolen)),
        OptionalLong.of(pressureMicros),
        OptionalDouble.of(0.5));
  }

  @Test
  void sharesAreOfTheTimeBetweenTwoReadings() {
    KernelCounters before = at(1_000_000_000L, 1_000, 20, 5_000_000);
    KernelCounters after = at(3_000_000_000L, 1_400, 22, 5_500_000);

    assertThat(after.since(before))
        .containsEntry(ForkConditions.STEAL_SHARE, 0.005)
        .containsEntry(ForkConditions.PRESSURE_SHARE, 0.25)
        .containsEntry(ForkConditions.LOAD, 0.5)
        .hasSize(3);
  }

  @Test
  void countersThatWentBackwardsYieldNothing() {
    assertThat(at(2_000, 900, 10, 4).since(at(1_000, 1_000, 20, 5)))
        .containsOnlyKeys(ForkConditions.LOAD);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void truncatedAndForeignTextNeverThrowsAndNeverGivesAShareBeyondAll(long seed)
      throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      write("proc/stat", damaged(STAT, random));
      write("proc/pressure/cpu", damaged(PRESSURE, random));
      write("proc/loadavg", damaged(LOAD, random));
      KernelCounters before = read();
      write("proc/stat", damaged(STAT, random));
      write("proc/pressure/cpu", damaged(PRESSURE, random));

      var facts = read().since(before);

      for (String share : List.of(ForkConditions.STEAL_SHARE, ForkConditions.PRESSURE_SHARE)) {
        assertThat(facts.getOrDefault(share, 0.0)).as("seed %d", seed).isBetween(0.0, 1.0);
      }
      assertThat(facts.values()).as("seed %d", seed).allMatch(Double::isFinite);
    }
  }

  /** Cut off somewhere, with a few characters replaced by any others. */
  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text.substring(0, random.nextInt(text.length() + 1)));
    for (int i = random.nextInt(4); i > 0 && !damaged.isEmpty(); i--) {
      damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x250));
    }
    return damaged.toString();
  }
}
