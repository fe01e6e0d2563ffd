package dev.sojourn.harness;

/**
 * What happens inside one fork: warm-up, scored iterations, then iterations in which latencies are
 * recorded.
 *
 * @param warmupIterations iterations whose scores are kept for diagnosis only
 * @param warmupMillis length of one of them
 * @param iterations scored iterations
 * @param iterationMillis length of a scored iteration, and of a tail iteration
 * @param tailIterations iterations after the scored ones, for the latency histogram alone
 */
public record ForkShape(
    int warmupIterations,
    int warmupMillis,
    int iterations,
    int iterationMillis,
    int tailIterations) {

  /** What a fork takes besides its iterations: JVM start, class loading, the study's setup. */
  private static final int OVERHEAD_MILLIS = 700;

  /**
   * A lab is one whole experiment per invocation: one to warm up, one that counts, one whose
   * latencies are kept.
   */
  private static final ForkShape SINGLE_SHOT = new ForkShape(1, 1, 1, 1, 1);

  /** Refuses a shape that scores nothing. */
  public ForkShape {
    if (iterations < 1 || warmupIterations < 0 || tailIterations < 0) {
      throw new IllegalArgumentException(
          "a fork needs at least 1 scored iteration and no negative count, was "
              + iterations
              + " scored, "
              + warmupIterations
              + " warm-up, "
              + tailIterations
              + " tail");
    }
    if (warmupMillis < 1 || iterationMillis < 1) {
      throw new IllegalArgumentException(
          "an iteration lasts at least 1 ms, was " + warmupMillis + " and " + iterationMillis);
    }
  }

  /**
   * The shape of a study that runs one whole experiment per invocation.
   *
   * @return one warm-up, one scored and one tail invocation
   */
  public static ForkShape singleShot() {
    return SINGLE_SHOT;
  }

  /**
   * The same, warmed up for twice as long.
   *
   * @return a shape with twice as many warm-up iterations
   */
  public ForkShape warmedTwiceAsLong() {
    return new ForkShape(
        2 * warmupIterations, warmupMillis, iterations, iterationMillis, tailIterations);
  }

  /**
   * The shape as a run keeps it.
   *
   * @return such as {@code 6 x 300 ms warm-up, 8 x 300 ms scored, 3 x 300 ms tail}
   */
  public String words() {
    return "%d x %d ms warm-up, %d x %d ms scored, %d x %d ms tail"
        .formatted(
            warmupIterations,
            warmupMillis,
            iterations,
            iterationMillis,
            tailIterations,
            iterationMillis);
  }

  /**
   * The same shape for operations that take seconds, of which every iteration runs at least one.
   *
   * @return at most one warm-up, three scored and one tail iteration, as long as before
   */
  public ForkShape ofSlowOperations() {
    return new ForkShape(
        Math.min(warmupIterations, 1),
        warmupMillis,
        Math.min(iterations, 3),
        iterationMillis,
        Math.min(tailIterations, 1));
  }

  /**
   * The same without the iterations in which latencies are recorded.
   *
   * @return a shape of warm-up and scored iterations
   */
  public ForkShape withoutTail() {
    return new ForkShape(warmupIterations, warmupMillis, iterations, iterationMillis, 0);
  }

  /**
   * All iterations JMH measures: the scored ones and the tail.
   *
   * @return their number
   */
  public int measuredIterations() {
    return iterations + tailIterations;
  }

  /**
   * What a fork of this shape takes before one was observed; of a lab's invocations it knows
   * nothing, see {@link PlannedFork#nominalMillis}.
   *
   * @return a guess in milliseconds
   */
  public long nominalMillis() {
    return OVERHEAD_MILLIS
        + (long) warmupIterations * warmupMillis
        + (long) measuredIterations() * iterationMillis;
  }
}
