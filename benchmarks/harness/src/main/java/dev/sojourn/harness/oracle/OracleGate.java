package dev.sojourn.harness.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Answers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * Compares the answers of a study in a JVM of its own, started as its forks will be: no method is
 * timed before.
 *
 * <p>The other JVM ends with this one, and is killed when it takes too long.
 */
public final class OracleGate {
  private static final Duration SET_UP = Duration.ofMinutes(2);
  private static final String UNSAFE_WITHOUT_WARNING = "--sun-misc-unsafe-memory-access=allow";

  private final Oracle oracle;
  private final Duration setUp;

  /** A gate that compares {@linkplain Oracle#THOROUGH thoroughly}. */
  public OracleGate() {
    this(Oracle.THOROUGH, SET_UP);
  }

  /**
   * A gate with limits.
   *
   * @param oracle how many answers, and how long a method may go on answering
   * @param setUp how long a method may take beside that; together they are when the JVM is killed
   */
  public OracleGate(Oracle oracle, Duration setUp) {
    this.oracle = oracle;
    this.setUp = setUp;
  }

  /**
   * Lets every method of a study answer and compares; {@link Oracle#dissent} tells who differs too
   * much.
   *
   * @param study the study
   * @param point value by parameter, complete
   * @param jvmArgs arguments of the JVM, as the forks will get them
   * @return what was compared, and how much of it differed
   * @throws OracleException naming every method that gave no answer
   */
  public Answers check(
      StudyDescriptor study, SortedMap<String, String> point, List<String> jvmArgs) {
    try {
      Path directory = Files.createTempDirectory("sojourn-answers");
      try {
        return check(study, directory, command(study, point, jvmArgs, directory));
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw failure(study, study.card().baseline(), "its JVM cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(study, study.card().baseline(), "interrupted while answers were compared");
    }
  }

  private Answers check(StudyDescriptor study, Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Duration limit = oracle.perMethod().plus(setUp).multipliedBy(study.card().methods().size());
    try {
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        throw failure(
            study, current(study, directory), "no answer within " + limit.toSeconds() + " s");
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    Path outcome = directory.resolve(OracleMain.OUTCOME);
    if (!Files.exists(outcome)) {
      throw failure(
          study,
          current(study, directory),
          "its JVM ended with exit code " + process.exitValue() + ": " + complaint(log));
    }
    return answers(study, new ObjectMapper().readValue(outcome.toFile(), OracleMain.Outcome.class));
  }

  private static Answers answers(StudyDescriptor study, OracleMain.Outcome outcome) {
    if (outcome.answers() == null) {
      throw new OracleException(study.id(), outcome.causes());
    }
    return outcome.answers();
  }

  private List<String> command(
      StudyDescriptor study,
      SortedMap<String, String> point,
      List<String> jvmArgs,
      Path directory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArgs);
    command.add(UNSAFE_WITHOUT_WARNING);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(OracleMain.class.getName());
    command.addAll(List.of(directory.toString(), study.type().getName()));
    command.add(String.join(",", study.card().methods()));
    command.add(Integer.toString(oracle.mostAnswers()));
    command.add(Long.toString(oracle.perMethod().toMillis()));
    point.forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }

  private static String current(StudyDescriptor study, Path directory) throws IOException {
    Path current = directory.resolve(OracleMain.CURRENT);
    return Files.exists(current) ? Files.readString(current) : study.card().baseline();
  }

  private static String complaint(Path log) throws IOException {
    String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    return said.lines().filter(line -> !line.isBlank()).findFirst().orElse("it said nothing");
  }

  private static OracleException failure(StudyDescriptor study, String method, String cause) {
    return new OracleException(study.id(), Map.of(method, cause));
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
