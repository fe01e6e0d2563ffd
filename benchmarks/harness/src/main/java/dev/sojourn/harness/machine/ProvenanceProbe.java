package dev.sojourn.harness.machine;

import dev.sojourn.results.model.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds out which code is about to be measured. */
public final class ProvenanceProbe {
  private static final String UNKNOWN = "unknown";
  private static final long GIT_SECONDS = 2;

  /** Runs that were stored in the checkout change nothing that is measured. */
  private static final String[] STATUS = {
    "status", "--porcelain", "--", ":(top)", ":(top,exclude)results/runs"
  };

  private ProvenanceProbe() {}

  /**
   * The code in the working directory, measured by this tool.
   *
   * @param jvmArguments arguments of every fork
   * @return revision, versions and arguments; an unknown revision counts as changed
   */
  public static Provenance probe(List<String> jvmArguments) {
    return probe(Path.of(""), "git", jvmArguments);
  }

  static Provenance probe(Path directory, String git, List<String> jvmArguments) {
    Optional<String> revision = output(directory, git, "rev-parse", "HEAD");
    Optional<String> changes = output(directory, git, STATUS);
    boolean dirty = revision.isEmpty() || changes.map(text -> !text.isEmpty()).orElse(true);
    return new Provenance(
        version(), MachineProbe.jmhVersion(), revision.orElse(UNKNOWN), dirty, jvmArguments);
  }

  private static String version() {
    return Optional.ofNullable(ProvenanceProbe.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }

  /** What a git command prints, or empty if there is no git, no checkout or no answer in time. */
  private static Optional<String> output(Path directory, String git, String... arguments) {
    try {
      Path answer = Files.createTempFile("sojourn-git", ".txt");
      try {
        return output(directory, answer, command(git, arguments));
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Through a file, because a full pipe would make git wait, and this wait for git. */
  private static Optional<String> output(Path directory, Path answer, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      boolean ended = process.waitFor(GIT_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0
          ? Optional.of(Files.readString(answer, StandardCharsets.UTF_8).strip())
          : Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(String git, String... arguments) {
    List<String> command = new ArrayList<>(List.of(git));
    command.addAll(List.of(arguments));
    return command;
  }
}
