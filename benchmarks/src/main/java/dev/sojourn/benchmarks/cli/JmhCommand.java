package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.execute.MeasuringLock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** JMH itself, untouched: every argument goes to its own command line. */
@Command(
    name = "jmh",
    description = "JMH itself, untouched: every argument goes to its own command line.")
final class JmhCommand implements Callable<Integer> {
  private static final Set<String> MEASURES_NOTHING = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

  @Parameters(arity = "0..*", paramLabel = "ARGS", description = "Arguments of JMH; -h lists them.")
  private @Nullable List<String> arguments;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> words = arguments == null ? List.of() : arguments;
    if (words.equals(List.of("--help"))) {
      Main.main(new String[] {"-h"});
      return ExitCode.OK;
    }
    if (!words.isEmpty() && MEASURES_NOTHING.contains(words.getFirst())) {
      Main.main(words.toArray(String[]::new));
      return ExitCode.OK;
    }
    // JMH's own lock is free between the forks of a run; ours is not.
    try (var _ = MeasuringLock.ofMachine().await("jmh", spec.commandLine().getErr()::println)) {
      Main.main(words.toArray(String[]::new));
    }
    return ExitCode.OK;
  }
}
