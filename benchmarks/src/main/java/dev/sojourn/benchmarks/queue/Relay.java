package dev.sojourn.benchmarks.queue;

import dev.sojourn.structures.queue.WaitStrategy;

/**
 * A producer, who is whoever calls {@link #burst}, and a consumer thread at the other end of a
 * channel. Both spin, and yield only after long waits: a machine with a processor for each never
 * gets there.
 */
final class Relay implements AutoCloseable {
  /** Elements handed over by one operation; an unbounded queue never holds more. */
  static final int BURST = 10_000;

  /** Beyond the boxes that the JDK keeps ready. */
  static final long FIRST = 1 << 20;

  private final Channel channel;
  private final Thread consumer;
  private long bursts;
  private volatile boolean stopped;

  /** Written before {@link #finished}. */
  private long digest;

  private volatile long finished;

  Relay(Channel channel) {
    this.channel = channel;
    this.consumer = new Thread(this::consume, "consumer");
    consumer.setDaemon(true);
    consumer.start();
  }

  /** Hands a burst over; the answer folds what arrived, in the order in which it arrived. */
  long burst() {
    for (int i = 0; i < BURST; i++) {
      for (int attempts = 0; !channel.offer(FIRST + i); attempts++) {
        WaitStrategy.YIELD.idle(attempts);
      }
    }
    bursts++;
    for (int attempts = 0; finished != bursts; attempts++) {
      WaitStrategy.YIELD.idle(attempts);
    }
    return digest;
  }

  private void consume() {
    for (long burst = 1; !stopped; burst++) {
      digest = receive();
      finished = burst;
    }
  }

  private long receive() {
    long folded = 0;
    int attempts = 0;
    for (int received = 0; received < BURST; ) {
      long value = channel.poll();
      if (value != Channel.EMPTY) {
        folded = 31 * folded + value;
        received++;
        attempts = 0;
      } else if (stopped) {
        return folded;
      } else {
        WaitStrategy.YIELD.idle(attempts++);
      }
    }
    return folded;
  }

  @Override
  public void close() {
    stopped = true;
  }
}
