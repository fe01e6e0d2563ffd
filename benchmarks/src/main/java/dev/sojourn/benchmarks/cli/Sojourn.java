package dev.sojourn.benchmarks.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code sojourn}: a tree of small commands and one place that turns problems into exit
 * codes.
 */
@Command(
    name = "sojourn",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measure, store, compare and read performance, week by week.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ok",
      "1:a regression, with --gate",
      "2:usage",
      "3:unproven: the instrument was not fit",
      "4:unlike machines",
      "5:a benchmark failed"
    })
public final class Sojourn {
  private static final Map<String, Class<?>> COMMANDS = commands();

  private Sojourn() {}

  /** By name, in the order help shows them. */
  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("weeks", WeeksCommand.class);
    commands.put("list", ListCommand.class);
    commands.put("run", RunCommand.class);
    commands.put("compare", CompareCommand.class);
    commands.put("duel", DuelCommand.class);
    commands.put("replay", ReplayCommand.class);
    commands.put("report", ReportCommand.class);
    commands.put("export", ExportCommand.class);
    commands.put("history", HistoryCommand.class);
    commands.put("calibrate", CalibrateCommand.class);
    commands.put("jmh", JmhCommand.class);
    commands.put("maven", MavenDoor.class);
    return commands;
  }

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    Terminal terminal = Terminal.out();
    CommandLine line =
        commandLine(terminal.writer(System.out), Terminal.err().writer(System.err), needed(args));
    Ansi ansi = terminal.style().colour() ? Ansi.ON : Ansi.OFF;
    return line.setColorScheme(Help.defaultColorScheme(ansi)).execute(args);
  }

  /** Of twelve commands the one that is meant: to look at all takes longer than many of them. */
  private static Set<String> needed(String... args) {
    return args.length > 0 && COMMANDS.containsKey(args[0]) ? Set.of(args[0]) : COMMANDS.keySet();
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return commandLine(out, err, COMMANDS.keySet());
  }

  private static CommandLine commandLine(PrintWriter out, PrintWriter err, Set<String> commands) {
    CommandLine line = new CommandLine(new Sojourn());
    commands.forEach(name -> line.addSubcommand(name, COMMANDS.get(name)));
    line.setOut(out).setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((problem, args) -> misunderstood(problem));
    line.setExecutionExceptionHandler(Sojourn::failed);
    Optional.ofNullable(line.getSubcommands().get("jmh"))
        .ifPresent(jmh -> jmh.setUnmatchedOptionsArePositionalParams(true));
    line.setExecutionStrategy(
        parsed -> {
          if (!parsed.hasSubcommand() && parsed.matchedArgs().isEmpty()) {
            parsed.commandSpec().commandLine().usage(parsed.commandSpec().commandLine().getOut());
            return ExitCode.USAGE;
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    return line;
  }

  private static int misunderstood(ParameterException problem) {
    CommandLine line = problem.getCommandLine();
    StringBuilder message = new StringBuilder(firstLine(String.valueOf(problem.getMessage())));
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      message.append("; nearest: ").append(String.join(", ", unmatched.getSuggestions()));
    }
    message.append("; see ").append(line.getCommandSpec().qualifiedName()).append(" --help");
    line.getErr().println("sojourn: " + message);
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof Problem problem) {
      line.getErr().println("sojourn: " + problem.getMessage());
      return problem.exitCode();
    }
    line.getErr().println("sojourn: unexpected " + e + "; this is a defect, please report it:");
    e.printStackTrace(line.getErr());
    return ExitCode.DEFECT;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
