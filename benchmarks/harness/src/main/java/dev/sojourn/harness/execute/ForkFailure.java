package dev.sojourn.harness.execute;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkException;

/** Says in one line why JMH gave up on a fork. */
final class ForkFailure {
  private static final Pattern EXIT = Pattern.compile("Forked VM failed with exit code (-?\\d+)");

  /** What a JVM exits with after SIGHUP, SIGINT and SIGTERM: somebody ended it, nothing broke. */
  private static final List<Integer> ENDED_FROM_OUTSIDE = List.of(129, 130, 143);

  private static final List<String> TELLING = List.of("Error", "Exception", "Unrecognized");

  private ForkFailure() {}

  static ForkOutcome of(Throwable thrown, List<String> output) {
    Throwable root = root(thrown);
    if (root instanceof InterruptedException) {
      return new ForkOutcome.Stopped("the run was interrupted");
    }
    Matcher exit = EXIT.matcher(String.valueOf(root.getMessage()));
    if (!exit.find()) {
      return new ForkOutcome.Failed(firstLine(root));
    }
    int code = Integer.parseInt(exit.group(1));
    if (ENDED_FROM_OUTSIDE.contains(code)) {
      return new ForkOutcome.Stopped("the fork was ended from outside, exit code " + code);
    }
    return new ForkOutcome.Failed("the fork's JVM exited with code " + code + said(output));
  }

  /** JMH hides the cause of a {@link BenchmarkException} among the suppressed ones. */
  private static Throwable root(Throwable thrown) {
    Throwable current = thrown;
    while (true) {
      Throwable next = current.getCause();
      if (current instanceof BenchmarkException && current.getSuppressed().length > 0) {
        next = current.getSuppressed()[0];
      }
      if (next == null) {
        return current;
      }
      current = next;
    }
  }

  private static String firstLine(Throwable thrown) {
    return thrown.toString().lines().findFirst().orElse(thrown.getClass().getName()).strip();
  }

  private static String said(List<String> output) {
    return output.stream()
        .filter(line -> TELLING.stream().anyMatch(line::contains))
        .findFirst()
        .map(line -> ": " + line)
        .orElse("");
  }
}
