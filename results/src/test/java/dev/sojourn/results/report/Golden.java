package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds a report against the copy under test resources, line by line. */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""))
          .resolve("src/test/resources/dev/sojourn/results/report");

  private static final int MOST_LINES = 30;

  private Golden() {}

  /**
   * Fails with the lines that differ; {@code -Dsojourn.golden=write} writes the report as the new
   * copy.
   */
  static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("sojourn.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      String expected = Files.readString(file);
      if (!expected.equals(actual)) {
        fail(message(file, expected.split("\n", -1), actual.split("\n", -1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no golden copy; make one with -Dsojourn.golden=write", e);
    }
  }

  private static String message(Path file, String[] expected, String[] actual) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
      String was = i < expected.length ? expected[i] : "(end)";
      String is = i < actual.length ? actual[i] : "(end)";
      if (!was.equals(is)) {
        lines.add(i + 1 + " - " + was);
        lines.add(i + 1 + " + " + is);
      }
    }
    String shown = String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size())));
    return file.getFileName()
        + " differs in "
        + lines.size() / 2
        + " lines; if the new text is right, run mvn -pl results test -Dsojourn.golden=write"
        + " and look at the difference before committing it:\n"
        + shown;
  }
}
