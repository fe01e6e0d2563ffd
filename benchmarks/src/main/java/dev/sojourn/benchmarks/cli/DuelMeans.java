package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.duel.Duel;
import dev.sojourn.harness.duel.JarForkRunner;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.harness.noise.PlatformWatch;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What runs the forks of one stage of a duel, and what watches the machine beside them. */
interface DuelMeans {
  /** The jars themselves, on this machine. */
  DuelMeans REAL =
      new DuelMeans() {
        @Override
        public ForkRunner runner(
            Duel duel,
            Function<String, List<String>> arguments,
            long seed,
            Consumer<String> message) {
          return new JarForkRunner(duel, arguments, seed, message);
        }

        @Override
        public Platform platform(Consumer<String> message) {
          return new PlatformWatch(message);
        }
      };

  /**
   * A runner of one stage's forks.
   *
   * @param duel what the stage measures
   * @param arguments JVM arguments for the forks of a benchmark, by its name
   * @param seed the plan's seed
   * @param message told what the user should know while a fork cannot start
   * @return the runner
   */
  ForkRunner runner(
      Duel duel, Function<String, List<String>> arguments, long seed, Consumer<String> message);

  /**
   * The watch of one stage.
   *
   * @param message told what cannot be watched
   * @return the watch
   */
  Platform platform(Consumer<String> message);
}
