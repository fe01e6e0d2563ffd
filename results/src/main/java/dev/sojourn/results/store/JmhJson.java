package dev.sojourn.results.store;

import dev.sojourn.results.model.Run;
import java.nio.file.Path;

/**
 * The result files that JMH itself writes with {@code -rf json}, of any benchmark of anyone.
 *
 * <p>Every mode is read as time per operation in nanoseconds; throughput is inverted. Latencies
 * that JMH sampled are read as their mean only: past some ten thousand samples a second JMH thins
 * them out unevenly, and their tail is not true.
 *
 * <p>Files written here hold one field more, which other tools pass over, with what JMH's form has
 * no place for. Such a file is read to the same run, so that comparing files says what comparing
 * the ledger says. Scores are always those of JMH's own fields; where results were taken away or
 * added, the file is read as if JMH had written it.
 */
public final class JmhJson {
  private static final String WAY_OUT = "write it anew with JMH's -rf json";

  private JmhJson() {}

  /**
   * Reads a JMH result file as a run, labelled by the file's name unless the file says more.
   *
   * @param file a JSON file of JMH
   * @return the run; results without usable numbers are among its failures
   * @throws LedgerException when the file is not a JMH result
   */
  public static Run read(Path file) throws LedgerException {
    JmhReader reader = new JmhReader(file);
    return Json.read(file, WAY_OUT, reader::run);
  }

  /**
   * A run as JMH would have written it, for the tools that show such files.
   *
   * @param run a run
   * @return JSON text, one result for each arm whose time was measured; an empty list when there is
   *     none
   */
  public static String write(Run run) {
    return JmhWriter.json(run);
  }
}
