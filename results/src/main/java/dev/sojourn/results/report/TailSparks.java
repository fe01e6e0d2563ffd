package dev.sojourn.results.report;

import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * The latency distributions of one parameter point, each as one line of bars from its median to its
 * largest value.
 *
 * <p>Lines may be held against each other: a place in the line is the same share of the values in
 * all, evenly spaced in nines, and a height the same latency, on a logarithmic scale from the least
 * median to the largest value of all. A distribution of fewer values ends earlier.
 */
final class TailSparks {
  /** Head of the column. */
  static final String HEAD = "p50..max";

  private static final int BARS = 12;
  private static final double MEDIAN = Math.log10(2);
  private static final double ROUNDING = 1e-9;

  /** Smaller ranges than a doubling would blow noise up to mountains. */
  private static final double LEAST_RANGE = Math.log(2);

  private final List<Line> lines;
  private final double mostNines;
  private final double lowest;
  private final double highest;

  /** Values per operation. */
  private record Line(Histogram histogram, int batch) {
    double nines() {
      return Math.log10((double) Math.max(1, histogram.getTotalCount()));
    }

    boolean isEmpty() {
      return histogram.getTotalCount() == 0;
    }

    double at(double nines) {
      return perOp(histogram.getValueAtPercentile(100 * Nines.quantile(nines)));
    }

    double max() {
      return perOp(histogram.getMaxValue());
    }

    /**
     * A clock of coarse steps reads 0 at times, which no logarithm can show: 1 ns stands for it.
     */
    private double perOp(long nanos) {
      return Math.max(1.0, (double) nanos) / batch;
    }
  }

  TailSparks(List<Tail> tails) {
    lines = tails.stream().map(tail -> new Line(tail.merged(), tail.batch())).toList();
    List<Line> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
    mostNines = filled.stream().mapToDouble(Line::nines).max().orElse(0);
    lowest = filled.stream().mapToDouble(line -> line.at(MEDIAN)).min().orElse(1);
    highest = filled.stream().mapToDouble(Line::max).max().orElse(1);
  }

  /** The distribution of one of the tails, by its place in the list. */
  String line(int index, Style style) {
    Line line = lines.get(index);
    if (line.isEmpty()) {
      return "";
    }
    int last = last(line);
    StringBuilder bars = new StringBuilder();
    IntStream.range(0, last).forEach(i -> bars.append(bar(line.at(nines(i)), style)));
    return bars.append(bar(line.max(), style)).toString();
  }

  /** The place of the largest value: the last one that the number of values can fill. */
  private int last(Line line) {
    double most = line.nines() + ROUNDING;
    return IntStream.range(1, BARS).filter(i -> nines(i) <= most).max().orElse(0);
  }

  private double nines(int place) {
    return MEDIAN + (mostNines - MEDIAN) * place / (BARS - 1);
  }

  private char bar(double nanos, Style style) {
    double range = Math.max(LEAST_RANGE, Math.log(highest / lowest));
    return Bars.of(Math.log(nanos / lowest) / range, style);
  }

  /** What a reader must know of the lines. */
  String note() {
    return HEAD
        + " : evenly spaced in nines; heights are logarithmic, "
        + Units.time(lowest)
        + " to "
        + Units.time(highest)
        + ".";
  }
}
