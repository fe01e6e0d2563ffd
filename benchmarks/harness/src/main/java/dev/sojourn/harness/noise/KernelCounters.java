package dev.sojourn.harness.noise;

import dev.sojourn.harness.system.SystemFiles;
import dev.sojourn.results.model.ForkConditions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the kernel has counted so far of the processors' time; two of these tell what a span of time
 * was like.
 *
 * @param atNanos when, by {@link System#nanoTime}
 * @param ticks all processors' time since the machine started, in the kernel's ticks; empty when
 *     the kernel does not say
 * @param pressureMicros time in which some task waited for a processor, in microseconds
 * @param load load average over a minute
 */
record KernelCounters(
    long atNanos, Optional<Ticks> ticks, OptionalLong pressureMicros, OptionalDouble load) {
  private static final int STEAL_COLUMN = 8;
  private static final double MICROS_PER_NANO = 1e-3;

  /**
   * Processor time.
   *
   * @param total all of it
   * @param stolen what the hypervisor gave to others
   */
  record Ticks(long total, long stolen) {}

  static KernelCounters read(SystemFiles files) {
    return new KernelCounters(System.nanoTime(), ticks(files), pressure(files), load(files));
  }

  /**
   * What happened from an earlier reading until this one, by the keys of {@link ForkConditions}. A
   * counter that is missing, or went backwards, yields nothing.
   */
  SortedMap<String, Double> since(KernelCounters earlier) {
    SortedMap<String, Double> facts = new TreeMap<>();
    stealShare(earlier).ifPresent(share -> facts.put(ForkConditions.STEAL_SHARE, share));
    pressureShare(earlier).ifPresent(share -> facts.put(ForkConditions.PRESSURE_SHARE, share));
    load.ifPresent(average -> facts.put(ForkConditions.LOAD, average));
    return facts;
  }

  private OptionalDouble stealShare(KernelCounters earlier) {
    if (ticks.isEmpty() || earlier.ticks.isEmpty()) {
      return OptionalDouble.empty();
    }
    long stolen = ticks.get().stolen - earlier.ticks.get().stolen;
    return share(stolen, (double) (ticks.get().total - earlier.ticks.get().total));
  }

  private OptionalDouble pressureShare(KernelCounters earlier) {
    if (pressureMicros.isEmpty() || earlier.pressureMicros.isEmpty()) {
      return OptionalDouble.empty();
    }
    long waited = pressureMicros.getAsLong() - earlier.pressureMicros.getAsLong();
    return share(waited, (atNanos - earlier.atNanos) * MICROS_PER_NANO);
  }

  /** A share; the two counters are not read at the same instant, so it may seem more than all. */
  private static OptionalDouble share(long part, double whole) {
    return part < 0 || whole <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, part / whole));
  }

  /** Columns after the eighth count guests' time, which is part of the others already. */
  private static Optional<Ticks> ticks(SystemFiles files) {
    return files.lines("proc/stat").stream()
        .filter(line -> line.startsWith("cpu "))
        .findFirst()
        .map(SystemFiles::words)
        .filter(columns -> columns.size() > STEAL_COLUMN)
        .map(columns -> numbers(columns.subList(1, STEAL_COLUMN + 1)))
        .filter(numbers -> numbers.size() == STEAL_COLUMN)
        .map(numbers -> new Ticks(sum(numbers), numbers.getLast()));
  }

  /** The numbers among the words that are none below zero. */
  private static List<Long> numbers(List<String> words) {
    return words.stream()
        .flatMap(word -> SystemFiles.parse(word).stream())
        .filter(number -> number >= 0)
        .toList();
  }

  private static long sum(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }

  private static OptionalLong pressure(SystemFiles files) {
    return files.lines("proc/pressure/cpu").stream()
        .filter(line -> line.startsWith("some "))
        .flatMap(line -> SystemFiles.words(line).stream())
        .filter(word -> word.startsWith("total="))
        .flatMap(word -> SystemFiles.parse(word.substring("total=".length())).stream())
        .mapToLong(Long::longValue)
        .filter(micros -> micros >= 0)
        .findFirst();
  }

  private static OptionalDouble load(SystemFiles files) {
    return files
        .text("proc/loadavg")
        .map(text -> decimal(SystemFiles.words(text).getFirst()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble decimal(String word) {
    try {
      double value = Double.parseDouble(word);
      return Double.isFinite(value) && value >= 0
          ? OptionalDouble.of(value)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
