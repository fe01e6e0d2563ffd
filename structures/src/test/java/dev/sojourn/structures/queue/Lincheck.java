package dev.sojourn.structures.queue;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** How hard the model checker looks. */
final class Lincheck {
  /** Scenarios for each structure; {@code -Dsojourn.scenarios=30} looks harder. */
  private static final int ITERATIONS = Integer.getInteger("sojourn.scenarios", 4);

  private static final int SCHEDULES = 25 * ITERATIONS;

  /** More turns of a loop than any bounded wait takes; more is taken for a hang. */
  private static final int SPINS = 200;

  private Lincheck() {}

  static void check(Class<?> type, Class<?> specification) {
    options().sequentialSpecification(specification).check(type);
  }

  /** Scenarios at random, of two threads. */
  static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .iterations(ITERATIONS)
        .invocationsPerIteration(SCHEDULES)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(2)
        .loopBound(SPINS)
        .minimizeFailedScenario(false);
  }

  /** Only the scenarios that are added, of three threads, and more schedules of each. */
  static ModelCheckingOptions threeThreads() {
    return options().iterations(0).threads(3).invocationsPerIteration(8 * SCHEDULES);
  }
}
