package dev.sojourn.results.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrections of p-values for the number of questions asked at once.
 *
 * <p>An adjusted p-value is held against the level as a single one would be. A p-value that is not
 * a number asked no question: it is not counted, and stays what it is.
 *
 * <p><b>Costs.</b> O(m log m) for m p-values.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg,
 *     Controlling the false discovery rate, 1995</a>
 * @see <a href="https://www.jstor.org/stable/4615733">Holm, A simple sequentially rejective
 *     multiple test procedure, 1979</a>
 */
public final class Multiplicity {
  private Multiplicity() {}

  /**
   * Adjusted so that of everything below a level, at most that share is expected to be false.
   *
   * @param pValues one per question, in any order
   * @return as many adjusted p-values, in the same order
   */
  public static double[] benjaminiHochberg(double[] pValues) {
    int[] order = ascending(pValues);
    double[] adjusted = pValues.clone();
    double least = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      least = Math.min(least, pValues[order[i]] * ((double) order.length / (i + 1)));
      adjusted[order[i]] = least;
    }
    return adjusted;
  }

  /**
   * Adjusted so that the chance of anything false below a level is at most that level.
   *
   * @param pValues one per question, in any order
   * @return as many adjusted p-values, in the same order
   */
  public static double[] holm(double[] pValues) {
    int[] order = ascending(pValues);
    double[] adjusted = pValues.clone();
    double most = 0;
    for (int i = 0; i < order.length; i++) {
      most = Math.max(most, Math.min(1, pValues[order[i]] * (order.length - i)));
      adjusted[order[i]] = most;
    }
    return adjusted;
  }

  private static int[] ascending(double[] pValues) {
    Arrays.stream(pValues).forEach(Multiplicity::refuseNonsense);
    return IntStream.range(0, pValues.length)
        .filter(i -> !Double.isNaN(pValues[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> pValues[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static void refuseNonsense(double p) {
    if (p < 0 || p > 1) {
      throw new IllegalArgumentException("a p-value lies between 0 and 1, was " + p);
    }
  }
}
