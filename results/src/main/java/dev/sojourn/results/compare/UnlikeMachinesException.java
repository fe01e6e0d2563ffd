package dev.sojourn.results.compare;

import dev.sojourn.results.model.Machine;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two runs were taken on machines that differ in facts that matter, so their ratio would mean
 * nothing.
 */
public final class UnlikeMachinesException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> differences;

  /**
   * Names every difference.
   *
   * @param before machine of the earlier run
   * @param after machine of the later run
   */
  public UnlikeMachinesException(Machine before, Machine after) {
    super(
        "the runs were taken on unlike machines; compare them with force if you must, or measure"
            + " both on one:\n"
            + before.differences(after).entrySet().stream()
                .map(e -> "  " + e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n")));
    this.differences = Map.copyOf(before.differences(after));
  }

  /**
   * The facts in which the machines differ, as {@code fact: before / after}.
   *
   * @return the differences
   */
  public Map<String, String> differences() {
    return differences;
  }
}
