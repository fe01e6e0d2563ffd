package dev.sojourn.benchmarks.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Printed commands, as a shell understands them. */
final class Pasted {
  /** Stands for the program, and says what it was given, word by word. */
  private static final String JAVA = "java() { shift 2; printf '%s\\n' \"$@\"; }\n";

  private Pasted() {}

  /** The words of a command, which may leave out the program. */
  static List<String> words(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
    try (OutputStream script = shell.getOutputStream()) {
      String whole = command.startsWith("java ") ? command : "java -jar sojourn.jar " + command;
      script.write((JAVA + whole + "\n").getBytes(UTF_8));
    }
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(command + ": " + said).isZero();
    return said.lines().toList();
  }

  /** The rest of the one line that holds these words. */
  static String after(String words, String text) {
    List<String> lines = text.lines().filter(line -> line.contains(words)).toList();
    assertThat(lines).as(text).hasSize(1);
    return lines.getFirst().substring(lines.getFirst().indexOf(words) + words.length());
  }
}
