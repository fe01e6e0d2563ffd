package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Starts the meter's process, and others that only pretend to be one. */
@Timeout(120)
class HiccupMeterTest {
  private final List<String> messages = new ArrayList<>();

  private HiccupMeter meter() {
    return HiccupMeter.start(messages::add);
  }

  private HiccupMeter meter(String... command) {
    return HiccupMeter.start(List.of(command), Duration.ofMillis(300), messages::add);
  }

  private static ProcessHandle handle(HiccupMeter meter) {
    return meter.handle().orElseThrow();
  }

  private static void signal(ProcessHandle process, String name)
      throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  void aSecondOfSleepsIsCounted() throws IOException, InterruptedException {
    try (HiccupMeter meter = meter()) {
      meter.begin();
      long consumed = consumedNanos(handle(meter));
      long start = System.nanoTime();
      Thread.sleep(1_000);
      long elapsed = System.nanoTime() - start;
      consumed = consumedNanos(handle(meter)) - consumed;

      Histogram counts = meter.end().orElseThrow();

      assertThat(messages).isEmpty();
      long most = (System.nanoTime() - start) / meter.periodNanos() + 2;
      assertThat(counts.getTotalCount()).isBetween(elapsed / meter.periodNanos() / 3, most);
      System.out.printf(
          "the hiccup meter: period %d ms, %.2f %% of a core, p99 %d us, max %d us%n",
          meter.periodNanos() / 1_000_000,
          100.0 * consumed / elapsed,
          counts.getValueAtPercentile(99) / 1_000,
          counts.getMaxValue() / 1_000);
    }
  }

  /** Processor time of all its threads; 0 where the kernel does not say. */
  private static long consumedNanos(ProcessHandle process) throws IOException {
    Path tasks = Path.of("/proc/" + process.pid() + "/task");
    if (!Files.isDirectory(tasks)) {
      return 0;
    }
    long sum = 0;
    try (var threads = Files.list(tasks)) {
      for (Path thread : threads.toList()) {
        Path file = thread.resolve("schedstat");
        sum += Files.exists(file) ? Long.parseLong(Files.readString(file).split(" ", -1)[0]) : 0;
      }
    }
    return sum;
  }

  @Test
  void anIntervalForgetsTheOneBefore() throws InterruptedException {
    try (HiccupMeter meter = meter()) {
      meter.begin();
      Thread.sleep(600);
      meter.begin();

      long afterBegin = System.nanoTime();
      Thread.sleep(50);
      Histogram counts = meter.end().orElseThrow();

      long most = (System.nanoTime() - afterBegin) / meter.periodNanos() + 2;
      assertThat(counts.getTotalCount()).isBetween(1L, most);
      assertThat(messages).isEmpty();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aStallIsSeenInFullAndCountsForAllWhoWouldHaveMetIt()
      throws IOException, InterruptedException {
    try (HiccupMeter meter = meter()) {
      meter.begin();
      Thread.sleep(100);
      signal(handle(meter), "STOP");
      Thread.sleep(200);
      signal(handle(meter), "CONT");

      Histogram counts = meter.end().orElseThrow();

      long stall = TimeUnit.MILLISECONDS.toNanos(150);
      assertThat(counts.getMaxValue()).isGreaterThanOrEqualTo(stall);
      // One sleep met the stall; the others are those that would have begun during it.
      assertThat(counts.getCountBetweenValues(stall / 3, Long.MAX_VALUE / 2))
          .isGreaterThanOrEqualTo(stall * 2 / 3 / meter.periodNanos());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aMeterEndsWithItsHost() throws IOException, InterruptedException {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MeterHost.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle meter;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(host.getInputStream(), StandardCharsets.US_ASCII))) {
      meter = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      assertThat(meter.isAlive()).isTrue();

      host.destroyForcibly().waitFor();
    }

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (meter.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(meter.isAlive()).isFalse();
  }

  @Test
  void aClosedMeterIsGoneAndSilent() throws Exception {
    HiccupMeter meter = meter();
    meter.begin();

    meter.close();

    assertThat(handle(meter).onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(meter.end()).isEmpty();
    assertThat(messages).isEmpty();
  }

  @Test
  void aMeterThatIsKilledSaysSoOnce() throws Exception {
    try (HiccupMeter meter = meter()) {
      meter.begin();
      handle(meter).destroyForcibly();
      handle(meter).onExit().get(5, TimeUnit.SECONDS);

      assertThat(meter.end()).isEmpty();
      meter.begin();
      assertThat(meter.end()).isEmpty();

      assertThat(messages).containsExactly("hiccups are not measured: its process ended");
    }
  }

  @Test
  void aCommandThatDoesNotExistIsNamed() {
    try (HiccupMeter meter = meter("/no/such/java")) {
      meter.begin();

      assertThat(meter.end()).isEmpty();
      assertThat(meter.handle()).isEmpty();
    }
    assertThat(messages).singleElement().asString().contains("/no/such/java");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProcessThatSaysNothingIsNotWaitedForLong() {
    try (HiccupMeter meter = meter("sleep", "60")) {
      assertThat(meter.end()).isEmpty();
      assertThat(handle(meter).onExit()).succeedsWithin(Duration.ofSeconds(5));
    }
    assertThat(messages).containsExactly("hiccups are not measured: no answer within 300 ms");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProcessThatCannotStartIsReportedInItsOwnWords() {
    try (HiccupMeter meter = meter("sh", "-c", "echo no room for a heap")) {
      assertThat(meter.end()).isEmpty();
    }
    assertThat(messages).containsExactly("hiccups are not measured: no room for a heap");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void damagedCountsAreRefused() {
    try (HiccupMeter meter = meter("sh", "-c", "echo ready 1; read x; echo counts AAAA; cat")) {
      assertThat(meter.end()).isEmpty();
    }
    assertThat(messages).containsExactly("hiccups are not measured: its counts were damaged");
  }
}
