package dev.sojourn.results.report;

import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Metric;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where along a parameter the machine's caches are full.
 *
 * <p>A parameter counts bytes when its name says so ({@code bytes}, {@code messageBytes}). Of any
 * other the study must tell how many bytes its baseline takes at each value: by a metric {@code
 * footprint} in {@code B}, or by one in bytes of one element, such as {@code B/element}. Between
 * two values the bytes follow a power law, beyond the ends nobody measured them. Where nothing
 * tells bytes nothing is marked: a cache holds bytes, and the axis counts something else.
 */
final class CacheRules {
  private static final String FOOTPRINT = "footprint";
  private static final Map<String, String> CACHES = caches();

  private CacheRules() {}

  private static Map<String, String> caches() {
    Map<String, String> caches = new LinkedHashMap<>();
    caches.put("L1d", Machine.CACHE_L1D);
    caches.put("L2", Machine.CACHE_L2);
    caches.put("L3", Machine.CACHE_L3);
    return caches;
  }

  /** The caches that are full at some value of the scaling's parameter. */
  static List<XyPlot.Rule> of(Machine machine, StudyView study, Scaling scaling) {
    return CACHES.entrySet().stream()
        .flatMap(
            cache ->
                size(machine, cache.getValue())
                    .flatMap(bytes -> fullAt(study, scaling, bytes))
                    .map(value -> new XyPlot.Rule(value, cache.getKey()))
                    .stream())
        .toList();
  }

  private static Optional<Double> size(Machine machine, String key) {
    return Optional.ofNullable(machine.identity().get(key))
        .flatMap(PointView::number)
        .filter(bytes -> bytes > 0);
  }

  private static Optional<Double> fullAt(StudyView study, Scaling scaling, double bytes) {
    return countsBytes(scaling.parameter())
        ? Optional.of(bytes)
        : between(footprints(study, scaling), bytes);
  }

  /** Whether a parameter is itself in bytes. */
  static boolean countsBytes(String parameter) {
    return parameter.toLowerCase(Locale.ROOT).endsWith("bytes");
  }

  /** Whether the study tells how many bytes are in use along the parameter. */
  static boolean tellsBytes(StudyView study, Scaling scaling) {
    return countsBytes(scaling.parameter()) || footprints(study, scaling).size() > 1;
  }

  /** Bytes that the baseline takes, by value of the parameter. */
  private static List<Curve.Point> footprints(StudyView study, Scaling scaling) {
    return study.points().stream()
        .filter(point -> scaling.crosses(point.params()))
        .flatMap(point -> footprint(study, scaling.parameter(), point))
        .filter(point -> point.x() > 0 && point.y() > 0)
        .sorted(Comparator.comparingDouble(Curve.Point::x))
        .toList();
  }

  private static Stream<Curve.Point> footprint(StudyView study, String parameter, PointView point) {
    Optional<Double> value =
        Optional.ofNullable(point.params().get(parameter)).flatMap(PointView::number);
    return point.figures().stream()
        .filter(figure -> figure.arm().method().equals(study.card().baseline()))
        .filter(figure -> isTotal(figure.metric()) || isPerElement(figure.metric()))
        .limit(1)
        .flatMap(figure -> value.stream().map(x -> Curve.Point.of(x, bytes(figure, x))));
  }

  private static double bytes(Figure figure, double elements) {
    return isTotal(figure.metric()) ? figure.value() : figure.value() * elements;
  }

  private static boolean isTotal(Metric metric) {
    return metric.name().equals(FOOTPRINT) && metric.unit().equals("B");
  }

  private static boolean isPerElement(Metric metric) {
    return metric.unit().startsWith("B/") && !metric.unit().equals(Metric.ALLOCATION.unit());
  }

  /** The value at which so many bytes are in use, where they lie between those of two values. */
  private static Optional<Double> between(List<Curve.Point> footprints, double bytes) {
    for (int i = 1; i < footprints.size(); i++) {
      Curve.Point before = footprints.get(i - 1);
      Curve.Point after = footprints.get(i);
      if (before.y() <= bytes && bytes <= after.y() && before.y() < after.y()) {
        double share = Math.log(bytes / before.y()) / Math.log(after.y() / before.y());
        return Optional.of(before.x() * Math.pow(after.x() / before.x(), share));
      }
    }
    return Optional.empty();
  }
}
