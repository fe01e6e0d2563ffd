package dev.sojourn.harness.execute;

import dev.sojourn.results.model.Run;
import java.util.function.BooleanSupplier;

/**
 * What a session does after a finished run is stored, while it still has the machine to itself.
 *
 * <p>It is given the run and nothing to change it with: whatever it does, the stored run stays as
 * it is.
 */
@FunctionalInterface
public interface Epilogue extends AutoCloseable {
  /** Nothing. */
  Epilogue NONE = (run, stopped) -> {};

  /**
   * Called as soon as the session has the machine to itself, before anything is measured; what is
   * thrown here ends the session.
   *
   * @throws InterruptedException if interrupted meanwhile
   */
  default void before() throws InterruptedException {}

  /**
   * Does it; called for finished runs only, for one that was finished before too.
   *
   * @param run the run as stored
   * @param stopped whether the user has asked for the end meanwhile
   */
  void after(Run run, BooleanSupplier stopped);

  /** Called last, however the session ended, and before it gives the machine back. */
  @Override
  default void close() {}
}
