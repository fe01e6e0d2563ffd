package dev.sojourn.harness.machine;

import dev.sojourn.harness.system.SystemFiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Facts of the hour: noted beside a run, never a reason to refuse a comparison. */
final class Conditions {
  private static final int STEAL_COLUMN = 8;
  private static final String UNKNOWN = "unknown";

  private final SystemFiles files;

  Conditions(SystemFiles files) {
    this.files = files;
  }

  SortedMap<String, String> read() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("load.average", files.text("proc/loadavg").map(Conditions::averages).orElse(UNKNOWN));
    facts.put("uptime.seconds", firstWord("proc/uptime").orElse(UNKNOWN));
    facts.put("memory.available.kib", availableMemory().orElse(UNKNOWN));
    facts.put("cpu.steal.share", stealShare().orElse(UNKNOWN));
    facts.put("cpu.governor", files.text(GOVERNOR).orElse("unreadable"));
    facts.put("cpu.pressure", pressure().orElse(UNKNOWN));
    return facts;
  }

  private static final String GOVERNOR = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";

  /** The three averages, without the counts of processes that follow them. */
  private static String averages(String loadavg) {
    return SystemFiles.words(loadavg).stream().limit(3).collect(Collectors.joining(" "));
  }

  private Optional<String> firstWord(String path) {
    return files.text(path).map(text -> SystemFiles.words(text).getFirst());
  }

  private Optional<String> availableMemory() {
    return files
        .field("proc/meminfo", "MemAvailable")
        .map(value -> SystemFiles.words(value).getFirst());
  }

  /** Share of all CPU time since boot that the hypervisor gave to others. */
  private Optional<String> stealShare() {
    return files.lines("proc/stat").stream()
        .filter(line -> line.startsWith("cpu "))
        .findFirst()
        .map(SystemFiles::words)
        .filter(columns -> columns.size() > STEAL_COLUMN)
        .flatMap(Conditions::stealShare);
  }

  /** Columns after the eighth count guests' time, which is part of the others already. */
  private static Optional<String> stealShare(List<String> columns) {
    long total = 0;
    for (int i = 1; i <= STEAL_COLUMN; i++) {
      total += SystemFiles.parse(columns.get(i)).orElse(0L);
    }
    long steal = SystemFiles.parse(columns.get(STEAL_COLUMN)).orElse(0L);
    return total == 0
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%.5f", (double) steal / total));
  }

  private Optional<String> pressure() {
    return files.lines("proc/pressure/cpu").stream()
        .filter(line -> line.startsWith("some "))
        .map(line -> line.substring("some ".length()))
        .findFirst();
  }
}
