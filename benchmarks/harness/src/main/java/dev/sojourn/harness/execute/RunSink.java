package dev.sojourn.harness.execute;

import dev.sojourn.results.model.Run;

/** Where a run is kept. */
@FunctionalInterface
public interface RunSink {
  /**
   * Keeps the run as it stands; called after every fork, each time with the whole run.
   *
   * @param run the run so far
   */
  void store(Run run);
}
