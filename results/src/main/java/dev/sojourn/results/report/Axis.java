package dev.sojourn.results.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to places along one edge of a plot, linearly or by logarithm.
 *
 * @param logarithmic whether equal distances are equal ratios
 * @param low smallest value shown
 * @param high largest value shown
 * @param from place of the smallest value
 * @param to place of the largest value
 */
record Axis(boolean logarithmic, double low, double high, double from, double to) {
  Axis {
    if (!(low < high) || (logarithmic && low <= 0)) {
      throw new IllegalArgumentException(
          "an axis needs 0 < low < high, was " + low + " to " + high);
    }
  }

  static Axis linear(double low, double high, double from, double to) {
    return new Axis(false, low, high, from, to);
  }

  /** A logarithmic axis around values that may all be equal, with a margin at both ends. */
  static Axis logAround(double least, double most, double from, double to) {
    double margin = Math.max(1.02, Math.pow(most / least, 0.06));
    return new Axis(true, least / margin, most * margin, from, to);
  }

  /** The place of a value; values beyond the ends stay at the ends. */
  double at(double value) {
    double inside = Math.clamp(value, low, high);
    double share =
        logarithmic ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
    return from + share * (to - from);
  }

  /** Round values within the axis, rising, at most about {@code most} of them. */
  List<Double> ticks(int most) {
    double span = logarithmic ? high / low : 1;
    if (span >= 1000) {
      return powers(most);
    }
    return span >= 8 ? onesTwosFives() : steps(most);
  }

  private List<Double> onesTwosFives() {
    List<Double> ticks = new ArrayList<>();
    for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
      for (int digit : new int[] {1, 2, 5}) {
        if (digit * power >= low && digit * power <= high) {
          ticks.add(digit * power);
        }
      }
    }
    return ticks;
  }

  private List<Double> powers(int most) {
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    int stride = Math.max(1, (int) Math.ceil((last - first + 1) / (double) most));
    List<Double> ticks = new ArrayList<>();
    for (int power = first; power <= last; power += stride) {
      ticks.add(Math.pow(10, power));
    }
    return ticks;
  }

  private List<Double> steps(int most) {
    double raw = (high - low) / most;
    double scale = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = scale * (raw <= scale ? 1 : raw <= 2 * scale ? 2 : raw <= 5 * scale ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }
}
