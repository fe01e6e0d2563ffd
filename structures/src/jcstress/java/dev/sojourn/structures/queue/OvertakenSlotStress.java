package dev.sojourn.structures.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * One thread stops between claiming a slot and releasing it; another overtakes it and must find the
 * queue neither empty nor full.
 */
public final class OvertakenSlotStress {
  private OvertakenSlotStress() {}

  /** Whether the second thread found what it must, having ended an offer or a poll of its own. */
  @Outcome(id = "true", expect = ACCEPTABLE, desc = "Its own element, or its own room, is there.")
  @Outcome(id = "false", expect = FORBIDDEN, desc = "Another thread, half way, hid it.")
  public static class Found {}

  @JCStressTest
  @JCStressMeta(Found.class)
  @State
  public static class UnfilledInMpmcRing {
    private final MpmcRing<Integer> queue = new MpmcRing<>(2);

    @Actor
    public void first() {
      queue.offer(1);
    }

    @Actor
    public void second(Z_Result r) {
      queue.offer(2);
      r.r1 = queue.poll() != null;
    }
  }

  @JCStressTest
  @JCStressMeta(Found.class)
  @State
  public static class UnfilledInMichaelScottQueue {
    private final MichaelScottQueue<Integer> queue = new MichaelScottQueue<>();

    @Actor
    public void first() {
      queue.offer(1);
    }

    @Actor
    public void second(Z_Result r) {
      queue.offer(2);
      r.r1 = queue.poll() != null;
    }
  }

  @JCStressTest
  @JCStressMeta(Found.class)
  @State
  public static class UnfilledInChunkedQueue {
    private final ChunkedQueue<Integer> queue = new ChunkedQueue<>(2);

    @Actor
    public void first() {
      queue.offer(1);
    }

    @Actor
    public void second(Z_Result r) {
      queue.offer(2);
      r.r1 = queue.poll() != null;
    }
  }

  @JCStressTest
  @JCStressMeta(Found.class)
  @State
  public static class UnfilledInLongMpmcRing {
    private final LongMpmcRing queue = new LongMpmcRing(2);

    @Actor
    public void first() {
      queue.offer(1);
    }

    @Actor
    public void second(Z_Result r) {
      queue.offer(2);
      r.r1 = queue.poll(0) != 0;
    }
  }

  @JCStressTest
  @JCStressMeta(Found.class)
  @State
  public static class HeldInMpmcRing {
    private final MpmcRing<Integer> queue = new MpmcRing<>(2);

    public HeldInMpmcRing() {
      queue.offer(1);
      queue.offer(2);
    }

    @Actor
    public void first() {
      queue.poll();
    }

    @Actor
    public void second(Z_Result r) {
      queue.poll();
      r.r1 = queue.offer(3);
    }
  }

  @JCStressTest
  @JCStressMeta(Found.class)
  @State
  public static class HeldInLongMpmcRing {
    private final LongMpmcRing queue = new LongMpmcRing(2);

    public HeldInLongMpmcRing() {
      queue.offer(1);
      queue.offer(2);
    }

    @Actor
    public void first() {
      queue.poll(0);
    }

    @Actor
    public void second(Z_Result r) {
      queue.poll(0);
      r.r1 = queue.offer(3);
    }
  }
}
