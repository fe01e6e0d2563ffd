package dev.sojourn.harness.sound;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** An approximate structure: one answer in sixteen may be wrong. No parameters. */
@Study(
    week = 21,
    question = "What does an approximate answer save?",
    insight = "Nothing here.",
    mayDiffer = 0.07)
@State(Scope.Thread)
public class FilterBench {
  private int asked;

  @Baseline
  @Benchmark
  public boolean exact(TailClock clock) {
    asked++;
    return clock.lap(false);
  }

  @Benchmark
  public boolean approximate(TailClock clock, Blackhole sink) {
    sink.consume(asked);
    return clock.lap(++asked % 16 == 0);
  }
}
