package dev.sojourn.results.report;

import dev.sojourn.results.compare.PlatformTail;
import dev.sojourn.results.compare.SpectrumBand;
import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * The latency distributions of all methods at one parameter point, in all their views, as curves
 * over nines and as a table.
 */
final class Spectrum {
  private static final int STEPS_PER_NINE = 8;
  private static final String PLATFORM = "the platform's hiccups";
  private static final double[] LISTED = {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999};

  private final String title;
  private final List<Tail> tails;
  private final List<Histogram> merged;
  private final Optional<Histogram> platform;
  private final Lines lines;

  /** The hiccups are of all the arms' forks. */
  Spectrum(String title, List<Tail> tails, Optional<Histogram> platform, Lines lines) {
    this.title = title;
    this.tails = List.copyOf(tails);
    this.merged = tails.stream().map(Tail::merged).toList();
    this.platform = platform;
    this.lines = lines;
  }

  boolean hasPlatform() {
    return platform.isPresent();
  }

  /** Whether there are forks enough for bands. */
  boolean hasBands() {
    return tails.stream().anyMatch(tail -> tail.forks().size() >= SpectrumBand.FEWEST_FORKS);
  }

  String title() {
    return title;
  }

  int batch() {
    return tails.stream().mapToInt(Tail::batch).max().orElse(1);
  }

  /** How many of the curves, the first ones, are of methods. */
  int methods() {
    return tails.size();
  }

  List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < tails.size(); i++) {
      int at = i;
      List<Curve.Point> points =
          nines(i)
              .mapToObj(nines -> Curve.Point.of(nines, nanos(at, Nines.quantile(nines))))
              .toList();
      curves.add(new Curve(name(i), lines.place(name(i)), points));
    }
    platform.ifPresent(
        hiccups -> curves.add(new Curve(PLATFORM, lines.place(PLATFORM), hiccups(1))));
    return curves;
  }

  /** Each curve's band over forks, and beneath them all where the platform forbids a claim. */
  List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    if (platform.isPresent()) {
      areas.add(new Area("limited", hiccups(PlatformTail.LIMIT)));
    }
    for (int i = 0; i < tails.size(); i++) {
      if (tails.get(i).forks().size() >= SpectrumBand.FEWEST_FORKS) {
        areas.add(new Area("band " + Curve.colour(lines.place(name(i))), band(i)));
      }
    }
    return areas;
  }

  private List<Curve.Point> band(int index) {
    double batch = tails.get(index).batch();
    double[] nines = nines(index).toArray();
    double[] fractions = DoubleStream.of(nines).map(Nines::quantile).toArray();
    List<SpectrumBand.Point> band = SpectrumBand.of(tails.get(index), fractions);
    return IntStream.range(0, band.size())
        .mapToObj(
            i ->
                new Curve.Point(
                    nines[i],
                    Math.max(1, band.get(i).nanos()) / batch,
                    Math.max(1, band.get(i).low()) / batch,
                    Math.max(1, band.get(i).high()) / batch))
        .toList();
  }

  /** The platform's own spectrum, so many times as high, down to nothing. */
  private List<Curve.Point> hiccups(double times) {
    Histogram hiccups = platform.orElseThrow();
    double least = batch();
    return Nines.upTo(hiccups.getTotalCount(), STEPS_PER_NINE)
        .mapToObj(
            nines -> {
              double nanos = hiccups.getValueAtPercentile(100 * Nines.quantile(nines));
              double shown = Math.max(least, times * nanos) / least;
              return new Curve.Point(nines, shown, times == 1 ? shown : 1 / least, shown);
            })
        .toList();
  }

  private DoubleStream nines(int index) {
    return Nines.upTo(merged.get(index).getTotalCount(), STEPS_PER_NINE);
  }

  private String name(int index) {
    return Lines.name(tails.get(index));
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
      List<String> line = new ArrayList<>(List.of(name(i)));
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
