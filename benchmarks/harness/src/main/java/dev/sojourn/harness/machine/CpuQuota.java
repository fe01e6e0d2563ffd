package dev.sojourn.harness.machine;

import dev.sojourn.harness.system.SystemFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How many CPUs' worth of time the kernel grants this process's control group. */
final class CpuQuota {
  private static final String MOUNT = "sys/fs/cgroup";

  private final SystemFiles files;

  CpuQuota(SystemFiles files) {
    this.files = files;
  }

  /**
   * The tightest limit on the way from this process's group to the root.
   *
   * @return CPUs with two decimals, {@code none} without a limit, empty when there are no control
   *     groups
   */
  Optional<String> cpus() {
    List<Limit> limits =
        Stream.concat(
                groups().stream().flatMap(this::unified),
                Stream.concat(legacy("cpu"), legacy("cpu,cpuacct")))
            .toList();
    boolean known = !limits.isEmpty() || files.text(MOUNT + "/cgroup.controllers").isPresent();
    return limits.stream()
        .filter(Limit::limited)
        .map(Limit::cpus)
        .min(Double::compare)
        .map(cpus -> String.format(Locale.ROOT, "%.2f", cpus))
        .or(() -> known ? Optional.of("none") : Optional.empty());
  }

  private record Limit(long quotaMicros, long periodMicros) {
    boolean limited() {
      return quotaMicros > 0 && periodMicros > 0;
    }

    double cpus() {
      return (double) quotaMicros / periodMicros;
    }
  }

  /** This process's group and all above it; in a container, the mount itself. */
  private List<String> groups() {
    String path =
        files.lines("proc/self/cgroup").stream()
            .filter(line -> line.startsWith("0::"))
            .map(line -> line.substring("0::".length()))
            .findFirst()
            .orElse("/");
    List<String> groups = new ArrayList<>();
    for (String group = path;
        group.length() > 1;
        group = group.substring(0, group.lastIndexOf('/'))) {
      groups.add(MOUNT + group);
    }
    groups.add(MOUNT);
    return groups;
  }

  private Stream<Limit> unified(String group) {
    return files.text(group + "/cpu.max").stream()
        .map(SystemFiles::words)
        .filter(parts -> parts.size() == 2)
        .map(
            parts ->
                new Limit(
                    SystemFiles.parse(parts.get(0)).orElse(-1L),
                    SystemFiles.parse(parts.get(1)).orElse(-1L)));
  }

  private Stream<Limit> legacy(String controller) {
    String folder = MOUNT + "/" + controller + "/";
    return files.number(folder + "cpu.cfs_quota_us").stream()
        .map(quota -> new Limit(quota, files.number(folder + "cpu.cfs_period_us").orElse(-1L)));
  }
}
