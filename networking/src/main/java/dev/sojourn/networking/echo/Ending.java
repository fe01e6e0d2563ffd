package dev.sojourn.networking.echo;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** How things end when nobody is left to be told of a failure. */
final class Ending {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Ending() {}

  static void quietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      // A socket that fails to close is closed all the same.
    }
  }

  /** Waits for a thread to end, but never for longer than the patience of a user. */
  static void await(Thread thread) {
    try {
      if (!thread.join(PATIENCE)) {
        throw new IllegalStateException(
            "thread " + thread.getName() + " has not ended within " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
