package dev.sojourn.harness.execute;

import java.io.IOException;
import java.nio.file.Path;

/** Another process: holds a lock until its input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    var held = MeasuringLock.at(Path.of(arguments[0])).acquireNow(arguments[1]);
    System.err.println("held");
    while (System.in.read() >= 0) {
      // Only the end matters.
    }
    held.close();
  }
}
