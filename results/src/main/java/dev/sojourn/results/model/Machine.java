package dev.sojourn.results.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machine and JVM a run was taken on.
 *
 * <p>{@code identity} must match before two runs may be compared; {@code conditions} are noted
 * beside them.
 *
 * @param name short name used for the ledger's folder: CPU, core count and a hash of {@code
 *     identity}
 * @param identity facts that make a machine another machine
 * @param conditions facts of the hour: load, uptime, free memory, steal
 */
public record Machine(
    String name, SortedMap<String, String> identity, SortedMap<String, String> conditions) {
  /** CPU model name. */
  public static final String CPU_MODEL = "cpu.model";

  /** Logical CPUs this process may use. */
  public static final String CPU_COUNT = "cpu.count";

  /** Level-1 data cache of one core, in bytes. */
  public static final String CACHE_L1D = "cache.l1d.bytes";

  /** Level-2 cache of one core, in bytes. */
  public static final String CACHE_L2 = "cache.l2.bytes";

  /** Level-3 cache, in bytes. */
  public static final String CACHE_L3 = "cache.l3.bytes";

  /** Physical memory, in bytes. */
  public static final String MEMORY = "memory.bytes";

  /** Kernel name and release. */
  public static final String KERNEL = "os.kernel";

  /** Kernel clock source. */
  public static final String CLOCK_SOURCE = "clock.source";

  /** Transparent huge pages mode. */
  public static final String HUGE_PAGES = "thp.mode";

  /** JDK vendor and build. */
  public static final String JDK = "jdk.build";

  /** Stands for a fact of the measured code's own, which a run's provenance names. */
  public static final String OF_EACH_RUN = "as the run says";

  /** Copies the maps, sorted and unmodifiable. */
  public Machine {
    identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }

  /**
   * A fact that is a number of bytes.
   *
   * @param key one of the constants above
   * @return the bytes, empty where the machine did not say
   */
  public Optional<Long> bytes(String key) {
    return Optional.ofNullable(identity.get(key)).map(Long::valueOf);
  }

  /**
   * Whether some facts are left to the runs that were taken here, as those of jars are.
   *
   * @return true when a fact reads {@link #OF_EACH_RUN}
   */
  public boolean leavesFactsOpen() {
    return identity.containsValue(OF_EACH_RUN);
  }

  /**
   * Whether another machine is this one as far as this one says.
   *
   * @param other the other machine
   * @return true when it differs at most in facts that read {@link #OF_EACH_RUN} here
   */
  public boolean agreesWith(Machine other) {
    return differences(other).keySet().stream()
        .allMatch(fact -> OF_EACH_RUN.equals(identity.get(fact)));
  }

  /**
   * The facts in which another machine differs, as {@code fact: here / there}.
   *
   * @param other the other machine
   * @return differing facts, empty when alike
   */
  public Map<String, String> differences(Machine other) {
    SortedMap<String, String> keys = new TreeMap<>(identity);
    keys.putAll(other.identity);
    SortedMap<String, String> result = new TreeMap<>();
    for (String key : keys.keySet()) {
      String here = identity.getOrDefault(key, "unknown");
      String there = other.identity.getOrDefault(key, "unknown");
      if (!here.equals(there)) {
        result.put(key, here + " / " + there);
      }
    }
    return result;
  }
}
