package dev.sojourn.structures.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One element and two consumers. */
public final class OneForTwoStress {
  private OneForTwoStress() {}

  /** What each of two takers of the one element got. */
  @Outcome(id = "1, 0|0, 1", expect = ACCEPTABLE, desc = "One of them has it.")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "It was given twice.")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "It was lost.")
  public static class Once {}

  private static int numberOf(Integer element) {
    return element == null ? 0 : element;
  }

  @JCStressTest
  @JCStressMeta(Once.class)
  @State
  public static class InMpmcRing {
    private final MpmcRing<Integer> queue = new MpmcRing<>(2);

    public InMpmcRing() {
      queue.offer(1);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = numberOf(queue.poll());
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Once.class)
  @State
  public static class InMichaelScottQueue {
    private final MichaelScottQueue<Integer> queue = new MichaelScottQueue<>();

    public InMichaelScottQueue() {
      queue.offer(1);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = numberOf(queue.poll());
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Once.class)
  @State
  public static class InChunkedQueue {
    private final ChunkedQueue<Integer> queue = new ChunkedQueue<>(2);

    public InChunkedQueue() {
      queue.offer(1);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = numberOf(queue.poll());
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = numberOf(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(Once.class)
  @State
  public static class InStack {
    private final TreiberStack<Integer> queue = new TreiberStack<>();

    public InStack() {
      queue.push(1);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = numberOf(queue.pop());
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = numberOf(queue.pop());
    }
  }

  @JCStressTest
  @JCStressMeta(Once.class)
  @State
  public static class InEliminatingStack {
    private final TreiberStack<Integer> queue = TreiberStack.withOnePlace();

    public InEliminatingStack() {
      queue.push(1);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = numberOf(queue.pop());
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = numberOf(queue.pop());
    }
  }

  @JCStressTest
  @JCStressMeta(Once.class)
  @State
  public static class InLongMpmcRing {
    private final LongMpmcRing queue = new LongMpmcRing(2);

    public InLongMpmcRing() {
      queue.offer(1);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = (int) queue.poll(0);
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = (int) queue.poll(0);
    }
  }
}
