package dev.sojourn.harness.oracle;

import dev.sojourn.harness.Workload;
import java.lang.reflect.Method;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;

/**
 * One benchmark method made ready to answer, without JMH and without timing anything.
 *
 * <p>Every instance has states of its own, so that all methods of a study start from the same
 * seeded data.
 *
 * <p><b>Threads.</b> For one thread.
 */
public final class StudyInstance implements AutoCloseable {
  private final String name;
  private final Method method;
  private final States states;
  private final Object benchmark;
  private final Object[] arguments;
  private final boolean fixturesPerAnswer;

  private StudyInstance(String name, Method method, States states, Class<?> study)
      throws Throwable {
    this.name = name;
    this.method = method;
    this.states = states;
    this.benchmark = states.get(study);
    this.arguments = states.argumentsOf(method);
    this.fixturesPerAnswer = states.hasFixtures(Level.Invocation);
  }

  /**
   * Makes and sets up what one method needs.
   *
   * @param study benchmark class
   * @param methodName one of its benchmark methods
   * @param point value by parameter, complete
   * @return the method, ready to answer
   * @throws AnswerException when that fails
   */
  public static StudyInstance open(Class<?> study, String methodName, Map<String, String> point) {
    String name = study.getSimpleName() + "." + methodName + point;
    Method method = method(study, methodName);
    try {
      States states = States.of(study, method, point);
      states.setUp(Level.Trial);
      states.setUp(Level.Iteration);
      return new StudyInstance(name, method, states, study);
    } catch (Throwable e) {
      throw new AnswerException(name + " cannot be set up", e);
    }
  }

  /**
   * Calls the method once.
   *
   * @return digest of what it returned, see {@link AnswerDigest}
   * @throws AnswerException when it throws
   */
  public long answer() {
    try {
      if (!fixturesPerAnswer) {
        return AnswerDigest.of(States.invoke(method, benchmark, arguments));
      }
      states.setUp(Level.Invocation);
      long digest = AnswerDigest.of(States.invoke(method, benchmark, arguments));
      states.tearDown(Level.Invocation);
      return digest;
    } catch (Throwable e) {
      throw new AnswerException(name + " gives no answer", e);
    }
  }

  /**
   * Calls the method several times.
   *
   * @param count how often
   * @return digest of every answer, in order
   * @throws AnswerException when a call throws
   */
  public long[] answers(int count) {
    long[] digests = new long[count];
    for (int i = 0; i < count; i++) {
      digests[i] = answer();
    }
    return digests;
  }

  /** Tears down what was set up. */
  @Override
  public void close() {
    try {
      states.tearDown(Level.Iteration);
      states.tearDown(Level.Trial);
    } catch (Throwable e) {
      throw new AnswerException(name + " cannot be torn down", e);
    }
  }

  private static Method method(Class<?> study, String name) {
    Method method =
        Workload.benchmarks(study).stream()
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        study.getName() + " has no benchmark method " + name));
    if (method.getReturnType() == void.class) {
      throw new IllegalArgumentException(
          study.getName() + "." + name + " returns nothing; a benchmark must return its answer");
    }
    method.setAccessible(true);
    return method;
  }
}
