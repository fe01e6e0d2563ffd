package dev.sojourn.harness;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much a run spends: forks of every arm, and what each fork does. */
public enum Effort {
  /** Does everything run? One pair is never a verdict, so the forks are as short as they can be. */
  SMOKE(1, new ForkShape(1, 100, 2, 50, 1)),

  /**
   * The tour: the fewest pairs from which an interval can be computed, in forks of about two seconds. Short warm-up
   * iterations still sum to the time the optimising compiler needs for one small method.
   */
  TOUR(6, new ForkShape(5, 150, 8, 75, 3)),

  /** A first look at many studies: finds what deserves a second one. */
  SCREEN(8, Shapes.STEADY),

  /** Fresh evidence for one finding. */
  CONFIRM(16, Shapes.STEADY),

  /** Numbers that others will read. */
  PUBLISH(24, Shapes.STEADY);

  private final int pairs;
  private final ForkShape shape;

  Effort(int pairs, ForkShape shape) {
    this.pairs = pairs;
    this.shape = shape;
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
   * @return warm-up, scored and tail iterations
   */
  public ForkShape shape() {
    return shape;
  }

  /** Constants of an enum may not refer to its own static fields. */
  private static final class Shapes {
    /*
     * Screen, confirm and publish differ in the number of forks alone, so their scores may be held side by side.
     * Eight short iterations rather than few long ones: enough to tell a fork that is still settling from a steady one.
     */
    static final ForkShape STEADY = new ForkShape(6, 300, 8, 300, 3);
  }
}
