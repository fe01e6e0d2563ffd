package dev.sojourn.harness.sound;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Study;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Answers with the order in which its set-up and tear-down methods were called. */
@Study(week = 48, question = "In which order is a study set up?", insight = "Outermost first.")
@State(Scope.Benchmark)
public class FixtureLab extends FixtureBase {
  /** Calls of the latest instance, in order. */
  public static final List<String> LATEST = new ArrayList<>();

  @Setup(Level.Trial)
  public void trial() {
    called("trial");
  }

  @Setup(Level.Iteration)
  public void iteration() {
    called("iteration");
  }

  @Setup(Level.Invocation)
  public void invocation() {
    called("invocation");
  }

  @TearDown(Level.Invocation)
  public void afterInvocation() {
    called("afterInvocation");
  }

  @TearDown(Level.Iteration)
  public void afterIteration() {
    called("afterIteration");
  }

  @TearDown(Level.Trial)
  public void afterTrial() {
    called("afterTrial");
  }

  @Baseline
  @Benchmark
  public List<String> asList() {
    called("answer");
    return List.copyOf(calls());
  }

  @Benchmark
  public String[] asArray() {
    called("answer");
    return calls().toArray(String[]::new);
  }

  @Override
  void called(String what) {
    super.called(what);
    if (calls().size() == 1) {
      LATEST.clear();
    }
    LATEST.add(what);
  }
}
