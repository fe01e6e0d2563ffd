package dev.sojourn.results.report;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** The index of all runs of the ledger, folded away: what is not shown in full can be asked for. */
final class HtmlArchive {
  /** Ledgers grow for ever and pages do not. */
  private static final int MOST = 300;

  private final Markup page;
  private final List<Archive.Session> sessions;
  private final LedgerCommands commands;

  HtmlArchive(Markup page, Archive archive, LedgerCommands commands) {
    this.page = page;
    this.commands = commands;
    this.sessions = archive.sessions();
  }

  void write() {
    if (sessions.isEmpty()) {
      return;
    }
    String title = "All runs of the ledger (" + Units.count(sessions.size()) + ")";
    page.open("details", "class", "archive").element("summary", title).line();
    HtmlTable table =
        HtmlTable.open(
            page, title, List.of("label", "start", "machine", "effort", "studies", "state"));
    sessions.stream().limit(MOST).forEach(session -> row(table, session));
    table.close();
    page.open("p", "class", "quiet");
    if (sessions.size() > MOST) {
      page.text("Older ones left out: " + Units.count(sessions.size() - MOST) + ". ");
    }
    page.text("Any of them in full: ").element("code", commands.report("LABEL")).close();
    page.close().line();
  }

  private static void row(HtmlTable table, Archive.Session session) {
    String failed =
        session.failures() == 0 ? "" : ", " + Words.counted(session.failures(), "arm") + " failed";
    table.row(session.label().value());
    table.words(session.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    table.words(session.machine()).words(session.effort());
    table.cell(Units.count(session.studies()));
    table.words((session.finished() ? "complete" : "unfinished") + failed).endRow();
  }
}
