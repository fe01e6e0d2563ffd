package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.system.SystemFiles;
import dev.sojourn.results.model.ForkConditions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the meter's process. */
@Timeout(120)
class PlatformWatchTest {
  private final List<String> messages = new ArrayList<>();

  @Test
  void aWatchBringsTheHiccupsOfItsTime() throws InterruptedException {
    try (PlatformWatch platform = new PlatformWatch(messages::add)) {
      for (int fork = 0; fork < 2; fork++) {
        Platform.Watch watch = platform.start();
        Thread.sleep(200);

        Readings readings = watch.stop();

        Histogram hiccups = readings.hiccups().orElseThrow();
        assertThat(readings.facts())
            .containsEntry(ForkConditions.HICCUP_P99, (double) hiccups.getValueAtPercentile(99))
            .containsEntry(ForkConditions.HICCUP_P999, (double) hiccups.getValueAtPercentile(99.9))
            .containsEntry(ForkConditions.HICCUP_MAX, (double) hiccups.getMaxValue());
      }
      assertThat(messages).isEmpty();
    }
  }

  @Test
  void whereNothingCanBeMeasuredForksGoOn(@TempDir Path empty) {
    try (PlatformWatch platform =
        new PlatformWatch(
            new SystemFiles(empty),
            () ->
                HiccupMeter.start(
                    List.of("/no/such/java"), Duration.ofSeconds(1), messages::add))) {
      for (int fork = 0; fork < 2; fork++) {
        Readings readings = platform.start().stop();

        assertThat(readings.facts()).isEmpty();
        assertThat(readings.hiccups()).isEmpty();
      }
      assertThat(messages).as("one of each start").hasSize(2);
    }
  }

  @Test
  void onceClosedNoMeterIsStarted(@TempDir Path empty) {
    PlatformWatch platform =
        new PlatformWatch(
            new SystemFiles(empty),
            () -> {
              throw new AssertionError("started");
            });
    platform.close();

    assertThat(platform.start().stop().hiccups()).isEmpty();
  }

  @Test
  void aMeterThatDiedIsStartedAgainButNotForEver(@TempDir Path empty) {
    int[] starts = {0};
    try (PlatformWatch platform =
        new PlatformWatch(
            new SystemFiles(empty),
            () -> {
              starts[0]++;
              return HiccupMeter.start(
                  List.of("/no/such/java"), Duration.ofSeconds(1), messages::add);
            })) {
      for (int fork = 0; fork < 10; fork++) {
        platform.start().stop();
      }
    }

    assertThat(starts[0]).isEqualTo(3);
  }
}
