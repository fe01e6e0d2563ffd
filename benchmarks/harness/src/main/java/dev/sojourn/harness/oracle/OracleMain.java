package dev.sojourn.harness.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.results.model.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@link OracleGate} starts: compares the answers of one study at one point and writes down
 * what came of it.
 *
 * <p>Arguments: directory to write to, study, its methods, answers, milliseconds per method, then
 * {@code name=value} per parameter.
 */
public final class OracleMain {
  /** Holds the outcome, once there is one. */
  static final String OUTCOME = "outcome.json";

  /** Holds the name of the method that is answering. */
  static final String CURRENT = "current";

  private static final int FIXED_ARGUMENTS = 5;

  private OracleMain() {}

  /**
   * Runs the comparison.
   *
   * @param args see above
   * @throws Exception when the study is not there or the outcome cannot be written
   */
  public static void main(String[] args) throws Exception {
    endWithParent();
    Path directory = Path.of(args[0]);
    StudyDescriptor study =
        StudyReader.read(Class.forName(args[1])).limitedTo(List.of(args[2].split(",", -1)));
    Oracle oracle =
        new Oracle(Integer.parseInt(args[3]), Duration.ofMillis(Long.parseLong(args[4])));
    SortedMap<String, String> point =
        point(Arrays.asList(args).subList(FIXED_ARGUMENTS, args.length));
    Outcome outcome = outcome(oracle, study, point, directory.resolve(CURRENT));
    Path written = directory.resolve(OUTCOME + ".part");
    new ObjectMapper().writeValue(written.toFile(), outcome);
    Files.move(written, directory.resolve(OUTCOME));
    // Threads that a study left behind must not keep this JVM alive.
    Runtime.getRuntime().halt(0);
  }

  private static Outcome outcome(
      Oracle oracle, StudyDescriptor study, SortedMap<String, String> point, Path current) {
    try {
      return new Outcome(
          oracle.compare(study, point, method -> write(current, method)),
          Collections.emptySortedMap());
    } catch (OracleException e) {
      return new Outcome(null, e.causes());
    }
  }

  private static SortedMap<String, String> point(List<String> pairs) {
    SortedMap<String, String> point = new TreeMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      point.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return point;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  /** The parent never writes to this JVM's input: its end means that the parent is gone. */
  private static void endWithParent() {
    Thread watch = new Thread(OracleMain::awaitEndOfInput, "end-with-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is expected; whatever comes is not the end.
      }
    } catch (IOException e) {
      // A broken pipe says the same as its end.
    }
    Runtime.getRuntime().halt(1);
  }

  /**
   * What came of a comparison: the answers, or why there are none.
   *
   * @param answers what was compared, absent when a method gave no answer
   * @param causes why, by method
   */
  record Outcome(@Nullable Answers answers, SortedMap<String, String> causes) {}
}
