package dev.sojourn.results.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the machine did while one fork ran, and what became of the fork because of it.
 *
 * <p>Facts are recorded for every fork that ran, also for those whose scores were thrown out: what
 * was thrown out, and why, must stay open to inspection.
 *
 * @param arm what the fork measured
 * @param round its round of the plan
 * @param position its place in the whole run's order of forks
 * @param attempt which try at this round and arm it was, from 1
 * @param fate what became of it
 * @param reason why, in one line; empty when there is nothing to say
 * @param facts numbers by the keys below; a fact the machine does not tell is absent
 * @param discardedScores the scores of a fork that was thrown out; empty for one that was kept
 * @param hiccups what a process that did nothing but sleep saw meanwhile, in nanoseconds
 */
public record ForkConditions(
    Arm arm,
    int round,
    int position,
    int attempt,
    Fate fate,
    String reason,
    SortedMap<String, Double> facts,
    List<Double> discardedScores,
    Optional<Cells> hiccups) {

  /** Share of the window that the hypervisor gave to others. */
  public static final String STEAL_SHARE = "steal.share";

  /** Share of the window in which some task waited for a processor. */
  public static final String PRESSURE_SHARE = "psi.cpu.share";

  /** Load average over a minute, at the end of the fork. */
  public static final String LOAD = "load.1m";

  /** Involuntary context switches of the fork. */
  public static final String SWITCHES = "switches.involuntary";

  /** What one hiccup in a hundred exceeds, in nanoseconds. */
  public static final String HICCUP_P99 = "hiccup.p99.ns";

  /** What one hiccup in a thousand exceeds, in nanoseconds. */
  public static final String HICCUP_P999 = "hiccup.p99.9.ns";

  /** The longest hiccup, in nanoseconds. */
  public static final String HICCUP_MAX = "hiccup.max.ns";

  /** Garbage collections during the scored iterations. */
  public static final String GC_COUNT = "gc.count";

  /** Time of those collections, in milliseconds. */
  public static final String GC_MILLIS = "gc.ms";

  /** Time the compilers worked during the scored iterations, in milliseconds. */
  public static final String JIT_MILLIS = "jit.ms";

  /** The step to which the fork's bytes per operation were cut, in bytes per operation. */
  public static final String ALLOCATION_STEP = "alloc.step.bytes";

  /** The canary that only computes, in nanoseconds per step. */
  public static final String CANARY_ALU = "canary.alu.ns";

  /** The canary that chases pointers within the second-level cache, in nanoseconds per step. */
  public static final String CANARY_L2 = "canary.l2.ns";

  /** The canary that chases pointers within the third-level cache, in nanoseconds per step. */
  public static final String CANARY_L3 = "canary.l3.ns";

  /** The canary that chases pointers through main memory, in nanoseconds per step. */
  public static final String CANARY_DRAM = "canary.dram.ns";

  /**
   * How the reason begins of a fork that was kept although it should have been thrown out, because
   * its point had been repeated as often as the plan allows.
   */
  public static final String BUDGET_SPENT = "VOID-budget spent";

  /** What can become of a fork. */
  public enum Fate {
    /** Its scores count. */
    KEPT,
    /** Its scores count, but it had reached no steady state, not even in a second try. */
    UNSTEADY,
    /**
     * It had reached no steady state, and was run again with a longer warm-up: its scores do not
     * count, those of the second try do.
     */
    REPEATED,
    /**
     * Its scores were thrown out by a rule that never looks at them, and the fork was run again.
     */
    VOID
  }

  /** Copies map and list, the map sorted and both unmodifiable. */
  public ForkConditions {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    discardedScores = List.copyOf(discardedScores);
  }

  /**
   * Whether the fork's scores count.
   *
   * @return false when they were thrown out
   */
  public boolean counts() {
    return fate == Fate.KEPT || fate == Fate.UNSTEADY;
  }

  /**
   * Whether the fork's scores count although the machine was busy while it ran.
   *
   * @return true when its point had been repeated as often as the plan allows
   */
  public boolean keptDisturbed() {
    return counts() && reason.startsWith(BUDGET_SPENT);
  }
}
