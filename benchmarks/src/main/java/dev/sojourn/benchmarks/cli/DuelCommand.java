package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.duel.Bouts;
import dev.sojourn.harness.duel.Contender;
import dev.sojourn.harness.duel.DuelException;
import dev.sojourn.harness.duel.JavaProgram;
import dev.sojourn.harness.duel.JmhJar;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Did my change make it slower? Two builds of anyone's JMH project, measured in turn. */
@Command(
    name = "duel",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs two JMH jars of anyone's project fork by fork in turn, and judges NEW.",
    footer = DuelOptions.FOOTER)
final class DuelCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD.jar", description = "The JMH uber-jar before.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW.jar", description = "The JMH uber-jar after.")
  private Path after = Path.of("");

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "REGEX",
      description = "Only benchmarks in whose name this is found (default: all).")
  private String regex = "";

  @Mixin private DuelOptions options = new DuelOptions();

  @Spec private CommandSpec spec;

  private final DuelMeans means;

  DuelCommand() {
    this(DuelMeans.REAL);
  }

  /** A duel whose forks are run by others than the jars themselves. */
  DuelCommand(DuelMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws InterruptedException {
    Pattern pattern = pattern(regex);
    JavaProgram java = options.java();
    List<String> arguments = options.jvmArguments(java);
    try {
      Contender reference = Contender.of(JmhJar.open(before), java);
      Contender subject = Contender.of(JmhJar.open(after), java);
      Bouts bouts =
          Bouts.of(reference, subject, (name, point) -> pattern.matcher(name).find(), regex);
      return new DuelRound(Match.of(reference, subject, bouts), options, means, spec)
          .run(java, arguments, benchmark -> arguments);
    } catch (DuelException e) {
      throw Problem.usage(e);
    }
  }

  static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw Problem.usage("not a regular expression: " + e.getDescription() + ": " + regex);
    }
  }
}
