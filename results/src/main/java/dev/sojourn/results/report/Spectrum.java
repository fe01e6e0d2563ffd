package dev.sojourn.results.report;

import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/**
 * The latency distributions of all methods at one parameter point, as curves over nines and as a
 * table.
 */
final class Spectrum {
  private static final int STEPS_PER_NINE = 8;
  private static final double[] LISTED = {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999};

  private final String title;
  private final List<Tail> tails;
  private final List<Histogram> merged;

  Spectrum(String title, List<Tail> tails) {
    this.title = title;
    this.tails = List.copyOf(tails);
    this.merged = tails.stream().map(Tail::merged).toList();
  }

  String title() {
    return title;
  }

  int batch() {
    return tails.stream().mapToInt(Tail::batch).max().orElse(1);
  }

  List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < tails.size(); i++) {
      int at = i;
      List<Curve.Point> points =
          Nines.upTo(merged.get(i).getTotalCount(), STEPS_PER_NINE)
              .mapToObj(nines -> Curve.Point.of(nines, nanos(at, Nines.quantile(nines))))
              .toList();
      curves.add(new Curve(tails.get(i).arm().method(), i, points));
    }
    return curves;
  }

  List<String> heads() {
    List<String> heads = new ArrayList<>(List.of("method"));
    listed().forEach(quantile -> heads.add(Units.percent(quantile)));
    heads.add("max");
    heads.add("values");
    return heads;
  }

  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < tails.size(); i++) {
      int at = i;
      List<String> line = new ArrayList<>(List.of(tails.get(i).arm().method()));
      listed().forEach(quantile -> line.add(Units.time(nanos(at, quantile))));
      line.add(Units.time(nanos(i, 1)));
      line.add(Units.count(merged.get(i).getTotalCount()));
      lines.add(line);
    }
    return lines;
  }

  /** Percentiles with at least one value beyond them in the largest histogram. */
  private DoubleStream listed() {
    long most = merged.stream().mapToLong(Histogram::getTotalCount).max().orElse(0);
    return DoubleStream.of(LISTED)
        .filter(quantile -> most * (1 - quantile) >= 1 || quantile == 0.5);
  }

  /** A clock of coarse steps reads 0 at times, which no logarithm can show: 1 ns stands for it. */
  private double nanos(int index, double quantile) {
    long value = merged.get(index).getValueAtPercentile(quantile * 100);
    return Math.max(1.0, (double) value) / tails.get(index).batch();
  }
}
