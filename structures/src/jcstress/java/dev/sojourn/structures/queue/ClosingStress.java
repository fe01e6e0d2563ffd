package dev.sojourn.structures.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A ring is closed beside an offer: what is found empty afterwards stays so. */
public final class ClosingStress {
  private ClosingStress() {}

  /** Whether the offer was accepted, and what a poll after closing took. */
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "Accepted before the end, and found.")
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "Refused after the end.")
  @Outcome(
      id = "true, 0",
      expect = FORBIDDEN,
      desc = "Accepted, and closed and empty was not the last word.")
  @Outcome(id = "false, 1", expect = FORBIDDEN, desc = "Refused, and yet there.")
  public static class LastWord {}

  private static int numberOf(Integer element) {
    return element == null ? 0 : element;
  }

  @JCStressTest
  @JCStressMeta(LastWord.class)
  @State
  public static class InMpscRing {
    private final MpscRing<Integer> queue = new MpscRing<>(2);

    @Actor
    public void give(ZI_Result r) {
      try {
        r.r1 = queue.offer(1);
      } catch (IllegalStateException closed) {
        r.r1 = false;
      }
    }

    @Actor
    public void end(ZI_Result r) {
      queue.close();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(LastWord.class)
  @State
  public static class InMpmcRing {
    private final MpmcRing<Integer> queue = new MpmcRing<>(2);

    @Actor
    public void give(ZI_Result r) {
      try {
        r.r1 = queue.offer(1);
      } catch (IllegalStateException closed) {
        r.r1 = false;
      }
    }

    @Actor
    public void end(ZI_Result r) {
      queue.close();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(LastWord.class)
  @State
  public static class InLongMpmcRing {
    private final LongMpmcRing queue = new LongMpmcRing(2);

    @Actor
    public void give(ZI_Result r) {
      try {
        r.r1 = queue.offer(1);
      } catch (IllegalStateException closed) {
        r.r1 = false;
      }
    }

    @Actor
    public void end(ZI_Result r) {
      queue.close();
      r.r2 = (int) queue.poll(0);
    }
  }
}
