package dev.sojourn.harness.duel;

import dev.sojourn.harness.execute.ForkOutcome;
import java.time.Duration;
import java.util.List;

/** Says in one line why a jar's JMH gave no result. */
final class JarFailure {
  private static final String LOCK_TAKEN = "Another JMH instance";
  private static final String SUPPRESSED = "Suppressed: ";
  private static final String FORK_FAILED = "Forked VM failed with exit code";
  private static final List<String> TELLING =
      List.of("Unrecognized", "Error", "error", "Exception", "Could not", "Conflicting");

  /** What a JVM exits with after SIGHUP, SIGINT and SIGTERM: somebody ended it, nothing broke. */
  private static final List<Integer> ENDED_FROM_OUTSIDE = List.of(129, 130, 143);

  private JarFailure() {}

  static boolean isLock(ForkOutcome outcome) {
    return outcome instanceof ForkOutcome.Failed failed && failed.cause().contains(LOCK_TAKEN);
  }

  static ForkOutcome of(ChildProcess.Ended ended, Duration limit) {
    if (ended.stopped()) {
      return new ForkOutcome.Stopped("the duel was stopped");
    }
    if (ended.late()) {
      return new ForkOutcome.Failed("the fork had not ended after " + limit.toSeconds() + " s");
    }
    if (ENDED_FROM_OUTSIDE.contains(ended.exitCode())) {
      return new ForkOutcome.Stopped(
          "the fork was ended from outside, exit code " + ended.exitCode());
    }
    return new ForkOutcome.Failed(cause(ended));
  }

  /** JMH hides the benchmark's own exception among the suppressed ones of its last words. */
  private static String cause(ChildProcess.Ended ended) {
    List<String> lines =
        ended.output().stream()
            .map(String::strip)
            .filter(line -> !line.startsWith("WARNING"))
            .toList();
    return lines.stream()
        .filter(line -> line.contains(LOCK_TAKEN))
        .findFirst()
        .or(
            () ->
                lines.stream()
                    .filter(line -> line.startsWith(SUPPRESSED) && !line.contains(FORK_FAILED))
                    .map(line -> line.substring(SUPPRESSED.length()))
                    .findFirst())
        .or(() -> lines.stream().filter(JarFailure::tells).findFirst())
        .orElse("JMH exited with code " + ended.exitCode());
  }

  private static boolean tells(String line) {
    return TELLING.stream().anyMatch(line::contains);
  }
}
