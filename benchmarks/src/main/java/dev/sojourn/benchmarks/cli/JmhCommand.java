package dev.sojourn.benchmarks.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** JMH itself, untouched: every argument goes to its own command line. */
@Command(
    name = "jmh",
    description = "JMH itself, untouched: every argument goes to its own command line.")
final class JmhCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ARGS", description = "Arguments of JMH; -h lists them.")
  private @Nullable List<String> arguments;

  @Override
  public Integer call() throws Exception {
    Main.main(arguments == null ? new String[0] : arguments.toArray(String[]::new));
    return ExitCode.OK;
  }
}
