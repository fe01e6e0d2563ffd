package dev.sojourn.harness.load;

/**
 * A clock that can be read and waited on.
 *
 * <p><b>Threads.</b> As the implementation says; {@link #SYSTEM} is for any number of them.
 */
public interface NanoClock {
  /** The machine's own clock. */
  NanoClock SYSTEM = new SystemClock();

  /**
   * Reads the clock.
   *
   * @return nanoseconds since a moment that never changes
   */
  long nanoTime();

  /**
   * Waits until the clock shows a time, or not at all when it is past.
   *
   * @param nanos what the clock is to show
   * @return what it showed at the end, at least {@code nanos}
   */
  long waitUntil(long nanos);
}
