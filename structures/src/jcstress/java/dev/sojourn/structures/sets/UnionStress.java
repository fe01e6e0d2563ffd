package dev.sojourn.structures.sets;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two threads at a partition. */
public final class UnionStress {
  private UnionStress() {}

  /** Two threads merge the same two sets. */
  @JCStressTest
  @Outcome(id = "true, false|false, true", expect = ACCEPTABLE, desc = "One of them merged.")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "Merged twice: the count is wrong.")
  @Outcome(id = "false, false", expect = FORBIDDEN, desc = "Nobody merged them.")
  @State
  public static class OfTheSame {
    private final ConcurrentDisjointSet sets = new ConcurrentDisjointSet(2);

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = sets.union(0, 1);
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = sets.union(1, 0);
    }
  }

  /** Two threads merge three sets, each two of them. */
  @JCStressTest
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "All three are one set.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "A merge was lost, or miscounted.")
  @State
  public static class OfThree {
    private final ConcurrentDisjointSet sets = new ConcurrentDisjointSet(3);

    @Actor
    public void first() {
      sets.union(0, 1);
    }

    @Actor
    public void second() {
      sets.union(1, 2);
    }

    @Arbiter
    public void look(ZI_Result r) {
      r.r1 = sets.connected(0, 2);
      r.r2 = sets.count();
    }
  }

  /** One thread merges, another asks twice. */
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "Not merged yet.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Merged between the two.")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Merged before.")
  @Outcome(id = "true, false", expect = FORBIDDEN, desc = "What was connected stays so.")
  @State
  public static class BesideConnected {
    private final ConcurrentDisjointSet sets = new ConcurrentDisjointSet(3);

    @Actor
    public void merge() {
      sets.union(0, 1);
      sets.union(1, 2);
    }

    @Actor
    public void ask(ZZ_Result r) {
      r.r1 = sets.connected(0, 2);
      r.r2 = sets.connected(2, 0);
    }
  }
}
