package dev.sojourn.harness.execute;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.noise.CanarySizes;
import dev.sojourn.harness.noise.NoiseProfiler;
import dev.sojourn.harness.tail.TailProfiler;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** What looks into a fork while it runs. */
@FunctionalInterface
public interface ForkProfilers {
  /** What looks into a fork whose numbers are kept: canaries, allocation and latencies. */
  ForkProfilers SCORED =
      (options, fork) ->
          options
              .addProfiler(NoiseProfiler.class, CanarySizes.ofMachine().text())
              .addProfiler(GCProfiler.class)
              .addProfiler(TailProfiler.class, String.valueOf(fork.shape().iterations()));

  /**
   * Adds the profilers, and what arguments of the JVM they need besides.
   *
   * @param options JMH's options of the fork, otherwise complete
   * @param fork the fork
   */
  void addTo(ChainedOptionsBuilder options, PlannedFork fork);
}
