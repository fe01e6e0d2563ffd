package dev.sojourn.results.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the arms a calibration makes of an arm: the same code under a letter, or the same code
 * slowed by a known share.
 *
 * <p>In plans and runs it is an ordinary {@link Arm} with the reserved parameter {@value
 * #PARAMETER}, whose value is a letter such as {@code A} or a slowdown such as {@code +5%}. No
 * benchmark ever sees that parameter.
 *
 * @param plain the arm as its study declares it
 * @param variant the reserved parameter's value
 */
public record CalibrationArm(Arm plain, String variant) {
  /** The reserved parameter. */
  public static final String PARAMETER = "calibrate";

  /**
   * Among the facts of a calibration's fork: the slowdown it really had, by its own clock, as a
   * share.
   */
  public static final String SLOWDOWN_SHARE = "slowdown.share";

  /** Refuses a variant that is neither a letter nor a slowdown. */
  public CalibrationArm {
    if (!variant.matches("[A-Z]|\\+[0-9]{1,3}%")) {
      throw new IllegalArgumentException(
          "parameter %s must be a capital letter or a slowdown, was '%s'; try A or +5%%"
              .formatted(PARAMETER, variant));
    }
  }

  /**
   * The same code under a letter.
   *
   * @param plain the arm
   * @param letter a capital letter
   * @return the arm of that letter
   */
  public static CalibrationArm identical(Arm plain, char letter) {
    return new CalibrationArm(plain, String.valueOf(letter));
  }

  /**
   * The same code slowed down.
   *
   * @param plain the arm
   * @param percent the slowdown, such as 5
   * @return the slowed arm
   */
  public static CalibrationArm slowed(Arm plain, int percent) {
    return new CalibrationArm(plain, String.format(Locale.ROOT, "+%d%%", percent));
  }

  /**
   * Reads an arm of a plan or run.
   *
   * @param arm any arm
   * @return what a calibration made of it; empty for an ordinary arm
   * @throws IllegalArgumentException if the reserved parameter has a value of no known form
   */
  public static Optional<CalibrationArm> of(Arm arm) {
    return Optional.ofNullable(arm.params().get(PARAMETER))
        .map(
            variant ->
                new CalibrationArm(
                    new Arm(arm.study(), arm.method(), plain(arm.params())), variant));
  }

  /**
   * Parameters without the reserved one.
   *
   * @param params parameters of any arm
   * @return what a benchmark may see of them
   */
  public static SortedMap<String, String> plain(Map<String, String> params) {
    SortedMap<String, String> plain = new TreeMap<>(params);
    plain.remove(PARAMETER);
    return plain;
  }

  /**
   * The arm as plans and runs hold it.
   *
   * @return the plain arm with the reserved parameter
   */
  public Arm arm() {
    SortedMap<String, String> params = new TreeMap<>(plain.params());
    params.put(PARAMETER, variant);
    return new Arm(plain.study(), plain.method(), params);
  }

  /**
   * Whether the code is as its author wrote it.
   *
   * @return true for a letter
   */
  public boolean identical() {
    return variant.charAt(0) != '+';
  }

  /**
   * The slowdown.
   *
   * @return a share of the operation's own time, such as 0.05; 0 for a letter
   */
  public double slowdown() {
    return identical() ? 0 : Integer.parseInt(variant.substring(1, variant.length() - 1)) / 100.0;
  }
}
