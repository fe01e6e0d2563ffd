package dev.sojourn.structures.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The wrong use of a ring for one producer. A run that does not find it forbidden sees nothing. */
@JCStressTest
@Outcome(id = "3", expect = ACCEPTABLE, desc = "Both elements are there.")
@Outcome(id = "[012]", expect = FORBIDDEN, desc = "One overwrote the other.")
@State
public class CanaryStress {
  private final LongSpscRing ring = new LongSpscRing(2);

  @Actor
  public void first() {
    ring.offer(1);
  }

  @Actor
  public void second() {
    ring.offer(2);
  }

  @Arbiter
  public void count(I_Result r) {
    r.r1 = (int) (ring.poll(0) + ring.poll(0));
  }
}
