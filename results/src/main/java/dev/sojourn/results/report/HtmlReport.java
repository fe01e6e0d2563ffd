package dev.sojourn.results.report;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs as one HTML page that needs nothing else: no network, no font, no image. It is well-formed
 * XML too.
 *
 * <p>The page forbids itself every request and every script but its own by its content security
 * policy, follows the reader's light or dark scheme, prints, and says in words and tables all that
 * its plots show. Without scripts it shows everything too; with them plots can be enlarged and
 * zoomed, and the scheme can be chosen.
 *
 * <p><b>Size.</b> A page of more than {@value #MOST_STUDIES_IN_FULL} studies draws of each only its
 * ratios and says how the other plots are had.
 */
public final class HtmlReport {
  /** Studies of a page whose every plot is drawn. */
  static final int MOST_STUDIES_IN_FULL = 120;

  private static final String FOOTER =
      "A ratio is a method's time divided by its baseline's, fork beside fork; below 1 is faster."
          + " Its interval holds the true ratio in 95 of 100 such runs. The evidence is the fork:"
          + " each is one JVM, started afresh.";

  private final List<RunView> views;
  private final PageContext context;
  private final LedgerCommands commands;

  private HtmlReport(List<Run> runs, PageContext context) {
    this.context = context;
    this.commands = new LedgerCommands(context.ledger());
    this.views =
        runs.stream()
            .map(run -> new RunView(run, context.calibration().apply(run), commands))
            .toList();
  }

  /**
   * The page.
   *
   * @param runs the runs it shows, in this order; may be empty
   * @return the whole of an HTML file, to be written as UTF-8
   */
  public static String page(List<Run> runs) {
    return page(runs, PageContext.none());
  }

  /**
   * The page, by margins that the machines' noise cannot cross.
   *
   * @param runs the runs it shows, in this order; may be empty
   * @param calibration what is known of a run's machine, if anything
   * @return the whole of an HTML file, to be written as UTF-8
   */
  public static String page(List<Run> runs, Function<Run, Optional<Calibration>> calibration) {
    return page(runs, PageContext.none().calibrated(calibration));
  }

  /**
   * The page with all there is to know beside the runs: the weeks of the curriculum, the other runs
   * of the ledger, the noise of the machines.
   *
   * @param runs the runs it shows in full, in this order; may be empty
   * @param context what else it knows
   * @return the whole of an HTML file, to be written as UTF-8
   */
  public static String page(List<Run> runs, PageContext context) {
    return new HtmlReport(runs, context).page();
  }

  private String page() {
    String title = views.size() == 1 ? label(views.getFirst()) + " - Sojourn" : "Sojourn";
    return HtmlPage.of(title, this::banner, this::results, FOOTER);
  }

  private void banner(Markup page) {
    page.element("h1", "Sojourn").line();
    page.element("p", "What an operation costs, and what a user waits.", "class", "lead").line();
    if (!context.weeks().isEmpty()) {
      new HtmlWeeks(page, WeekOutcomes.of(context, views)).write();
    }
    if (!views.isEmpty()) {
      page.open("nav", "aria-label", "Contents").open("ul", "class", "index").line();
      for (int i = 0; i < views.size(); i++) {
        indexRun(page, views.get(i), HtmlRun.runId(i));
      }
      page.close().close().line();
    }
    new HtmlArchive(page, context.archive(), commands).write();
  }

  private static void indexRun(Markup page, RunView view, String id) {
    page.open("li").element("a", "Run " + label(view), "href", "#" + id);
    List<StudyView> studies = view.studies();
    if (!studies.isEmpty()) {
      page.open("ul").line();
      for (int i = 0; i < studies.size(); i++) {
        indexStudy(page, studies.get(i), HtmlRun.studyId(id, i));
      }
      page.close();
    }
    page.close().line();
  }

  private static void indexStudy(Markup page, StudyView study, String id) {
    page.open("li").element("a", study.card().name(), "href", "#" + id);
    if (study.card().week() > 0) {
      page.element("span", " week " + study.card().week(), "class", "quiet");
    }
    page.close().line();
  }

  private void results(Markup page) {
    if (views.isEmpty()) {
      page.open("section").element("h2", "No run yet");
      page.open("p").text("Take one with ").element("code", "mvn -Pbench").text(".").close();
      page.close().line();
    }
    int studies = views.stream().mapToInt(view -> view.studies().size()).sum();
    boolean full = studies <= MOST_STUDIES_IN_FULL;
    for (int i = 0; i < views.size(); i++) {
      new HtmlRun(page, views.get(i), HtmlRun.runId(i), context, full).write();
    }
  }

  private static String label(RunView view) {
    return view.run().label().value();
  }
}
