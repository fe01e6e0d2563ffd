package dev.sojourn.harness.broken;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Study;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Keeps every rule, but one of its methods fails, in the way its parameter says. */
@Study(week = 6, question = "How can a method fail?", insight = "In several ways.")
@State(Scope.Thread)
public class FailingBench {
  @Param({"throw", "overflow", "hang", "exit", "set-up"})
  String how;

  @Setup
  public void setUp() {
    if (how.equals("set-up")) {
      throw new IllegalStateException("nothing to set up");
    }
  }

  @Baseline
  @Benchmark
  public long sound() {
    return 1;
  }

  @Benchmark
  public long failing() throws InterruptedException {
    switch (how) {
      case "throw" -> throw new NoSuchElementException("the heap is empty");
      case "overflow" -> throw new StackOverflowError();
      case "hang" -> new CountDownLatch(1).await();
      case "exit" -> Runtime.getRuntime().halt(42);
      default -> throw new IllegalStateException("no such failure: " + how);
    }
    return 1;
  }
}
