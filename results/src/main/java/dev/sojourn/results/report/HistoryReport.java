package dev.sojourn.results.report;

import static dev.sojourn.results.report.MarkdownText.escaped;

import dev.sojourn.results.compare.History;
import java.util.List;

/**
 * The history of a study: one line of bars for each arm and metric, the labels under it, and where
 * the level changed. For programs see {@link HistoryJson}.
 */
public final class HistoryReport {
  private static final int WIDTH = TextReport.WIDTH - 4;
  private static final String MEANING =
      "Bars: cost of one session each, low is fast; | : not comparable beyond. SUSPECT: look, or"
          + " measure both revisions interleaved.";

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private HistoryReport(Style style) {
    this.style = style;
  }

  /**
   * A history for a terminal, at most {@value TextReport#WIDTH} columns wide.
   *
   * @param history a history
   * @param style whether words may be coloured
   * @return lines, each ended by a line feed
   */
  public static String text(History history, Style style) {
    HistoryReport report = new HistoryReport(style);
    report.writeText(history);
    return report.out.toString();
  }

  /**
   * A history as GitHub-flavoured Markdown.
   *
   * @param history a history
   * @return Markdown, lines ended by a line feed
   */
  public static String markdown(History history) {
    HistoryReport report = new HistoryReport(Style.PLAIN);
    report.writeMarkdown(history);
    return report.out.toString();
  }

  private void writeText(History history) {
    line(style.bold(Words.fitted(Words.plain("History of " + history.study()), WIDTH)));
    history.tracks().forEach(this::writeTrack);
    if (history.tracks().isEmpty()) {
      line("  no run has numbers of it");
    } else {
      line("");
      paragraph("  ", MEANING);
    }
    history.skipped().forEach(s -> paragraph("  left out: ", s.label() + ": " + s.reason()));
  }

  private void writeTrack(History.Track track) {
    String sparks = Sparks.of(track, WIDTH);
    line("");
    paragraph("  ", HistoryWords.name(track) + ", " + track.metric().name());
    paragraph("    ", "on " + track.place() + ": " + HistoryWords.summary(track));
    line("    " + sparks);
    paragraph("    ", Sparks.axis(track.points(), sparks.length()), false);
    for (History.Piece piece : track.pieces()) {
      if (!piece.reason().isEmpty()) {
        String from = piece.points().getFirst().label().value();
        paragraph("    | ", from + ": " + piece.reason());
      }
      piece.changes().forEach(change -> writeChange(track, piece, change));
    }
  }

  private void writeChange(History.Track track, History.Piece piece, History.Change change) {
    String state = HistoryWords.state(track, change);
    int from = out.length() + 4;
    paragraph(
        "    " + state + " ",
        HistoryWords.when(change)
            + " "
            + HistoryWords.percent(change)
            + ": "
            + change.reason()
            + HistoryWords.remedy(track, piece, change));
    boolean suspect = change.state() == History.State.SUSPECT;
    String painted =
        suspect ? style.faint(state) : change.ratio() > 1 ? style.bad(state) : style.good(state);
    out.replace(from, from + state.length(), painted);
  }

  private void writeMarkdown(History history) {
    line("## History of " + escaped(history.study()));
    line("");
    line("| method | metric | machine | sessions | history | changes |");
    line("|:--|:--|:--|:--|:--|:--|");
    history.tracks().forEach(this::writeRow);
    line("");
    line(escaped(MEANING));
    history.skipped().forEach(s -> line("- left out: " + escaped(s.label() + ": " + s.reason())));
  }

  private void writeRow(History.Track track) {
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
    line(
        "| "
            + String.join(
                " | ",
                escaped(HistoryWords.name(track)),
                escaped(track.metric().name()),
                escaped(track.place()),
                escaped(HistoryWords.summary(track)),
                escaped(Sparks.of(track, WIDTH)),
                String.join("<br>", changes))
            + " |");
  }

  private void paragraph(String start, String text) {
    paragraph(start, text, true);
  }

  private void paragraph(String start, String text, boolean plain) {
    String indent = start;
    String shown = plain ? Words.plain(text) : text;
    for (String part : Words.wrapped(shown, TextReport.WIDTH - start.length())) {
      line(indent + part);
      indent = " ".repeat(start.length());
    }
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
