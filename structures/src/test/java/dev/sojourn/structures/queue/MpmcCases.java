package dev.sojourn.structures.queue;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The rings for any producer and any consumer, as the model checker wants them. */
final class MpmcCases {
  private MpmcCases() {}

  /** Any producer, any consumer. */
  public abstract static class ManyToMany {
    final BoundedQueue<Integer> queue;

    ManyToMany(BoundedQueue<Integer> queue) {
      this.queue = queue;
    }

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation
    public Integer poll() {
      return queue.poll();
    }

    @Operation
    public Integer peek() {
      return queue.peek();
    }

    @Operation
    public void close() {
      queue.close();
    }
  }

  public static class MpmcOfOne extends ManyToMany {
    public MpmcOfOne() {
      super(new MpmcRing<>(1, -2));
    }
  }

  public static class MpmcOfTwo extends ManyToMany {
    public MpmcOfTwo() {
      super(new MpmcRing<>(2, -2));
    }
  }

  public static class MpmcOfThree extends ManyToMany {
    public MpmcOfThree() {
      super(new MpmcRing<>(3, (1L << 62) - 2));
    }
  }

  public static class LongMpmcOfOne extends ManyToMany {
    public LongMpmcOfOne() {
      super(new Boxed(new LongMpmcRing(1, -2)));
    }
  }

  public static class LongMpmcOfTwo extends ManyToMany {
    public LongMpmcOfTwo() {
      super(new Boxed(new LongMpmcRing(2, -2)));
    }
  }

  public static class LongMpmcOfThree extends ManyToMany {
    public LongMpmcOfThree() {
      super(new Boxed(new LongMpmcRing(3, (1L << 62) - 2)));
    }
  }

  /** Fewer kinds of operations make more scenarios of full and empty queues. */
  public abstract static class OffersAndPolls {
    private final BoundedQueue<Integer> queue;

    OffersAndPolls(BoundedQueue<Integer> queue) {
      this.queue = queue;
    }

    @Operation
    public boolean offer(@Param(gen = IntGen.class) int element) {
      return queue.offer(element);
    }

    @Operation
    public Integer poll() {
      return queue.poll();
    }
  }

  public static class MpmcOffersAndPolls extends OffersAndPolls {
    public MpmcOffersAndPolls() {
      super(new MpmcRing<>(2, -2));
    }
  }

  public static class LongMpmcOffersAndPolls extends OffersAndPolls {
    public LongMpmcOffersAndPolls() {
      super(new Boxed(new LongMpmcRing(2, -2)));
    }
  }
}
