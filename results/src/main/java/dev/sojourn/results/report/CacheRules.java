package dev.sojourn.results.report;

import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where along a parameter the machine's caches are full.
 *
 * <p>A parameter counts bytes when its name says so ({@code bytes}, {@code messageBytes}). It
 * counts elements of known size when the study's baseline has a metric per element, in a unit such
 * as {@code B/element}; elsewhere nothing is marked, for a cache holds bytes and the axis counts
 * something else.
 */
final class CacheRules {
  private static final Map<String, String> CACHES = caches();

  private CacheRules() {}

  private static Map<String, String> caches() {
    Map<String, String> caches = new LinkedHashMap<>();
    caches.put("L1d", Machine.CACHE_L1D);
    caches.put("L2", Machine.CACHE_L2);
    caches.put("L3", Machine.CACHE_L3);
    return caches;
  }

  static List<XyPlot.Rule> of(Machine machine, StudyView study, String parameter) {
    Optional<Double> bytes = bytesOfOne(study, parameter);
    return bytes.isEmpty()
        ? List.of()
        : CACHES.entrySet().stream()
            .flatMap(
                cache ->
                    size(machine, cache.getValue()).stream()
                        .map(size -> new XyPlot.Rule(size / bytes.get(), cache.getKey())))
            .toList();
  }

  private static Optional<Double> size(Machine machine, String key) {
    return Optional.ofNullable(machine.identity().get(key))
        .flatMap(PointView::number)
        .filter(bytes -> bytes > 0);
  }

  private static Optional<Double> bytesOfOne(StudyView study, String parameter) {
    if (parameter.toLowerCase(Locale.ROOT).endsWith("bytes")) {
      return Optional.of(1.0);
    }
    return study.points().stream()
        .flatMap(point -> point.figures().stream())
        .filter(figure -> figure.arm().method().equals(study.card().baseline()))
        .filter(figure -> perElement(figure.metric()) && figure.value() > 0)
        .map(Figure::value)
        .findFirst();
  }

  private static boolean perElement(Metric metric) {
    return metric.unit().startsWith("B/") && !metric.unit().equals(Metric.ALLOCATION.unit());
  }
}
