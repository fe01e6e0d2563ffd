package dev.sojourn.harness.noise;

import dev.sojourn.harness.system.CacheSizes;
import dev.sojourn.harness.system.SystemFiles;
import java.nio.file.Path;
import java.util.Map;

/**
 * How much memory each canary runs through, in bytes; always powers of two.
 *
 * @param l2 fits well into the second-level cache
 * @param l3 fits well into the third, and not into the second
 * @param dram at least twice the third-level cache, up to a limit
 */
public record CanarySizes(int l2, int l3, int dram) {
  private static final CanarySizes UNKNOWN = new CanarySizes(256 << 10, 8 << 20, 64 << 20);

  /** More would take longer to set up than a fork should wait. */
  private static final long MOST = 128 << 20;

  /**
   * The sizes that fit this machine.
   *
   * @return sizes derived from its caches, or usual ones where it does not tell them
   */
  public static CanarySizes ofMachine() {
    return of(CacheSizes.read(new SystemFiles(Path.of("/"))));
  }

  static CanarySizes of(Map<String, Long> caches) {
    long l2 = caches.getOrDefault("l2", 0L);
    long l3 = caches.getOrDefault("l3", 0L);
    if (l2 < 4 * Chase.LINE || l3 < 4 * l2) {
      return UNKNOWN;
    }
    return new CanarySizes(
        powerOfTwo(l2 / 2), powerOfTwo(Math.max(2 * l2, l3 / 8)), powerOfTwo(2 * l3));
  }

  /** The largest that is not above a size; a processor's caches may be no power of two. */
  private static int powerOfTwo(long bytes) {
    return (int) Long.highestOneBit(Math.min(bytes, MOST));
  }

  /**
   * The sizes as one argument.
   *
   * @return text for {@link #parse}
   */
  public String text() {
    return l2 + "," + l3 + "," + dram;
  }

  static CanarySizes parse(String text) {
    String[] sizes = text.split(",", -1);
    return new CanarySizes(
        Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
  }
}
