package dev.sojourn.results.report;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a page knows besides the runs it shows in full.
 *
 * @param weeks the curriculum the studies belong to, in order; empty when there is none to show
 * @param archive the other runs of the ledger
 * @param calibration what is known of a run's machine, if anything
 * @param flames where the flame graphs of the runs are
 * @param ledger folder of the ledger, for the page's commands; empty for the one that they find by
 *     themselves
 */
public record PageContext(
    List<WeekCard> weeks,
    Archive archive,
    Function<Run, Optional<Calibration>> calibration,
    FlameLinks flames,
    String ledger) {

  /** Copies the list. */
  public PageContext {
    weeks = List.copyOf(weeks);
  }

  /**
   * What a page without flame graphs knows, of the ledger that commands find by themselves.
   *
   * @param weeks the curriculum the studies belong to, in order; empty when there is none to show
   * @param archive the other runs of the ledger
   * @param calibration what is known of a run's machine, if anything
   */
  public PageContext(
      List<WeekCard> weeks, Archive archive, Function<Run, Optional<Calibration>> calibration) {
    this(weeks, archive, calibration, FlameLinks.NONE, "");
  }

  /**
   * Nothing but the runs themselves.
   *
   * @return a context without weeks, other runs and calibrations
   */
  public static PageContext none() {
    return new PageContext(List.of(), Archive.none(), run -> Optional.empty());
  }

  /**
   * The same with what is known of the machines.
   *
   * @param known what is known of a run's machine, if anything
   * @return a copy
   */
  public PageContext calibrated(Function<Run, Optional<Calibration>> known) {
    return new PageContext(weeks, archive, known, flames, ledger);
  }

  /**
   * The same with links to flame graphs.
   *
   * @param links where they are
   * @return a copy
   */
  public PageContext linking(FlameLinks links) {
    return new PageContext(weeks, archive, calibration, links, ledger);
  }

  /**
   * The same for a ledger that commands must be told of.
   *
   * @param folder as commands are given it; empty for the ledger that they find by themselves
   * @return a copy
   */
  public PageContext ofLedger(String folder) {
    return new PageContext(weeks, archive, calibration, flames, folder);
  }
}
