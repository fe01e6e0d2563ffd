package dev.sojourn.harness.execute;

import org.jspecify.annotations.Nullable;

/**
 * A wish to end, made by any thread; it interrupts the session's thread only while that thread does
 * something that is meant to be interrupted, and leaves no interrupt behind.
 */
final class Interruption {
  private @Nullable Thread interruptible;
  private boolean requested;

  /** Something that ends early when its thread is interrupted. */
  @FunctionalInterface
  interface Task<T, X extends Exception> {
    T call() throws X;
  }

  /** Asks for the end. */
  synchronized void request() {
    requested = true;
    if (interruptible != null) {
      interruptible.interrupt();
    }
  }

  synchronized boolean requested() {
    return requested;
  }

  /** Runs a task that {@link #request} interrupts. */
  <T, X extends Exception> T during(Task<T, X> task) throws X, InterruptedException {
    enter();
    try {
      return task.call();
    } finally {
      leave();
    }
  }

  private synchronized void enter() throws InterruptedException {
    if (requested) {
      throw new InterruptedException("the session was stopped");
    }
    interruptible = Thread.currentThread();
  }

  private synchronized void leave() {
    interruptible = null;
    if (requested) {
      Thread.interrupted(); // ours; it must not reach what comes next
    }
  }
}
