package dev.sojourn.harness.execute;

import dev.sojourn.results.model.Run;

/** Where a run is kept. */
@FunctionalInterface
public interface RunSink {
  /**
   * Keeps the run as it stands; called after every fork, each time with the whole run.
   *
   * @param run the run so far
   * @throws Exception if it cannot be kept; the session then ends with {@link
   *     RunNotStoredException}
   */
  void store(Run run) throws Exception;
}
