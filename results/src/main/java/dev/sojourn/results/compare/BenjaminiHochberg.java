package dev.sojourn.results.compare;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of many comparisons so that, of those called different, the expected share
 * of mistakes is bounded.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg,
 *     Controlling the false discovery rate, 1995</a>
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The adjusted p-values: those at most q may be called findings with a false discovery rate of at
   * most q.
   *
   * @param pValues p-values in any order; {@code NaN} stays {@code NaN} and does not count
   * @return adjusted p-values, in the order given
   */
  public static double[] adjust(double... pValues) {
    int[] falling =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = pValues.clone();
    double least = 1;
    for (int i = 0; i < falling.length; i++) {
      int rank = falling.length - i;
      least = Math.min(least, pValues[falling[i]] * falling.length / rank);
      adjusted[falling[i]] = least;
    }
    return adjusted;
  }
}
