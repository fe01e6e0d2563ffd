package dev.sojourn.structures.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** {@code isEmpty} answered false: what a consumer may count on, beside a producer. */
public final class IsEmptyStress {
  private IsEmptyStress() {}

  /** Whether the queue was found empty, then what one consumer took: null is 0. */
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "Nothing was there yet.")
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "The element came between the two.")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "The element was there.")
  @Outcome(
      id = "false, 0",
      expect = FORBIDDEN,
      desc = "An element was promised, and nobody else takes any.")
  public static class Promise {}

  /** The same where isEmpty counts what is claimed. */
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "Nothing was there yet.")
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "The element came between the two.")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "The element was there.")
  @Outcome(
      id = "false, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "A slot was claimed and not filled.")
  public static class Estimate {}

  private static int numberOf(Integer element) {
    return element == null ? 0 : element;
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InSpscRing {
    private final SpscRing<Integer> queue = new SpscRing<>(2);

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InMpscRing {
    private final MpscRing<Integer> queue = new MpscRing<>(2);

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Estimate.class)
  @State
  public static class InMpmcRing {
    private final MpmcRing<Integer> queue = new MpmcRing<>(2);

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InMpscChain {
    private final MpscChain<Integer> queue = new MpscChain<>();

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InMichaelScottQueue {
    private final MichaelScottQueue<Integer> queue = new MichaelScottQueue<>();

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InChunkedQueue {
    private final ChunkedQueue<Integer> queue = new ChunkedQueue<>(2);

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InStack {
    private final TreiberStack<Integer> queue = new TreiberStack<>();

    @Actor
    public void give() {
      queue.push(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.pop());
    }
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InEliminatingStack {
    private final TreiberStack<Integer> queue = TreiberStack.withOnePlace();

    @Actor
    public void give() {
      queue.push(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = numberOf(queue.pop());
    }
  }

  @JCStressTest
  @JCStressMeta(Promise.class)
  @State
  public static class InLongSpscRing {
    private final LongSpscRing queue = new LongSpscRing(2);

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = (int) queue.poll(0);
    }
  }

  @JCStressTest
  @JCStressMeta(Estimate.class)
  @State
  public static class InLongMpmcRing {
    private final LongMpmcRing queue = new LongMpmcRing(2);

    @Actor
    public void give() {
      queue.offer(1);
    }

    @Actor
    public void take(ZI_Result r) {
      r.r1 = queue.isEmpty();
      r.r2 = (int) queue.poll(0);
    }
  }
}
