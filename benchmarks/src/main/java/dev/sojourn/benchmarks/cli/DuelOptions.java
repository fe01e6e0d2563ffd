package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.duel.DuelArguments;
import dev.sojourn.harness.duel.DuelException;
import dev.sojourn.harness.duel.JavaProgram;
import dev.sojourn.results.model.Label;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that hold one build against another have in common. */
final class DuelOptions {
  /** What there is no option for. */
  static final String FOOTER =
      "A stopped one cannot be gone on with: its runs stay unfinished, and no gate passes them.";

  private static final DateTimeFormatter BY_TIME =
      DateTimeFormatter.ofPattern("'duel-'yyyy-MM-dd'T'HHmmss", Locale.ROOT);

  /** Longest of the endings that tell the two runs of a duel apart. */
  private static final int ENDING = 12;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Forks of each build for every benchmark and point (default: the effort's).")
  private @Nullable Integer pairs;

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      description =
          "smoke (1 pair, never a verdict), screen (8), confirm (16) or publish (24);"
              + " default: screen, and with --gate confirm for what the screen suspects.")
  private @Nullable String effort;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the order of forks (default: 1).")
  private long seed = 1;

  @Option(
      names = "--gate",
      description =
          "Screen by 8 pairs, confirm suspects by 16 fresh ones (unless --pairs or --effort says"
              + " otherwise). Exit 1 if anything regressed, 5 if a benchmark failed, 3 if nothing"
              + " could be said.")
  private boolean gate;

  @Option(
      names = "--label",
      paramLabel = "L",
      description = "The runs are stored as L-old and L-new (default: duel-, date and time).")
  private @Nullable String label;

  @Option(names = "--format", description = "text, md or json (default: text).")
  private CompareCommand.Format format = CompareCommand.Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Also write one offline HTML page.")
  private @Nullable Path page;

  @Option(
      names = "--jvm",
      paramLabel = "JAVA",
      description = "The java, or the folder of the JDK, that runs both (default: this one).")
  private @Nullable Path jvm;

  @Option(
      names = "--jvm-args",
      paramLabel = "ARGS",
      description =
          "Arguments of every fork, in place of -Xms1g -Xmx1g -XX:+AlwaysPreTouch -XX:+UseG1GC.")
  private @Nullable String jvmArguments;

  @Option(
      names = "--no-wait",
      description = "Stop, instead of waiting, when another measurement is running.")
  private boolean noWait;

  @Mixin private ResultsOption results = new ResultsOption();

  ResultsOption results() {
    return results;
  }

  boolean gate() {
    return gate;
  }

  /** Whether the gate itself decides how many pairs each comparison is worth. */
  boolean inTwoStages() {
    return gate && pairs == null && effort == null;
  }

  boolean waits() {
    return !noWait;
  }

  long seed() {
    return seed;
  }

  CompareCommand.Format format() {
    return format;
  }

  @Nullable Path page() {
    return page;
  }

  Effort effort() {
    if (effort == null) {
      return Effort.SCREEN;
    }
    return RunCommand.effort(effort);
  }

  int pairs() {
    int forks = pairs == null ? effort().pairs() : pairs;
    if (forks < 1) {
      throw Problem.usage("--pairs must be at least 1, was " + forks);
    }
    return forks;
  }

  /** Refuses what would be refused later, before anything that takes long. */
  void requireValid() throws InterruptedException {
    effort();
    pairs();
    label();
    jvmArguments(java());
  }

  Label label() {
    String name = label == null ? ZonedDateTime.now(ZoneId.systemDefault()).format(BY_TIME) : label;
    if (name.length() > Label.MAX_LENGTH - ENDING) {
      throw Problem.usage(
          "--label must leave room for an ending, so have at most %d characters, had %d"
              .formatted(Label.MAX_LENGTH - ENDING, name.length()));
    }
    return RunSource.label(name);
  }

  JavaProgram java() throws InterruptedException {
    try {
      return jvm == null ? JavaProgram.own() : JavaProgram.at(jvm);
    } catch (DuelException e) {
      throw Problem.usage(e);
    }
  }

  List<String> jvmArguments(JavaProgram java) {
    return jvmArguments == null
        ? DuelArguments.defaults(java)
        : CommandWords.split(jvmArguments, "--jvm-args");
  }

  boolean choosesJvmArguments() {
    return jvmArguments != null;
  }
}
