package dev.sojourn.benchmarks.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
      /* Unlike writeString, this writes a question mark for half a character instead of refusing. */
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Problem.usage(
          "cannot write " + file + " (" + e + "); choose another place with -o FILE");
    }
  }
}
