package dev.sojourn.harness.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The arguments every fork's JVM is started with, so that both jars get the same and nothing is
 * chosen by ergonomics.
 *
 * <p>What a benchmark declares for its own forks comes after these and wins; where it chooses a
 * heap or a collector, ours is left out, because a JVM refuses two that contradict each other.
 */
public final class DuelArguments {
  private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");
  private static final String COLLECTOR = "-XX:+UseG1GC";
  private static final String QUIET_UNSAFE = "--sun-misc-unsafe-memory-access=allow";
  private static final int FIRST_JDK_THAT_WARNS = 24;
  private static final Pattern CHOOSES_HEAP =
      Pattern.compile("-Xm[sx].*|-XX:(Max|Initial|Min)(HeapSize|RAM\\w*)=.*");
  private static final Pattern CHOOSES_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

  private DuelArguments() {}

  /**
   * The arguments of forks whose benchmark declares none.
   *
   * @param java runs them
   * @return heap, collector, and for newer JVMs the word that JMH's use of Unsafe is known
   */
  public static List<String> defaults(JavaProgram java) {
    List<String> arguments = new ArrayList<>(HEAP);
    arguments.add(COLLECTOR);
    if (java.feature() >= FIRST_JDK_THAT_WARNS) {
      arguments.add(QUIET_UNSAFE); // older JVMs would refuse to start with this
    }
    return List.copyOf(arguments);
  }

  /**
   * Ours, as far as the benchmark's own allow, then those of its own that JMH would forget.
   *
   * @param ours arguments for all
   * @param benchmark the benchmark's entries, one for each mode
   * @return what is handed to JMH
   */
  static List<String> merged(List<String> ours, List<DeclaredBenchmark> benchmark) {
    List<String> declared = distinct(benchmark, DeclaredBenchmark::jvmArguments);
    boolean heap = declared.stream().anyMatch(a -> CHOOSES_HEAP.matcher(a).matches());
    boolean collector = declared.stream().anyMatch(a -> CHOOSES_COLLECTOR.matcher(a).matches());
    List<String> merged = new ArrayList<>();
    for (String argument : ours) {
      boolean ofHeap = CHOOSES_HEAP.matcher(argument).matches() || HEAP.contains(argument);
      boolean ofCollector = CHOOSES_COLLECTOR.matcher(argument).matches();
      if (!(heap && ofHeap) && !(collector && ofCollector)) {
        merged.add(argument);
      }
    }
    merged.addAll(distinct(benchmark, DeclaredBenchmark::mainArguments));
    return List.copyOf(merged);
  }

  private static List<String> distinct(
      List<DeclaredBenchmark> benchmark, Function<DeclaredBenchmark, List<String>> arguments) {
    return benchmark.stream().flatMap(entry -> arguments.apply(entry).stream()).distinct().toList();
  }

  /**
   * Several arguments as JMH's command line takes them: in one word, apart by blanks, those with
   * blanks in quotes.
   *
   * @throws DuelException if an argument holds a quote, which JMH could not take
   */
  static String joined(List<String> arguments) throws DuelException {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.contains("\"")) {
        throw new DuelException(
            "JMH cannot pass a quote to a fork: " + argument + "; leave it out of --jvm-args");
      }
      words.add(argument.contains(" ") ? "\"" + argument + "\"" : argument);
    }
    return String.join(" ", words);
  }
}
