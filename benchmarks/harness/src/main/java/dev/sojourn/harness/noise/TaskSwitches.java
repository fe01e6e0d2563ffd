package dev.sojourn.harness.noise;

import dev.sojourn.harness.system.SystemFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How often the kernel took a processor away from each thread of this process.
 *
 * @param byThread counts so far, by the kernel's number of the thread; empty where it does not say
 */
record TaskSwitches(Map<String, Long> byThread) {
  private static final String TASKS = "proc/self/task";
  private static final String COUNTER = "nonvoluntary_ctxt_switches";

  /** Copies the map. */
  TaskSwitches {
    byThread = Map.copyOf(byThread);
  }

  static TaskSwitches read(SystemFiles files) {
    Map<String, Long> counts = new HashMap<>();
    for (String task : files.folders(TASKS)) {
      files
          .field(TASKS + "/" + task + "/status", COUNTER)
          .flatMap(SystemFiles::parse)
          .filter(count -> count >= 0)
          .ifPresent(count -> counts.put(task, count));
    }
    return new TaskSwitches(counts);
  }

  /** Switches since an earlier reading; those of threads that have ended meanwhile are lost. */
  OptionalLong since(TaskSwitches earlier) {
    return byThread.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            byThread.entrySet().stream()
                .mapToLong(e -> e.getValue() - earlier.byThread.getOrDefault(e.getKey(), 0L))
                .filter(switches -> switches > 0)
                .sum());
  }
}
