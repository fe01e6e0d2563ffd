package dev.sojourn.results.report;

import dev.sojourn.results.compare.History;
import java.util.List;

/** A track as one line of bars, the higher the costlier; a stroke where sessions are not joined. */
final class Sparks {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String BREAK = "|";

  /** Smaller ranges than this would blow noise up to mountains. */
  private static final double LEAST_RANGE = Math.log(1.10);

  private Sparks() {}

  /** The newest sessions that fit into so many columns. */
  static String of(History.Track track, int columns) {
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
      piece.points().forEach(p -> line.append(bar((log(p.value()) - middle) / range + 0.5)));
    }
    return line.length() <= columns
        ? line.toString()
        : "…" + line.substring(line.length() - columns + 1);
  }

  /** Zero bytes are the least there is. */
  private static double log(double value) {
    return Math.log(Math.max(value, 1e-3));
  }

  private static char bar(double share) {
    return BARS.charAt((int) Math.clamp(share * BARS.length(), 0, BARS.length() - 1));
  }

  /** First and last label, as far apart as the line is long where they fit. */
  static String axis(List<History.Point> points, int columns) {
    String first = Words.plain(points.getFirst().label().value());
    String last = Words.plain(points.getLast().label().value());
    int gap = columns - Words.columns(first) - Words.columns(last);
    return points.size() == 1 ? first : first + (gap > 0 ? " ".repeat(gap) : " .. ") + last;
  }
}
