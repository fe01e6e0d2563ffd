package dev.sojourn.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class of benchmarks that asks one question: its methods are the implementations, its parameters
 * the workload.
 *
 * <p>Exactly one method carries {@link Baseline}. The class name ends in {@code Bench} (what an
 * operation costs) or {@code Lab} (what a user waits, how a model behaves).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Study {
  /**
   * Place in the curriculum, 1 to 48.
   *
   * @return the week
   */
  int week();

  /**
   * The one question, ending in a question mark.
   *
   * @return the question
   */
  String question();

  /**
   * What the author expects the reader to see.
   *
   * @return the insight
   */
  String insight();

  /**
   * Paper or book behind it.
   *
   * @return the source, empty when there is none
   */
  String source() default "";

  /**
   * Operations per recorded latency. An operation shorter than a microsecond cannot be timed
   * singly; then the time of this many in a row is recorded, and every report says so.
   *
   * @return operations per recorded value, at least 1
   */
  int batch() default 1;

  /**
   * Share of answers in which a method may differ from the baseline: above 0 only for approximate
   * structures.
   *
   * @return a share, 0 to 1
   */
  double mayDiffer() default 0.0;

  /**
   * Heap of every fork, in megabytes; fixed, because ergonomics would choose another for another
   * machine.
   *
   * @return megabytes
   */
  int heapMegabytes() default 1024;

  /**
   * The parameter points at which one operation of some method takes seconds, as {@code
   * elements=1000000}. There every iteration lasts at least that operation, so forks run few of
   * them: see {@link ForkShape#ofSlowOperations}.
   *
   * @return parameters that those points share; empty when there is no such point
   */
  String slow() default "";

  /**
   * How many seconds one invocation of a lab takes: a product of numbers and parameters, as {@code
   * 2*seconds}. It decides nothing but how long a run is said to take before a fork was seen, and
   * when a fork is given up.
   *
   * @return the product; empty for a lab that takes next to no time, and for every bench
   */
  String invocationSeconds() default "";

  /**
   * The parameter point shown by the tour, as {@code size=1000000}; empty keeps the study out of
   * the tour.
   *
   * @return parameters the tour fixes
   */
  String tour() default "";

  /**
   * Methods the tour runs besides the baseline; empty for all of them.
   *
   * @return benchmark methods of the study
   */
  String[] tourMethods() default {};
}
