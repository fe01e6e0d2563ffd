package dev.sojourn.results.report;

import dev.sojourn.results.compare.History;
import java.util.List;

/** A track as one line of bars, the higher the costlier; a stroke where sessions are not joined. */
final class Sparks {
  private static final String BREAK = "|";
  private static final String APART = " .. ";

  /** Smaller ranges than this would blow noise up to mountains. */
  private static final double LEAST_RANGE = Math.log(1.10);

  private Sparks() {}

  /** The newest sessions that fit into so many columns. */
  static String of(History.Track track, int columns, Style style) {
    double[] logs = track.points().stream().mapToDouble(p -> log(p.value())).toArray();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      low = Math.min(low, log);
      high = Math.max(high, log);
    }
    double middle = (low + high) / 2;
    double range = Math.max(LEAST_RANGE, high - low);
    StringBuilder line = new StringBuilder();
    for (History.Piece piece : track.pieces()) {
      line.append(line.isEmpty() ? "" : BREAK);
      piece
          .points()
          .forEach(p -> line.append(Bars.of((log(p.value()) - middle) / range + 0.5, style)));
    }
    return line.length() <= columns
        ? line.toString()
        : "…" + line.substring(line.length() - columns + 1);
  }

  /** Zero bytes are the least there is. */
  private static double log(double value) {
    return Math.log(Math.max(value, 1e-3));
  }

  /** First and last label, as far apart as the line is long where they fit. */
  static String axis(List<History.Point> points, int length, int most) {
    int room = (most - APART.length()) / 2;
    String first = Words.elided(Words.plain(points.getFirst().label().value()), room);
    String last = Words.elided(Words.plain(points.getLast().label().value()), room);
    int gap = length - Words.columns(first) - Words.columns(last);
    return points.size() == 1 ? first : first + (gap > 0 ? " ".repeat(gap) : APART) + last;
  }
}
