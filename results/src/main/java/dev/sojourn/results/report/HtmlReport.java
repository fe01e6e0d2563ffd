package dev.sojourn.results.report;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs as one HTML page that needs nothing else: no network, no script, no font, no image. It is
 * well-formed XML too.
 *
 * <p>The page forbids itself every request by its content security policy, follows the reader's
 * light or dark scheme, prints, and says in words and tables all that its plots show.
 */
public final class HtmlReport {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
          + " 'none'";

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param runs the runs it shows, in this order; may be empty
   * @return the whole of an HTML file, to be written as UTF-8
   */
  public static String page(List<Run> runs) {
    return page(runs, run -> Optional.empty());
  }

  /**
   * The page, by margins that the machines' noise cannot cross.
   *
   * @param runs the runs it shows, in this order; may be empty
   * @param calibration what is known of a run's machine, if anything
   * @return the whole of an HTML file, to be written as UTF-8
   */
  public static String page(List<Run> runs, Function<Run, Optional<Calibration>> calibration) {
    List<RunView> views =
        runs.stream().map(run -> new RunView(run, calibration.apply(run))).toList();
    Markup page = new Markup();
    page.open("html", "lang", "en").line();
    head(page, views);
    page.open("body").line();
    page.element("a", "Skip to the results", "class", "skip", "href", "#results").line();
    banner(page, views);
    page.open("main", "id", "results", "tabindex", "-1").line();
    if (views.isEmpty()) {
      nothing(page);
    }
    for (int i = 0; i < views.size(); i++) {
      new HtmlRun(page, views.get(i), runId(i)).write();
    }
    page.close().line();
    footer(page);
    page.close().close();
    return "<!DOCTYPE html>\n" + page + "\n";
  }

  private static void head(Markup page, List<RunView> views) {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.empty("link", "rel", "icon", "href", "data:,").line();
    page.element("title", views.size() == 1 ? label(views.getFirst()) + " - Sojourn" : "Sojourn");
    page.line().style(styleSheet()).line();
    page.close().line();
  }

  private static void banner(Markup page, List<RunView> views) {
    page.open("header", "class", "banner").line();
    page.element("h1", "Sojourn").line();
    page.element("p", "What an operation costs, and what a user waits.", "class", "lead").line();
    if (!views.isEmpty()) {
      page.open("nav", "aria-label", "Contents").open("ul", "class", "index").line();
      for (int i = 0; i < views.size(); i++) {
        indexRun(page, views.get(i), runId(i));
      }
      page.close().close().line();
    }
    page.close().line();
  }

  private static void indexRun(Markup page, RunView view, String id) {
    page.open("li").element("a", label(view), "href", "#" + id);
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

  private static void nothing(Markup page) {
    page.open("section").element("h2", "No run yet");
    page.open("p").text("Take one with ").element("code", "mvn -Pbench").text(".").close();
    page.close().line();
  }

  private static void footer(Markup page) {
    page.open("footer");
    page.element(
        "p",
        "A ratio is a method's time divided by its baseline's, fork beside fork; below 1 is faster."
            + " Its interval holds the true ratio in 95 of 100 such runs. The evidence is the fork:"
            + " each is one JVM, started afresh.");
    page.close().line();
  }

  private static String runId(int index) {
    return "run-" + (index + 1);
  }

  private static String label(RunView view) {
    return view.run().label().value();
  }

  private static String styleSheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the jar; build it anew");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
