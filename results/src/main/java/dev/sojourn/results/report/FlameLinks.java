package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Run;
import java.util.Optional;

/** Where a page finds the flame graphs of the runs it shows. */
@FunctionalInterface
public interface FlameLinks {
  /** There are none. */
  FlameLinks NONE = (run, arm, event) -> Optional.empty();

  /**
   * The address of one flame graph.
   *
   * @param run a run of the page
   * @param arm what was profiled
   * @param event what widths count
   * @return an address from where the page will be; empty when there is no such graph
   */
  Optional<String> href(Run run, Arm arm, FlameEvent event);
}
