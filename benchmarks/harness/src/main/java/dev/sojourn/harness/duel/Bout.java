package dev.sojourn.harness.duel;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One benchmark at one parameter point, which both jars have.
 *
 * @param benchmark class and method
 * @param params value of every parameter
 * @param singleShot whether one invocation is all an iteration may do
 */
public record Bout(String benchmark, SortedMap<String, String> params, boolean singleShot) {
  /** Copies the parameters. */
  public Bout {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  @Override
  public String toString() {
    return params.isEmpty() ? benchmark : benchmark + params;
  }
}
