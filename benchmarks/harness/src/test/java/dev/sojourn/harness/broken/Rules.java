package dev.sojourn.harness.broken;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** Studies each of which breaks one rule. */
public final class Rules {
  private static final String QUESTION = "Is this a study?";
  private static final String INSIGHT = "It is not.";

  private Rules() {}

  /** Two methods to inherit, so that a fixture shows only what is wrong with it. */
  @State(Scope.Thread)
  public abstract static class Two {
    @Param({"1", "2"})
    int size;

    @Baseline
    @Benchmark
    public int first() {
      return size;
    }

    @Benchmark
    public int second() {
      return size;
    }
  }

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class TwoBaselinesBench {
    @Baseline
    @Benchmark
    public int first() {
      return 1;
    }

    @Baseline
    @Benchmark
    public int second() {
      return 1;
    }
  }

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class NoBaselineBench {
    @Benchmark
    public int only() {
      return 1;
    }
  }

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class IdleBaselineBench extends Two {
    @Baseline
    public int third() {
      return 1;
    }
  }

  @Study(week = 1, question = "No question", insight = INSIGHT)
  public static class StatementBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = " ")
  public static class SilentBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class Misnamed extends Two {}

  @Study(week = 49, question = QUESTION, insight = INSIGHT)
  public static class LateBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT, batch = 0)
  public static class EmptyBatchBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT, mayDiffer = Double.NaN)
  public static class ShareBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT, heapMegabytes = 0)
  public static class HeaplessBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "thrid", ratioAtMost = 1)
  public static class UnknownSubjectBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "second", against = "zeroth", ratioAtMost = 1)
  public static class UnknownOpponentBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "first", ratioAtMost = 1)
  public static class SelfClaimBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "second")
  public static class BoundlessClaimBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "second", ratioAtMost = 1, countAtMost = 1)
  public static class DoubleClaimBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "second", ratioAtMost = 1, countAtLeast = 1)
  public static class CrossedClaimBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "second", metric = "joy", ratioAtMost = 1)
  public static class MetricBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "second", ratioAtMost = 1, where = "length=1")
  public static class UnknownParameterBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  @Claim(subject = "second", ratioAtMost = 1, where = "size=3")
  public static class UnknownValueBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT, tour = "size")
  public static class LostTourBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT, invocationSeconds = "2")
  public static class TimedBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT, invocationSeconds = "2*seconds")
  public static class UntimedLab extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT, slow = "size=3")
  public static class SlowNowhereBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class VoidBench extends Two {
    @Benchmark
    public void third() {
      size++;
    }
  }

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class UnevenBench extends Two {
    @Benchmark
    public int third(Extra extra) {
      return extra.arity;
    }
  }

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class NestedBench extends Two {}

  @Study(week = 1, question = QUESTION, insight = INSIGHT)
  public static class InsideBench extends Two {
    @Benchmark
    public int third(ThreadParams thread) {
      return thread.getThreadCount();
    }
  }

  /** A parameter that only one method has. */
  @State(Scope.Thread)
  public static class Extra {
    @Param("4")
    int arity;
  }
}
