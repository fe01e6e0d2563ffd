package dev.sojourn.harness.duel;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One entry of a jar's {@code META-INF/BenchmarkList}: what the benchmark's annotations say.
 *
 * @param name class and method
 * @param generatedClass the class JMH made for it
 * @param mode JMH's long name of a mode
 * @param mainArguments JVM arguments that JMH forgets when the command line gives any
 * @param otherArguments JVM arguments that JMH puts before or after those of the command line
 * @param valueCounts how many values each parameter has
 */
record DeclaredBenchmark(
    String name,
    String generatedClass,
    String mode,
    List<String> mainArguments,
    List<String> otherArguments,
    Map<String, Integer> valueCounts) {
  private static final String SINGLE_SHOT = "SingleShotTime";

  DeclaredBenchmark {
    mainArguments = List.copyOf(mainArguments);
    otherArguments = List.copyOf(otherArguments);
    valueCounts = Map.copyOf(valueCounts);
  }

  boolean singleShot() {
    return mode.equals(SINGLE_SHOT);
  }

  List<String> jvmArguments() {
    return Stream.concat(mainArguments.stream(), otherArguments.stream()).toList();
  }
}
