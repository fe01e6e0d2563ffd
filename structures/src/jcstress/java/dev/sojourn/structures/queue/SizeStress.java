package dev.sojourn.structures.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** {@code size} while elements come and go. */
public final class SizeStress {
  private SizeStress() {}

  /** The size seen while between one and two elements are held, of two at most. */
  @Outcome(id = "[12]", expect = ACCEPTABLE, desc = "As many as there are at some moment.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "An estimate, as is said of it.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "Fewer than none or more than the capacity.")
  public static class Range {}

  @JCStressTest
  @JCStressMeta(Range.class)
  @State
  public static class InSpscRing {
    private final SpscRing<Integer> queue = new SpscRing<>(2);

    public InSpscRing() {
      queue.offer(1);
    }

    @Actor
    public void move() {
      queue.offer(2);
      queue.poll();
    }

    @Actor
    public void look(I_Result r) {
      r.r1 = queue.size();
    }
  }

  @JCStressTest
  @JCStressMeta(Range.class)
  @State
  public static class InMpscRing {
    private final MpscRing<Integer> queue = new MpscRing<>(2);

    public InMpscRing() {
      queue.offer(1);
    }

    @Actor
    public void move() {
      queue.offer(2);
      queue.poll();
    }

    @Actor
    public void look(I_Result r) {
      r.r1 = queue.size();
    }
  }

  @JCStressTest
  @JCStressMeta(Range.class)
  @State
  public static class InMpmcRing {
    private final MpmcRing<Integer> queue = new MpmcRing<>(2);

    public InMpmcRing() {
      queue.offer(1);
    }

    @Actor
    public void move() {
      queue.offer(2);
      queue.poll();
    }

    @Actor
    public void look(I_Result r) {
      r.r1 = queue.size();
    }
  }

  @JCStressTest
  @JCStressMeta(Range.class)
  @State
  public static class InLongSpscRing {
    private final LongSpscRing queue = new LongSpscRing(2);

    public InLongSpscRing() {
      queue.offer(1);
    }

    @Actor
    public void move() {
      queue.offer(2);
      queue.poll(0);
    }

    @Actor
    public void look(I_Result r) {
      r.r1 = queue.size();
    }
  }

  @JCStressTest
  @JCStressMeta(Range.class)
  @State
  public static class InLongMpmcRing {
    private final LongMpmcRing queue = new LongMpmcRing(2);

    public InLongMpmcRing() {
      queue.offer(1);
    }

    @Actor
    public void move() {
      queue.offer(2);
      queue.poll(0);
    }

    @Actor
    public void look(I_Result r) {
      r.r1 = queue.size();
    }
  }
}
