package dev.sojourn.harness;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A study as found on the class path: what it says of itself, and what running it takes.
 *
 * @param type the study's class
 * @param card what is stored with every run of it
 * @param batch operations per recorded latency
 * @param mayDiffer share of answers in which a method may differ from the baseline
 * @param heapMegabytes heap of every fork
 * @param slowPoint parameters of the points at which an operation takes seconds; empty when there
 *     is no such point
 * @param tourPoint the complete parameter point the tour shows; empty when the tour leaves the
 *     study out
 * @param tourMethods the methods the tour runs, baseline first
 * @param params declared values by parameter, in the order they were declared
 * @param invocationTime how long one invocation of a lab takes
 */
public record StudyDescriptor(
    Class<?> type,
    StudyCard card,
    int batch,
    double mayDiffer,
    int heapMegabytes,
    SortedMap<String, String> slowPoint,
    SortedMap<String, String> tourPoint,
    List<String> tourMethods,
    SortedMap<String, List<String>> params,
    InvocationTime invocationTime) {

  /** Copies the maps. */
  public StudyDescriptor {
    slowPoint = Collections.unmodifiableSortedMap(new TreeMap<>(slowPoint));
    tourPoint = Collections.unmodifiableSortedMap(new TreeMap<>(tourPoint));
    tourMethods = List.copyOf(tourMethods);
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /**
   * The identity of the study.
   *
   * @return its fully qualified class name
   */
  public String id() {
    return card.study();
  }

  /**
   * The class name without its package.
   *
   * @return the simple name
   */
  public String name() {
    return card.name();
  }

  /**
   * Whether the tour shows this study.
   *
   * @return true when it declares a tour point
   */
  public boolean inTour() {
    return !tourPoint.isEmpty();
  }

  /**
   * Whether an operation of some method takes seconds.
   *
   * @param point value by parameter, complete
   * @return true when the study declares so
   */
  public boolean isSlowAt(Map<String, String> point) {
    return !slowPoint.isEmpty() && point.entrySet().containsAll(slowPoint.entrySet());
  }

  /**
   * The same study with fewer methods; the baseline stays.
   *
   * @param wanted the methods to keep
   * @return a study of the baseline and those methods
   */
  public StudyDescriptor limitedTo(Collection<String> wanted) {
    List<String> kept =
        card.methods().stream()
            .filter(method -> method.equals(card.baseline()) || wanted.contains(method))
            .toList();
    return new StudyDescriptor(
        type,
        card.withMethods(kept),
        batch,
        mayDiffer,
        heapMegabytes,
        slowPoint,
        tourPoint,
        tourMethods,
        params,
        invocationTime);
  }

  /**
   * Every parameter point: all combinations, the last parameter varying fastest.
   *
   * @return the points; one empty point when there are no parameters
   */
  public List<SortedMap<String, String>> points() {
    List<SortedMap<String, String>> points = List.of(new TreeMap<>());
    for (Map.Entry<String, List<String>> param : params.entrySet()) {
      List<SortedMap<String, String>> longer = new ArrayList<>();
      for (SortedMap<String, String> point : points) {
        for (String value : param.getValue()) {
          SortedMap<String, String> next = new TreeMap<>(point);
          next.put(param.getKey(), value);
          longer.add(next);
        }
      }
      points = longer;
    }
    return points.stream().map(Collections::unmodifiableSortedMap).toList();
  }

  /**
   * The point made of the first value of every parameter.
   *
   * @return the first point
   */
  public SortedMap<String, String> firstPoint() {
    return pointWith(Map.of());
  }

  /**
   * A complete point from a few fixed parameters; the others take their first value.
   *
   * @param fixed value by parameter
   * @return the point
   */
  public SortedMap<String, String> pointWith(Map<String, String> fixed) {
    SortedMap<String, String> point = new TreeMap<>();
    params.forEach((name, values) -> point.put(name, fixed.getOrDefault(name, values.getFirst())));
    return Collections.unmodifiableSortedMap(point);
  }

  /**
   * One implementation at one point.
   *
   * @param method a benchmark method of this study
   * @param point value by parameter
   * @return the arm
   */
  public Arm arm(String method, Map<String, String> point) {
    if (!card.methods().contains(method)) {
      throw new IllegalArgumentException(
          "study " + name() + " has no method " + method + "; its methods are " + card.methods());
    }
    return Arm.of(id(), method, point);
  }

  /**
   * All implementations at one point, baseline first.
   *
   * @param point value by parameter
   * @return the arms
   */
  public List<Arm> arms(Map<String, String> point) {
    return card.methods().stream().map(method -> arm(method, point)).toList();
  }
}
