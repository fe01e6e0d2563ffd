package dev.sojourn.benchmarks.queue;

import dev.sojourn.structures.queue.BoundedQueue;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;

/** A queue into which one thread hands messages, and of which another takes whatever has come. */
interface Mailbox {
  boolean offer(long message);

  /**
   * Takes what has come, up to a limit. The receiver is called in the midst of it: while the taking
   * side's lock is held, where there is one.
   */
  int drain(LongConsumer receiver, int limit);

  /** The queues of the JDK add what they drain to a collection before they give their lock back. */
  static Mailbox ofLocked(BlockingQueue<Long> queue) {
    return new Mailbox() {
      @Override
      public boolean offer(long message) {
        return queue.offer(message);
      }

      @Override
      public int drain(LongConsumer receiver, int limit) {
        return queue.drainTo(new Receiving(receiver), limit);
      }
    };
  }

  static Mailbox ofRing(BoundedQueue<Long> ring) {
    return new Mailbox() {
      @Override
      public boolean offer(long message) {
        return ring.offer(message);
      }

      @Override
      public int drain(LongConsumer receiver, int limit) {
        return ring.drain(receiver::accept, limit);
      }
    };
  }

  /** A collection that keeps nothing and passes on what is added to it. */
  final class Receiving extends AbstractCollection<Long> {
    private final LongConsumer receiver;

    Receiving(LongConsumer receiver) {
      this.receiver = receiver;
    }

    @Override
    public boolean add(Long message) {
      receiver.accept(message);
      return true;
    }

    @Override
    public Iterator<Long> iterator() {
      return List.<Long>of().iterator();
    }

    @Override
    public int size() {
      return 0;
    }
  }
}
