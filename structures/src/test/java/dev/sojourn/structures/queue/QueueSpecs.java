package dev.sojourn.structures.queue;

import java.util.ArrayDeque;

/** What the queues should do, one thread at a time: what the model checker compares with. */
final class QueueSpecs {
  private QueueSpecs() {}

  /** What a queue of a capacity should do. */
  public abstract static class Spec {
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    Spec(int capacity) {
      this.capacity = capacity;
    }

    public boolean offer(int element) {
      if (closed) {
        throw new IllegalStateException();
      }
      return queue.size() < capacity && queue.add(element);
    }

    public Integer poll() {
      return queue.poll();
    }

    public Integer peek() {
      return queue.peek();
    }

    public void close() {
      closed = true;
    }
  }

  public static class SpecOfOne extends Spec {
    public SpecOfOne() {
      super(1);
    }
  }

  public static class SpecOfTwo extends Spec {
    public SpecOfTwo() {
      super(2);
    }
  }

  public static class SpecOfThree extends Spec {
    public SpecOfThree() {
      super(3);
    }
  }

  public static class UnboundedSpec extends Spec {
    public UnboundedSpec() {
      super(Integer.MAX_VALUE);
    }
  }
}
