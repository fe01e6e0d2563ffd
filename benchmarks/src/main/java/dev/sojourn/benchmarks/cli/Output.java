package dev.sojourn.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files the user asked for, written or refused by name. */
final class Output {
  private Output() {}

  static void write(Path file, String content) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, content);
    } catch (IOException e) {
      throw Problem.usage(
          "cannot write " + file + " (" + e + "); choose another place with -o FILE");
    }
  }
}
