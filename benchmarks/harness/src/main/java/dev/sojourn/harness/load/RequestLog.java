package dev.sojourn.harness.load;

/** Is told of every request as it ends, on the thread that paces them: must be quick. */
@FunctionalInterface
public interface RequestLog {
  /** Remembers nothing. */
  RequestLog NONE = (intended, start, end) -> {};

  /**
   * A request has ended.
   *
   * @param intendedNanos when it was due
   * @param startNanos when it started
   * @param endNanos when it ended
   */
  void ended(long intendedNanos, long startNanos, long endNanos);
}
