package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Run;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The raw numbers of a run as comma-separated values (RFC 4180), one row for each arm, metric and
 * fork, and one for each arm that was planned and could not be measured.
 *
 * <p>Numbers are written in full, for programs; lines end in carriage return and line feed.
 */
public final class CsvReport {
  private static final String[] HEAD = {
    "label",
    "machine",
    "study",
    "method",
    "params",
    "metric",
    "unit",
    "round",
    "position",
    "started_at",
    "median",
    "scores",
    "failure"
  };

  private CsvReport() {}

  /**
   * Every fork of a run.
   *
   * @param run a run, finished or not
   * @return a head and one line for each fork; {@code scores} are its measurement iterations,
   *     parted by blanks; {@code failure} says of an arm without numbers where it failed and why
   */
  public static String run(Run run) {
    StringBuilder out = new StringBuilder(record(HEAD));
    for (Measurement m : run.findings()) {
      for (ForkSample fork : m.forks()) {
        out.append(record(fields(run, m, fork)));
      }
    }
    run.failures().stream()
        .filter(Failure::hurts)
        .forEach(failure -> out.append(record(fields(run, failure))));
    return out.toString();
  }

  private static String[] fields(Run run, Failure failure) {
    Arm arm = failure.arm();
    return new String[] {
      run.label().value(),
      run.machine().name(),
      arm.study(),
      arm.method(),
      arm.paramsText(),
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      failure.stage() + ": " + failure.cause()
    };
  }

  private static String[] fields(Run run, Measurement m, ForkSample fork) {
    String scores =
        fork.scores().stream().map(d -> Double.toString(d)).collect(Collectors.joining(" "));
    return new String[] {
      run.label().value(),
      run.machine().name(),
      m.arm().study(),
      m.arm().method(),
      m.arm().paramsText(),
      m.metric().name(),
      m.metric().unit(),
      Integer.toString(fork.round()),
      Integer.toString(fork.position()),
      fork.startedAt().toString(),
      Double.toString(fork.median()),
      scores,
      ""
    };
  }

  private static String record(String... fields) {
    return Arrays.stream(fields).map(CsvReport::quoted).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String quoted(String field) {
    boolean bare = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return bare ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
