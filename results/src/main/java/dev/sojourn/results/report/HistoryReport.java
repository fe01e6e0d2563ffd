package dev.sojourn.results.report;

import static dev.sojourn.results.report.MarkdownText.escaped;

import dev.sojourn.results.compare.History;
import java.util.List;

/**
 * The history of a study: one line of bars for each arm and metric, the labels under it, and where
 * the level changed. For programs see {@link HistoryJson}.
 */
public final class HistoryReport {
  private static final int WIDTH = TextPage.WIDTH - 4;
  private static final String MEANING =
      "Bars: cost of one session each, low is fast; | : not comparable beyond. SUSPECT: look, or"
          + " measure both revisions interleaved.";

  private HistoryReport() {}

  /**
   * A history for a terminal, at most {@value TextReport#WIDTH} columns wide.
   *
   * @param history a history
   * @param style whether words may be coloured
   * @return lines, each ended by a line feed
   */
  public static String text(History history, Style style) {
    TextPage page = new TextPage(style);
    page.heading("History of " + history.study());
    history.tracks().forEach(track -> write(page, track));
    if (history.tracks().isEmpty()) {
      page.line("  no run has numbers of it");
    } else {
      page.gap();
      page.paragraph("  ", MEANING);
    }
    history.skipped().forEach(s -> page.paragraph("  left out: ", s.label() + ": " + s.reason()));
    return page.toString();
  }

  private static void write(TextPage page, History.Track track) {
    String sparks = Sparks.of(track, WIDTH, page.style());
    page.gap();
    page.paragraph("  ", HistoryWords.name(track) + ", " + track.metric().name());
    page.paragraph("    ", "on " + track.place() + ": " + HistoryWords.summary(track));
    page.line("    " + sparks);
    page.line("    " + Sparks.axis(track.points(), sparks.length(), WIDTH));
    for (History.Piece piece : track.pieces()) {
      if (!piece.reason().isEmpty()) {
        String from = piece.points().getFirst().label().value();
        page.paragraph("    | ", from + ": " + piece.reason());
      }
      piece.changes().forEach(change -> write(page, track, piece, change));
    }
  }

  private static void write(
      TextPage page, History.Track track, History.Piece piece, History.Change change) {
    Style style = page.style();
    String state = HistoryWords.state(track, change);
    boolean suspect = change.state() == History.State.SUSPECT;
    String painted =
        suspect ? style.faint(state) : change.ratio() > 1 ? style.bad(state) : style.good(state);
    page.paragraph(
        "    " + state + " ",
        "    " + painted + " ",
        HistoryWords.when(change)
            + " "
            + HistoryWords.percent(change)
            + ": "
            + change.reason()
            + HistoryWords.remedy(track, piece, change));
  }

  /**
   * A history as GitHub-flavoured Markdown.
   *
   * @param history a history
   * @return Markdown, lines ended by a line feed
   */
  public static String markdown(History history) {
    StringBuilder out = new StringBuilder();
    line(out, "## History of " + escaped(history.study()));
    line(out, "");
    line(out, "| method | metric | machine | sessions | history | changes |");
    line(out, "|:--|:--|:--|:--|:--|:--|");
    history.tracks().forEach(track -> line(out, row(track)));
    line(out, "");
    line(out, escaped(MEANING));
    history
        .skipped()
        .forEach(s -> line(out, "- left out: " + escaped(s.label() + ": " + s.reason())));
    return out.toString();
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }

  private static String row(History.Track track) {
    List<String> changes =
        track.pieces().stream()
            .flatMap(piece -> piece.changes().stream())
            .map(
                change ->
                    "**"
                        + HistoryWords.state(track, change)
                        + "** "
                        + escaped(HistoryWords.when(change) + " " + HistoryWords.percent(change)))
            .toList();
    return "| "
        + String.join(
            " | ",
            escaped(HistoryWords.name(track)),
            escaped(track.metric().name()),
            escaped(track.place()),
            escaped(HistoryWords.summary(track)),
            escaped(Sparks.of(track, WIDTH, Style.PLAIN)),
            String.join("<br>", changes))
        + " |";
  }
}
