package dev.sojourn.harness;

/**
 * An answer that is worked out only when answers are compared: what a benchmark method returns
 * whose full answer would cost more than the operation, such as the order of a heap just built.
 *
 * <p>When the method is timed, JMH takes the object and asks nothing of it.
 */
@FunctionalInterface
public interface Deferred {
  /**
   * Works out the answer; called once at most.
   *
   * @return anything that a benchmark method may return at once
   */
  Object answer();
}
