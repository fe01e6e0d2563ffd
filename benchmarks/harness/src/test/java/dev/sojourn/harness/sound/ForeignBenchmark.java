package dev.sojourn.harness.sound;

import org.openjdk.jmh.annotations.Benchmark;

/** Somebody's benchmark that is no study. */
public class ForeignBenchmark {
  @Benchmark
  public long clock() {
    return System.nanoTime();
  }
}
