package dev.sojourn.harness.noise;

import dev.sojourn.harness.system.SystemFiles;
import dev.sojourn.results.model.ForkConditions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Watches this machine from beside the fork: the kernel's counters before and after, and the
 * hiccups of a process that does nothing.
 *
 * <p>The meter's process is started with the first watch, shared by all, and started again, twice
 * at most, when it has died; {@link #close} ends it.
 *
 * <p><b>Threads.</b> One watch at a time; {@link #close} from any thread.
 */
public final class PlatformWatch implements Platform, AutoCloseable {
  /** A meter that dies once may have been killed; one that keeps dying cannot run here. */
  private static final int MOST_STARTS = 3;

  private final SystemFiles files;
  private final Supplier<HiccupMeter> starting;
  private @Nullable HiccupMeter meter;
  private int starts;
  private boolean closed;

  /**
   * A watch over this machine.
   *
   * @param message told once, if hiccups cannot be measured
   */
  public PlatformWatch(Consumer<String> message) {
    this(new SystemFiles(Path.of("/")), () -> HiccupMeter.start(message));
  }

  PlatformWatch(SystemFiles files, Supplier<HiccupMeter> starting) {
    this.files = files;
    this.starting = starting;
  }

  @Override
  public Watch start() {
    Optional<HiccupMeter> hiccups = meter();
    KernelCounters before = KernelCounters.read(files);
    hiccups.ifPresent(HiccupMeter::begin);
    return () -> {
      Optional<Histogram> counts = hiccups.flatMap(HiccupMeter::end);
      SortedMap<String, Double> facts = KernelCounters.read(files).since(before);
      counts.ifPresent(histogram -> addHiccups(facts, histogram));
      return new Readings(facts, counts);
    };
  }

  /** Ends the meter's process; watches go on without it. */
  @Override
  public synchronized void close() {
    closed = true;
    if (meter != null) {
      meter.close();
    }
  }

  private synchronized Optional<HiccupMeter> meter() {
    if (closed) {
      return Optional.empty();
    }
    if (meter == null || (meter.isBroken() && starts < MOST_STARTS)) {
      meter = starting.get();
      starts++;
    }
    return Optional.of(meter);
  }

  private static void addHiccups(SortedMap<String, Double> facts, Histogram hiccups) {
    facts.put(ForkConditions.HICCUP_P99, (double) hiccups.getValueAtPercentile(99));
    facts.put(ForkConditions.HICCUP_P999, (double) hiccups.getValueAtPercentile(99.9));
    facts.put(ForkConditions.HICCUP_MAX, (double) hiccups.getMaxValue());
  }
}
