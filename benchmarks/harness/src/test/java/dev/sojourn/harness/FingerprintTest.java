package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles small studies and looks at what moves their fingerprint. */
final class FingerprintTest {
  private static final String STUDY =
      """
      package dev.sojourn.tried;
      import dev.sojourn.harness.*;
      import dev.sojourn.structures.heap.Tried;
      @Study(week = 3, question = "Why?", insight = "So.")
      public class TriedBench {
        public long first() { long sum = 1; return sum + Nested.add(new Tried().next()); }
        static class Nested { static long add(long x) { return x + 2; } }
      }
      """;
  private static final String SUBJECT =
      """
      package dev.sojourn.structures.heap;
      public class Tried { public long next() { return new Deeper().value(); } }
      """;
  private static final String DEEPER =
      """
      package dev.sojourn.structures.heap;
      class Deeper { long value() { return 3; } }
      """;

  @TempDir private Path directory;

  @Test
  void equalCodeHasEqualFingerprints() throws IOException {
    String once = fingerprint("a", STUDY, SUBJECT, DEEPER);

    assertThat(once).matches("[0-9a-f]{16}");
    assertThat(fingerprint("b", STUDY, SUBJECT, DEEPER)).isEqualTo(once);
  }

  @Test
  void wordsWeeksLinesAndLocalNamesDoNotCount() throws IOException {
    String reworded =
        "\n\n"
            + STUDY.replace("Why?", "Why not?").replace("week = 3", "week = 4").replace("sum", "s");

    assertThat(fingerprint("b", reworded, SUBJECT, DEEPER))
        .isEqualTo(fingerprint("a", STUDY, SUBJECT, DEEPER));
  }

  @Test
  void codeOfTheStudyItsNestedClassesAndItsSubjectsCounts() throws IOException {
    assertThat(
            List.of(
                fingerprint("a", STUDY, SUBJECT, DEEPER),
                fingerprint("b", STUDY.replace("sum = 1", "sum = 5"), SUBJECT, DEEPER),
                fingerprint("c", STUDY.replace("x + 2", "x + 6"), SUBJECT, DEEPER),
                fingerprint("d", STUDY, SUBJECT.replace("value()", "value() + 7"), DEEPER),
                fingerprint("e", STUDY, SUBJECT, DEEPER.replace("3", "8"))))
        .doesNotHaveDuplicates();
  }

  private String fingerprint(String name, String study, String subject, String deeper)
      throws IOException {
    Path root = directory.resolve(name);
    Path classes = Files.createDirectories(root.resolve("classes"));
    List<Path> sources =
        List.of(
            root.resolve("TriedBench.java"),
            root.resolve("Tried.java"),
            root.resolve("Deeper.java"));
    Files.writeString(sources.get(0), study);
    Files.writeString(sources.get(1), subject);
    Files.writeString(sources.get(2), deeper);
    int failures =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments(classes, sources));
    assertThat(failures).as("javac").isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      return Fingerprint.of(Class.forName("dev.sojourn.tried.TriedBench", false, loader));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("compiled class not found", e);
    }
  }

  private static String[] arguments(Path classes, List<Path> sources) {
    String harness =
        Objects.requireNonNull(Study.class.getProtectionDomain().getCodeSource())
            .getLocation()
            .getPath();
    return new String[] {
      "-g",
      "-proc:none",
      "-cp",
      harness,
      "-d",
      classes.toString(),
      sources.get(0).toString(),
      sources.get(1).toString(),
      sources.get(2).toString()
    };
  }
}
