package dev.sojourn.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The author's expectation, scored by every report as SHOWN, NOT SHOWN, NOT SEPARABLE or NOT RUN;
 * never a build failure.
 *
 * <p>Give ratio bounds to compare with another method, or count bounds for the subject's own
 * number.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Claims.class)
public @interface Claim {
  /**
   * Method the claim speaks of.
   *
   * @return a benchmark method of the study
   */
  String subject();

  /**
   * Method it is compared with.
   *
   * @return a benchmark method of the study; empty for the baseline
   */
  String against() default "";

  /**
   * Metric: {@code time} or {@code alloc}; of a lab, one that it notes.
   *
   * @return name of the metric
   */
  String metric() default "time";

  /**
   * Subject divided by the other is at most this.
   *
   * @return bound, NaN for none
   */
  double ratioAtMost() default Double.NaN;

  /**
   * Subject divided by the other is at least this.
   *
   * @return bound, NaN for none
   */
  double ratioAtLeast() default Double.NaN;

  /**
   * The subject's own number is at most this.
   *
   * @return bound, NaN for none
   */
  double countAtMost() default Double.NaN;

  /**
   * The subject's own number is at least this.
   *
   * @return bound, NaN for none
   */
  double countAtLeast() default Double.NaN;

  /**
   * Parameter values it holds for, as {@code size=10000000}; empty for every point.
   *
   * @return comma-separated parameter values
   */
  String where() default "";
}
