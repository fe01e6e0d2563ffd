package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.results.report.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command in processes of its own: behind a pipe, and on a pseudo-terminal where there is one.
 */
class TerminalOutputTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final String COLOUR = "\u001b[";

  @TempDir private Path folder;

  private static List<String> command(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sojourn.class.getName()));
    Collections.addAll(command, args);
    return command;
  }

  private String output(List<String> command, Map<String, String> environment) throws Exception {
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> read(said)).isZero();
    } finally {
      process.destroyForcibly();
    }
    return read(said);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** On a pseudo-terminal; what the command is made of holds no quote. */
  private String onTerminal(Map<String, String> environment, String... args) throws Exception {
    assumeTrue(
        Files.isExecutable(SCRIPT) && Files.isDirectory(Path.of("/proc/self/fd")),
        "no Linux with /usr/bin/script here to make a terminal");
    String command = "'" + String.join("' '", command(args)) + "'";
    return output(
        List.of(SCRIPT.toString(), "--quiet", "--return", "--command", command, "/dev/null"),
        environment);
  }

  @Test
  void behindAPipeThereIsNoColourAndNoOtherCharset() throws Exception {
    Map<String, String> environment = Map.of("TERM", "xterm", "LC_ALL", "C");

    assertThat(output(command("weeks", "17"), environment))
        .contains("Week 17")
        .doesNotContain("\u001b");
    assertThat(output(command("run", "--help"), environment)).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({"xterm, '', true", "xterm, 1, false", "dumb, '', false"})
  void onATerminalThereIsColourUnlessItCannotOrMustNotBe(
      String term, String noColor, boolean colour) throws Exception {
    Map<String, String> environment = new HashMap<>(Map.of("TERM", term, "NO_COLOR", noColor));

    String said = onTerminal(environment, "weeks", "17");

    assertThat(said).contains("Week 17");
    assertThat(said.contains(COLOUR)).isEqualTo(colour);
  }

  @Test
  void aTerminalOfAnotherCharsetIsNotSentUtf8() throws Exception {
    String said = onTerminal(Map.of("TERM", "dumb", "LC_ALL", "C"), "weeks");

    assertThat(said).contains("Week 48").matches("\\p{ASCII}*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "weeks"})
  void everyLineFitsAHundredColumns(String command) {
    Spoken spoken = Spoken.by(command);

    assertThat(spoken.out().lines()).hasSizeGreaterThan(48);
    assertThat(spoken.out().lines()).allMatch(line -> Words.columns(line) <= 100);
  }
}
