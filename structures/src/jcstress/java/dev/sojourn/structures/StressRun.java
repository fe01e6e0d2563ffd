package dev.sojourn.structures;

import java.util.List;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;

/** Looks for what is forbidden: it must be found where a ring is used wrongly, and nowhere else. */
public final class StressRun {
  private static final String CANARY = "dev.sojourn.structures.queue.CanaryStress ";

  private StressRun() {}

  /**
   * Runs the tests; fails if any but the canary does, or the canary does not.
   *
   * @param arguments of jcstress; a choice of tests must take in the canary
   * @throws Exception if the tests cannot be run
   */
  public static void main(String[] arguments) throws Exception {
    Options options = new Options(arguments);
    if (!options.parse()) {
      throw new IllegalArgumentException(
          "jcstress does not take these arguments: " + String.join(" ", arguments));
    }
    List<String> failures = failures(new JCStress(options));
    if (!failures.stream().allMatch(failure -> failure.startsWith(CANARY))) {
      throw new AssertionError(String.join(System.lineSeparator(), failures));
    }
    if (failures.stream().noneMatch(failure -> failure.contains("Observed forbidden state"))) {
      throw new AssertionError(
          "the wrong use of a ring was not noticed: this run would notice nothing; give it two"
              + " processors and more time");
    }
    System.out.println("Forbidden are the canary's results, as they must be, and no others.");
  }

  /** A line for each failed test, from the message that jcstress throws in the end. */
  private static List<String> failures(JCStress tests) throws Exception {
    try {
      tests.run();
      return List.of();
    } catch (AssertionError failed) {
      return String.valueOf(failed.getMessage())
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
