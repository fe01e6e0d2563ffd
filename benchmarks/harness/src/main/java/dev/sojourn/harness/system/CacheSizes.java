package dev.sojourn.harness.system;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the processor's caches are. */
public final class CacheSizes {
  private static final String CACHES = "sys/devices/system/cpu/cpu0/cache";
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMG]?)");
  private static final Map<String, Integer> SHIFTS = Map.of("", 0, "K", 10, "M", 20, "G", 30);

  private CacheSizes() {}

  /**
   * Bytes by {@code l1d}, {@code l1i}, {@code l2}, {@code l3}.
   *
   * @param files the system's files
   * @return sizes, as far as the kernel lists them
   */
  public static Map<String, Long> read(SystemFiles files) {
    Map<String, Long> sizes = new TreeMap<>();
    for (String index : files.folders(CACHES)) {
      String folder = CACHES + "/" + index + "/";
      Optional<String> level = files.text(folder + "level");
      Optional<Long> size = files.text(folder + "size").flatMap(CacheSizes::bytes);
      if (level.isPresent() && size.isPresent()) {
        sizes.putIfAbsent("l" + level.get() + kind(files, folder), size.get());
      }
    }
    return sizes;
  }

  private static String kind(SystemFiles files, String folder) {
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
