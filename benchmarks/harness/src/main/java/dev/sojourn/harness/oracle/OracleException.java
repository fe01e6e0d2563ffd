package dev.sojourn.harness.oracle;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Methods of a study that gave no answers at all, so that nothing could be compared. */
public final class OracleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SortedMap<String, String> causes;

  /**
   * Methods that failed.
   *
   * @param study the study's class name
   * @param causes one line by method: why it gave no answer
   */
  public OracleException(String study, Map<String, String> causes) {
    super("study " + study + " gave no answers: " + causes);
    this.causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
  }

  /**
   * Which methods failed, and why.
   *
   * @return one line by method
   */
  public SortedMap<String, String> causes() {
    return causes;
  }
}
