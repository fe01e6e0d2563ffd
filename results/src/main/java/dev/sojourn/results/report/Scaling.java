package dev.sojourn.results.report;

import dev.sojourn.results.model.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Time per operation along one numeric parameter, the others held fixed.
 *
 * @param parameter the parameter that varies
 * @param fixed values of the others
 * @param curves one for each method
 */
record Scaling(String parameter, SortedMap<String, String> fixed, List<Curve> curves) {

  /**
   * Every parameter of a study that takes at least two numbers above zero, at each setting of the
   * others.
   */
  static List<Scaling> of(StudyView study, Lines lines) {
    Set<String> parameters = new LinkedHashSet<>();
    study.points().forEach(point -> parameters.addAll(point.params().keySet()));
    List<Scaling> all = new ArrayList<>();
    for (String parameter : parameters) {
      Set<SortedMap<String, String>> settings = new LinkedHashSet<>();
      study.points().forEach(point -> settings.add(without(point.params(), parameter)));
      settings.stream()
          .map(fixed -> along(study, lines, parameter, fixed))
          .filter(Scaling::worthDrawing)
          .forEach(all::add);
    }
    return all;
  }

  /** Whether a point lies on the way along the parameter. */
  boolean crosses(SortedMap<String, String> params) {
    return without(params, parameter).equals(fixed);
  }

  private static Scaling along(
      StudyView study, Lines lines, String parameter, SortedMap<String, String> fixed) {
    List<Row> rows =
        study.points().stream()
            .filter(point -> without(point.params(), parameter).equals(fixed))
            .flatMap(point -> point.rows().stream())
            .toList();
    List<String> methods = rows.stream().map(row -> row.arm().method()).distinct().toList();
    List<Curve> curves = new ArrayList<>();
    for (String method : methods) {
      List<Curve.Point> points =
          rows.stream()
              .filter(row -> row.arm().method().equals(method))
              .flatMap(row -> point(row, parameter).stream())
              .sorted(Comparator.comparingDouble(Curve.Point::x))
              .toList();
      if (!points.isEmpty()) {
        curves.add(new Curve(method, lines.place(method), points));
      }
    }
    return new Scaling(parameter, fixed, curves);
  }

  private static Optional<Curve.Point> point(Row row, String parameter) {
    Optional<Double> x =
        Optional.ofNullable(row.arm().params().get(parameter))
            .flatMap(PointView::number)
            .filter(value -> value > 0);
    Optional<Measurement> time = row.time().filter(m -> Row.forkMedians(m).allMatch(t -> t > 0));
    return x.flatMap(at -> time.map(m -> point(at, m)));
  }

  private static Curve.Point point(double x, Measurement m) {
    double low = Row.forkMedians(m).min().orElse(Double.NaN);
    double high = Row.forkMedians(m).max().orElse(Double.NaN);
    return new Curve.Point(x, Row.median(m), low, high);
  }

  private boolean worthDrawing() {
    Predicate<Curve> isLine =
        curve -> curve.points().stream().mapToDouble(Curve.Point::x).distinct().count() > 1;
    return curves.stream().anyMatch(isLine);
  }

  private static SortedMap<String, String> without(
      SortedMap<String, String> params, String parameter) {
    SortedMap<String, String> rest = new TreeMap<>(params);
    rest.remove(parameter);
    return rest;
  }
}
