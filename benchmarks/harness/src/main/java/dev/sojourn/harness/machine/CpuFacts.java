package dev.sojourn.harness.machine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which processor this is, and how large its caches are. */
final class CpuFacts {
  private static final String CPUINFO = "proc/cpuinfo";
  private static final String CACHES = "sys/devices/system/cpu/cpu0/cache";
  private static final Pattern SIZE = Pattern.compile("(\\d+)([KMG]?)");
  private static final Map<String, Integer> SHIFTS = Map.of("", 0, "K", 10, "M", 20, "G", 30);

  private final SystemFiles files;

  CpuFacts(SystemFiles files) {
    this.files = files;
  }

  /** The model as one clean line, or empty when the machine does not say. */
  Optional<String> model() {
    return files.field(CPUINFO, "model name").or(this::armModel).map(CpuFacts::clean);
  }

  /** ARM kernels give numbers instead of a name. */
  private Optional<String> armModel() {
    return files
        .field(CPUINFO, "CPU implementer")
        .map(maker -> "arm " + maker + " " + files.field(CPUINFO, "CPU part").orElse("unknown"));
  }

  private static String clean(String text) {
    return text.replaceAll("\\((R|r|TM|tm)\\)", " ").replaceAll("[^A-Za-z0-9@.+_-]+", " ").strip();
  }

  /** Family, model and stepping: what the name alone does not tell apart. */
  Optional<String> signature() {
    return files
        .field(CPUINFO, "cpu family")
        .map(
            family ->
                family
                    + "/"
                    + files.field(CPUINFO, "model").orElse("?")
                    + "/"
                    + files.field(CPUINFO, "stepping").orElse("?"));
  }

  Optional<String> microcode() {
    return files.field(CPUINFO, "microcode");
  }

  /** Whether the processor says that it runs under a hypervisor. */
  Optional<Boolean> hypervisor() {
    Optional<String> flags = files.field(CPUINFO, "flags");
    return flags.map(f -> (" " + f + " ").contains(" hypervisor "));
  }

  /** Bytes by {@code l1d}, {@code l1i}, {@code l2}, {@code l3}, as far as the kernel lists them. */
  Map<String, Long> cacheBytes() {
    Map<String, Long> sizes = new TreeMap<>();
    for (String index : files.folders(CACHES)) {
      String folder = CACHES + "/" + index + "/";
      Optional<String> level = files.text(folder + "level");
      Optional<Long> size = files.text(folder + "size").flatMap(CpuFacts::bytes);
      if (level.isPresent() && size.isPresent()) {
        sizes.putIfAbsent("l" + level.get() + kind(folder), size.get());
      }
    }
    return sizes;
  }

  private String kind(String folder) {
    return switch (files.text(folder + "type").orElse("Unified")) {
      case "Data" -> "d";
      case "Instruction" -> "i";
      default -> "";
    };
  }

  private static Optional<Long> bytes(String size) {
    Matcher matcher = SIZE.matcher(size);
    return matcher.matches()
        ? Optional.of(Long.parseLong(matcher.group(1)) << SHIFTS.getOrDefault(matcher.group(2), 0))
        : Optional.empty();
  }
}
