package dev.sojourn.results.report;

import dev.sojourn.results.compare.TwoStageGate;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command that would hold two jars against each other again, as far as their runs tell. */
final class ReproduceDuel {
  private static final String DUEL = Reproduce.JAR + "duel";

  /** A replay's jars are gone when it ends, and its runs do not tell what was asked for. */
  private static final String REPLAYED = "(old|new)-[0-9a-f]{12}\\.jar";

  private final Run before;
  private final PlanCard plan;

  private ReproduceDuel(Run before) {
    this.before = before;
    this.plan = before.plan();
  }

  /**
   * The jars go by their names, wherever they were.
   *
   * @return the command; nothing for runs that are not the two sides of one duel
   */
  static Optional<String> of(Run before, Run after) {
    Optional<String> reference = before.provenance().jar().filter(j -> !j.matches(REPLAYED));
    Optional<String> subject = after.provenance().jar();
    boolean together =
        before.startedAt().equals(after.startedAt()) && before.plan().seed() == after.plan().seed();
    return together && reference.isPresent() && subject.isPresent()
        ? Optional.of(new ReproduceDuel(before).command(reference.get(), subject.get()))
        : Optional.empty();
  }

  private String command(String reference, String subject) {
    return String.join(" ", DUEL, Shell.quoted(reference), Shell.quoted(subject), wish(), effort())
        + Reproduce.seed(plan)
        + arguments();
  }

  private String wish() {
    List<String> names = plan.arms().stream().map(ReproduceDuel::benchmark).distinct().toList();
    return Shell.quoted(Reproduce.pattern(names));
  }

  private static String benchmark(Arm arm) {
    return arm.study() + "." + arm.method();
  }

  /** A gate decides by itself what is worth more than its screen. */
  private String effort() {
    return plan.effort().equals(TwoStageGate.EFFORT)
        ? "--gate"
        : "--effort " + Shell.quoted(plan.effort()) + " --pairs " + plan.pairs();
  }

  private String arguments() {
    List<String> arguments = before.provenance().jvmArguments();
    return arguments.isEmpty()
        ? ""
        : " --jvm-args "
            + Shell.quoted(
                arguments.stream().map(ReproduceDuel::word).collect(Collectors.joining(" ")));
  }

  /** One argument among those of the option, which is split at blanks outside of quotes. */
  private static String word(String argument) {
    return argument.matches("[^\\s\"']+")
        ? argument
        : "\"" + argument.replace("\"", "\"'\"'\"") + "\"";
  }
}
