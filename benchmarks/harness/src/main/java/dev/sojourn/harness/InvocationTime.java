package dev.sojourn.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How long one invocation of a lab takes, as its study declares it: a product of numbers and
 * parameters in seconds, such as {@code 2*seconds}.
 *
 * @param factors numbers, or names of parameters whose values are numbers; none when it is not
 *     declared
 */
public record InvocationTime(List<String> factors) {
  /** Not declared: next to nothing, as far as anybody knows. */
  public static final InvocationTime UNKNOWN = new InvocationTime(List.of());

  private static final double LONGEST_SECONDS = 86_400;

  /** Copies the list. */
  public InvocationTime {
    factors = List.copyOf(factors);
  }

  /**
   * Reads a product.
   *
   * @param text factors between asterisks; blank for {@link #UNKNOWN}
   * @param declared declared values by parameter
   * @return the product
   * @throws IllegalArgumentException if a factor is neither a number nor a parameter of numbers
   */
  public static InvocationTime parse(String text, Map<String, List<String>> declared) {
    if (text.isBlank()) {
      return UNKNOWN;
    }
    List<String> factors = Arrays.stream(text.split("\\*", -1)).map(String::strip).toList();
    for (String factor : factors) {
      for (String value : declared.getOrDefault(factor, List.of(factor))) {
        requireTime(factor, value);
      }
    }
    return new InvocationTime(factors);
  }

  private static void requireTime(String factor, String value) {
    if (!(number(value) > 0 && number(value) <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(
          "factor \""
              + factor
              + "\" must be a number above 0 or a parameter of such numbers, was "
              + value
              + "; try 2*seconds");
    }
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * The product at a parameter point.
   *
   * @param point value by parameter, complete
   * @return milliseconds, 0 when nothing is declared
   */
  public long millis(Map<String, String> point) {
    if (factors.isEmpty()) {
      return 0;
    }
    double seconds = 1;
    for (String factor : factors) {
      seconds *= number(point.getOrDefault(factor, factor));
    }
    return Math.round(1_000 * Math.min(seconds, LONGEST_SECONDS));
  }
}
