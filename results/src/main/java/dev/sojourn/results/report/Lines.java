package dev.sojourn.results.report;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of a study's plots: a method has one place among them, and by it one colour, dash and
 * marker, in every plot and at every point.
 */
final class Lines {
  private final List<String> names;

  private Lines(Set<String> names) {
    this.names = List.copyOf(names);
  }

  /**
   * Methods as the study names them, then those it does not know, then other views of a method.
   *
   * @param run what the run has of the study
   */
  static Lines of(Run run, StudyView study) {
    Set<String> names = new LinkedHashSet<>(study.card().methods());
    study.rows().map(row -> row.arm().method()).forEach(names::add);
    run.tails().stream().map(Lines::name).forEach(names::add);
    return new Lines(names);
  }

  /** A method's latency by the method alone, its other views by their names besides. */
  static String name(Tail tail) {
    String method = tail.arm().method();
    return tail.view().equals(Tail.LATENCY) ? method : method + " " + tail.view();
  }

  /** The place of a line; one of no method, such as the platform's, stands behind them all. */
  int place(String name) {
    int at = names.indexOf(name);
    return at < 0 ? names.size() : at;
  }
}
