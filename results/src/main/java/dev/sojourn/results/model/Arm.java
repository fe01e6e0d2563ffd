package dev.sojourn.results.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One implementation at one parameter point: the identity under which a measurement is kept for
 * ever.
 *
 * <p>The week a study belongs to is an attribute and no part of this, so history survives a move.
 *
 * @param study fully qualified class name of the study
 * @param method benchmark method, one per implementation
 * @param params workload parameters, sorted by name
 */
public record Arm(String study, String method, SortedMap<String, String> params)
    implements Comparable<Arm> {

  /** Copies the parameters, sorted by name and unmodifiable. */
  public Arm {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /**
   * An arm with parameters in any map.
   *
   * @param study fully qualified class name of the study
   * @param method benchmark method
   * @param params workload parameters
   * @return the arm
   */
  public static Arm of(String study, String method, Map<String, String> params) {
    return new Arm(study, method, new TreeMap<>(params));
  }

  /**
   * The same parameter point under another implementation.
   *
   * @param otherMethod the other benchmark method
   * @return the arm of that method
   */
  public Arm withMethod(String otherMethod) {
    return new Arm(study, otherMethod, params);
  }

  /**
   * The study's class name without its package.
   *
   * @return the simple name
   */
  public String studyName() {
    return study.substring(study.lastIndexOf('.') + 1);
  }

  /**
   * The parameters as {@code a=1,b=2}; empty when there are none.
   *
   * @return the parameters on one line
   */
  public String paramsText() {
    return params.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * The canonical text, {@code study.method[a=1,b=2]}: equal texts, equal arms.
   *
   * @return the canonical text
   */
  @Override
  public String toString() {
    return study + "." + method + "[" + paramsText() + "]";
  }

  @Override
  public int compareTo(Arm other) {
    return toString().compareTo(other.toString());
  }
}
