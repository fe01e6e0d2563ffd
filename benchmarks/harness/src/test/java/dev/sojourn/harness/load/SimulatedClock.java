package dev.sojourn.harness.load;

/** A clock that only moves when somebody waits on it. */
final class SimulatedClock implements NanoClock {
  private long now = 1_000;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public long waitUntil(long nanos) {
    now = Math.max(now, nanos);
    return now;
  }

  void advance(long nanos) {
    now += nanos;
  }
}
