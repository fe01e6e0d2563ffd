package dev.sojourn.structures.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What a thread did before it gave an element away, the thread that takes the element sees. */
public final class PublicationStress {
  private PublicationStress() {}

  /** What the taker sees of an element: 0 is a field not yet written. */
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "Nothing was there yet.")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "What was written before is seen.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "The element came before its content.")
  public static class OfContent {}

  /** An element whose content is not final, so nothing but the queue publishes it. */
  static final class Letter {
    private int content;

    static Letter written() {
      var letter = new Letter();
      letter.content = 1;
      return letter;
    }

    static int read(Letter letter) {
      return letter == null ? -1 : letter.content;
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InSpscRing {
    private final SpscRing<Letter> queue = new SpscRing<>(2);

    @Actor
    public void give() {
      queue.offer(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InMpscRing {
    private final MpscRing<Letter> queue = new MpscRing<>(2);

    @Actor
    public void give() {
      queue.offer(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InMpmcRing {
    private final MpmcRing<Letter> queue = new MpmcRing<>(2);

    @Actor
    public void give() {
      queue.offer(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InMpscChain {
    private final MpscChain<Letter> queue = new MpscChain<>();

    @Actor
    public void give() {
      queue.offer(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InMichaelScottQueue {
    private final MichaelScottQueue<Letter> queue = new MichaelScottQueue<>();

    @Actor
    public void give() {
      queue.offer(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InChunkedQueue {
    private final ChunkedQueue<Letter> queue = new ChunkedQueue<>(2);

    @Actor
    public void give() {
      queue.offer(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.poll());
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InStack {
    private final TreiberStack<Letter> queue = new TreiberStack<>();

    @Actor
    public void give() {
      queue.push(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.pop());
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InEliminatingStack {
    private final TreiberStack<Letter> queue = TreiberStack.withOnePlace();

    @Actor
    public void give() {
      queue.push(Letter.written());
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = Letter.read(queue.pop());
    }
  }

  /** A field beside the ring, for what is in it is no object. */
  static int readBeside(long polled, int field) {
    return polled == 0 ? -1 : field;
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InLongSpscRing {
    private final LongSpscRing queue = new LongSpscRing(2);
    private int beside;

    @Actor
    public void give() {
      beside = 1;
      queue.offer(7);
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = readBeside(queue.poll(0), beside);
    }
  }

  @JCStressTest
  @JCStressMeta(OfContent.class)
  @State
  public static class InLongMpmcRing {
    private final LongMpmcRing queue = new LongMpmcRing(2);
    private int beside;

    @Actor
    public void give() {
      beside = 1;
      queue.offer(7);
    }

    @Actor
    public void take(I_Result r) {
      r.r1 = readBeside(queue.poll(0), beside);
    }
  }
}
