package dev.sojourn.harness.noise;

import java.util.Optional;
import java.util.TreeMap;

/**
 * The machine beside a fork: watched from outside the fork's JVM, from before it starts until after
 * it has ended.
 */
@FunctionalInterface
public interface Platform {
  /** A machine of which nothing is known. */
  Platform UNWATCHED = () -> () -> new Readings(new TreeMap<>(), Optional.empty());

  /**
   * Begins to watch.
   *
   * @return the watch, to be stopped when the fork has ended, however it ended
   */
  Watch start();

  /** Ends what watching needed; a watch that is started later knows less. */
  default void close() {}

  /** A watch that is running. */
  @FunctionalInterface
  interface Watch {
    /**
     * Ends the watch.
     *
     * @return what happened since its start
     */
    Readings stop();
  }
}
