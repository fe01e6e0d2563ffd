package dev.sojourn.harness.noise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How long the hiccup meter sleeps: a millisecond where waking up is cheap, more where it is not.
 */
final class HiccupPeriod {
  /*
   * Implementation notes. In a virtual machine one waking can cost 20 microseconds, in any
   * language; a thousand of them a second would take two percent of a processor from what is
   * measured. The share is bounded instead, and the period follows from what a waking costs here.
   * Quantiles of the hiccups do not depend on the period, only how many of the short ones are seen.
   */
  private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double MOST_OF_A_CORE = 0.005;
  private static final long LONGEST_MILLIS = 10;
  private static final int TRIALS = 150;
  private static final Path CONSUMED = Path.of("/proc/thread-self/schedstat");

  private HiccupPeriod() {}

  /**
   * Sleeps for a while and takes the shortest period that costs at most half a percent of a core.
   */
  static long measuredNanos() throws InterruptedException {
    OptionalLong before = consumedNanos();
    for (int i = 0; i < TRIALS; i++) {
      Thread.sleep(1);
    }
    OptionalLong after = consumedNanos();
    return before.isEmpty() || after.isEmpty()
        ? NANOS_PER_MILLI
        : affordableNanos((after.getAsLong() - before.getAsLong()) / TRIALS);
  }

  /** Whole milliseconds, so that a waking at such a cost stays within the share. */
  static long affordableNanos(long wakingNanos) {
    long millis = (long) Math.ceil(wakingNanos / MOST_OF_A_CORE / NANOS_PER_MILLI);
    return Math.clamp(millis, 1, LONGEST_MILLIS) * NANOS_PER_MILLI;
  }

  /** Processor time this thread has taken so far; empty where the kernel does not say. */
  private static OptionalLong consumedNanos() {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(CONSUMED).split(" ", 2)[0]));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
