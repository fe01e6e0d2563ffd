package dev.sojourn.results.report;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.List;

/**
 * The commands that show more of the ledger a page is made from.
 *
 * @param folder the ledger's folder; empty for the one that commands find by themselves
 */
record LedgerCommands(String folder) {
  static final LedgerCommands USUAL = new LedgerCommands("");

  /** Every plot of one run. */
  String report(String label) {
    return Reproduce.JAR + "report" + ledger() + " " + Shell.operand(label);
  }

  /** Every plot of one study of a run. */
  String report(Run run, StudyCard study) {
    return Reproduce.JAR
        + "report --study "
        + Shell.quoted(Reproduce.pattern(List.of(study.study())))
        + ledger()
        + " "
        + Shell.operand(run.label().value());
  }

  /** One study over all runs. */
  String history(StudyCard study) {
    return Reproduce.JAR + "history" + ledger() + " " + Shell.operand(study.study());
  }

  private String ledger() {
    return folder.isEmpty() ? "" : " " + Shell.option("--results", folder);
  }
}
