package dev.sojourn.benchmarks.queue;

import dev.sojourn.structures.queue.LongRing;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A queue of one way, as the two threads of a study see it. */
interface Channel {
  long EMPTY = Long.MIN_VALUE;

  boolean offer(long value);

  /** The oldest value, or {@link #EMPTY}. */
  long poll();

  /** Objects made beforehand travel; the consumer reads what is in them. */
  static Channel ofPrepared(Queue<Long> queue) {
    Long[] prepared = new Long[Relay.BURST];
    for (int i = 0; i < prepared.length; i++) {
      prepared[i] = Relay.FIRST + i;
    }
    return new Channel() {
      @Override
      public boolean offer(long value) {
        return queue.offer(prepared[(int) (value - Relay.FIRST)]);
      }

      @Override
      public long poll() {
        return unboxed(queue.poll());
      }
    };
  }

  /** Every value is boxed for its journey. */
  static Channel ofBoxed(Queue<Long> queue) {
    return new Channel() {
      @Override
      public boolean offer(long value) {
        return queue.offer(value);
      }

      @Override
      public long poll() {
        return unboxed(queue.poll());
      }
    };
  }

  static Channel ofLongs(LongRing ring) {
    return new Channel() {
      @Override
      public boolean offer(long value) {
        return ring.offer(value);
      }

      @Override
      public long poll() {
        return ring.poll(EMPTY);
      }
    };
  }

  private static long unboxed(@Nullable Long value) {
    return value == null ? EMPTY : value;
  }
}
