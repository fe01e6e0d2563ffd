package dev.sojourn.harness;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much a run spends: forks of every arm, and what each fork does. */
public enum Effort {
  /** Does everything run? One pair is never a verdict, so the forks are as short as they can be. */
  SMOKE(1),

  /** The headline studies in a few minutes: the fewest pairs that still give an interval. */
  TOUR(6),

  /** A first look at many studies: finds what deserves a second one. */
  SCREEN(8),

  /** Fresh evidence for one finding. */
  CONFIRM(16),

  /** Numbers that others will read. */
  PUBLISH(24),

  /** Many short forks of the same code: how far apart does it seem to be from itself? */
  CALIBRATE(16);

  private final int pairs;

  Effort(int pairs) {
    this.pairs = pairs;
  }

  /**
   * The effort of a name, in any case.
   *
   * @param name such as {@code screen}
   * @return the effort
   */
  public static Effort parse(String name) {
    return Arrays.stream(values())
        .filter(effort -> effort.id().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    return Arrays.stream(values())
        .filter(effort -> effort != CALIBRATE)
        .map(Effort::id)
        .collect(Collectors.joining(", ", "effort must be one of ", ", was " + name));
  }

  /**
   * The name as users write it and runs keep it.
   *
   * @return the name in lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Forks of every arm, unless the user asks for another number.
   *
   * @return pairs of forks
   */
  public int pairs() {
    return pairs;
  }

  /**
   * What happens inside a fork of a study that measures the cost of an operation.
   *
   * <p>Eight short scored iterations rather than few long ones: enough to tell a fork that is still
   * settling from a steady one. Screen, confirm and publish differ in the number of forks alone, so
   * their scores may be held side by side. A fork of the tour takes about two seconds in all, and
   * its warm-up is still many times what the optimising compiler needs for one small method. A fork
   * of a calibration is shorter still and records no latencies, because it takes a thousand.
   *
   * @return warm-up, scored and tail iterations
   */
  public ForkShape shape() {
    return switch (this) {
      case SMOKE -> new ForkShape(1, 100, 2, 50, 1);
      case TOUR -> new ForkShape(5, 100, 8, 50, 2);
      case SCREEN, CONFIRM, PUBLISH -> new ForkShape(6, 300, 8, 300, 3);
      case CALIBRATE -> new ForkShape(5, 100, 8, 60, 0);
    };
  }
}
