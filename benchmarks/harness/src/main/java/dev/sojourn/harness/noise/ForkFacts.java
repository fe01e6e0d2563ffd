package dev.sojourn.harness.noise;

import dev.sojourn.harness.system.SystemFiles;
import dev.sojourn.results.model.ForkConditions;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a JVM has counted of its own doings so far.
 *
 * @param collections garbage collections
 * @param collectionMillis time they took
 * @param compilationMillis time the compilers worked; below zero where the JVM does not count it
 * @param switches involuntary context switches
 */
record ForkFacts(
    long collections, long collectionMillis, long compilationMillis, TaskSwitches switches) {
  private static final SystemFiles FILES = new SystemFiles(Path.of("/"));

  static ForkFacts now() {
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    return new ForkFacts(
        collectors.stream().mapToLong(c -> Math.max(0, c.getCollectionCount())).sum(),
        collectors.stream().mapToLong(c -> Math.max(0, c.getCollectionTime())).sum(),
        compilation(),
        TaskSwitches.read(FILES));
  }

  private static long compilation() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? compiler.getTotalCompilationTime()
        : -1;
  }

  /** What happened since an earlier reading, by the keys of {@link ForkConditions}. */
  SortedMap<String, Double> since(ForkFacts earlier) {
    SortedMap<String, Double> facts = new TreeMap<>();
    facts.put(ForkConditions.GC_COUNT, (double) (collections - earlier.collections));
    facts.put(ForkConditions.GC_MILLIS, (double) (collectionMillis - earlier.collectionMillis));
    if (compilationMillis >= 0) {
      facts.put(
          ForkConditions.JIT_MILLIS, (double) (compilationMillis - earlier.compilationMillis));
    }
    switches
        .since(earlier.switches)
        .ifPresent(count -> facts.put(ForkConditions.SWITCHES, (double) count));
    return facts;
  }
}
