package dev.sojourn.harness.broken;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Study;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Keeps every rule, but one of its methods answers otherwise in one call of four. */
@Study(week = 5, question = "Who is right?", insight = "The baseline.", mayDiffer = 0.1)
@State(Scope.Thread)
public class DissentBench {
  @Param("7")
  long offset;

  private long calls;

  @Baseline
  @Benchmark
  public long right() {
    return calls++ + offset;
  }

  @Benchmark
  public int alsoRight() {
    return Math.toIntExact(calls++ + offset);
  }

  @Benchmark
  public long wrong() {
    long answer = calls++ + offset;
    return calls % 4 == 0 ? -answer : answer;
  }
}
