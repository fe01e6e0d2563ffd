package dev.sojourn.benchmarks.queue;

import dev.sojourn.structures.queue.WaitStrategy;

/** Two channels and a thread that sends back on the one, plus one, what comes on the other. */
final class Echo implements AutoCloseable {
  private static final int NEXT = 16;

  private final Channel there;
  private final Channel back;
  private volatile boolean stopped;

  /** What is sent next, on a line that the other thread does not read. */
  private final long[] next = new long[2 * NEXT];

  Echo(Channel there, Channel back) {
    this.there = there;
    this.back = back;
    next[NEXT] = Relay.FIRST;
    var thread = new Thread(this::echo, "echo");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends a value and waits for the answer. */
  long roundTrip() {
    there.offer(next[NEXT]++);
    long answer = back.poll();
    for (int attempts = 0; answer == Channel.EMPTY; attempts++) {
      WaitStrategy.YIELD.idle(attempts);
      answer = back.poll();
    }
    return answer;
  }

  private void echo() {
    int attempts = 0;
    while (!stopped) {
      long value = there.poll();
      if (value != Channel.EMPTY) {
        back.offer(value + 1);
        attempts = 0;
      } else {
        WaitStrategy.YIELD.idle(attempts++);
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
  }
}
