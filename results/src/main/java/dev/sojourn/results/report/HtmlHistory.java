package dev.sojourn.results.report;

import dev.sojourn.results.compare.History;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The history of a study at its headline point: every method over the sessions of this kind of
 * machine, where the sessions stop being comparable, and where a level changed.
 */
final class HtmlHistory {
  private static final int MOST_NOTES = 8;

  private final Markup page;
  private final LedgerCommands commands;
  private final StudyView study;
  private final PointView point;
  private final History history;
  private final List<History.Track> here;
  private final Lines lines;

  private HtmlHistory(
      Markup page,
      LedgerCommands commands,
      StudyView study,
      PointView point,
      History history,
      List<History.Track> here,
      Lines lines) {
    this.page = page;
    this.commands = commands;
    this.study = study;
    this.point = point;
    this.history = history;
    this.here = here;
    this.lines = lines;
  }

  /** The history, if there is more than one session of it on this kind of machine. */
  static Optional<HtmlHistory> of(
      Markup page, RunView view, StudyView study, Archive archive, Lines lines) {
    return Archive.headline(study)
        .map(
            point -> {
              History history = archive.history(study.card().study(), sigma(view));
              List<History.Track> here = here(view.run(), point, history);
              return new HtmlHistory(page, view.commands(), study, point, history, here, lines);
            })
        .filter(found -> found.here.stream().anyMatch(track -> track.points().size() > 1));
  }

  private static ToDoubleFunction<String> sigma(RunView view) {
    String name = view.run().machine().name();
    double sigma = view.calibration().map(Calibration::sessionSigma).orElse(Double.NaN);
    return machine -> machine.equals(name) ? sigma : Double.NaN;
  }

  /** Tracks of the point that hold the shown run itself. */
  private static List<History.Track> here(Run run, PointView point, History history) {
    return history.tracks().stream()
        .filter(track -> track.arm().params().equals(point.params()))
        .filter(track -> track.points().stream().anyMatch(p -> of(run, p)))
        .toList();
  }

  private static boolean of(Run run, History.Point p) {
    return p.startedAt().equals(run.startedAt()) && p.label().equals(run.label());
  }

  void write() {
    String title = study.card().name() + ", " + point.name() + ": history";
    HistoryPlot plot = new HistoryPlot(title, here, lines);
    String caption =
        "History over "
            + Words.counted(plot.sessions(), "session")
            + " at "
            + point.name()
            + ", all on "
            + here.getFirst().place()
            + ". Upright lines: sessions on either side may not be compared. Marks: a level"
            + " changed; rings are only suspected.";
    List<String> heads = List.of("method", "sessions", "first", "last", "changes");
    HtmlFigure.open(page, plot::draw, caption)
        .notes(notes())
        .data("Data of the history", heads, table -> here.forEach(track -> row(table, track)));
  }

  private static void row(HtmlTable table, History.Track track) {
    List<History.Point> points = track.points();
    List<String> changes =
        track.pieces().stream()
            .flatMap(piece -> piece.changes().stream())
            .map(c -> HistoryWords.when(c) + " " + change(track, c))
            .toList();
    table.row(track.arm().method()).cell(Units.count(points.size()));
    table.cell(HistoryWords.value(track, points.getFirst()));
    table.cell(HistoryWords.value(track, points.getLast()));
    table.words(changes.isEmpty() ? "none" : String.join("; ", changes)).endRow();
  }

  private static String change(History.Track track, History.Change change) {
    return HistoryWords.percent(change) + " " + HistoryWords.state(track, change);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (History.Track track : here) {
      for (History.Piece piece : track.pieces()) {
        if (!piece.reason().isEmpty()) {
          notes.add("From " + piece.points().getFirst().label() + ": " + piece.reason());
        }
      }
    }
    for (History.Track track : here) {
      for (History.Piece piece : track.pieces()) {
        piece.changes().forEach(c -> notes.add(sentence(track, piece, c)));
      }
    }
    long elsewhere =
        history.tracks().stream()
            .filter(track -> !track.place().equals(here.getFirst().place()))
            .flatMap(track -> track.points().stream())
            .map(p -> p.startedAt() + p.label().value())
            .distinct()
            .count();
    List<String> distinct = new ArrayList<>(notes.stream().distinct().limit(MOST_NOTES).toList());
    long more = notes.stream().distinct().count() - distinct.size();
    if (more > 0) {
      distinct.add(more + " more.");
    }
    if (elsewhere > 0) {
      distinct.add("On other machines, not joined: " + Words.counted(elsewhere, "session") + ".");
    }
    distinct.add("Every point and metric: " + commands.history(study.card()));
    return distinct;
  }

  private static String sentence(History.Track track, History.Piece piece, History.Change c) {
    return track.arm().method()
        + " "
        + change(track, c)
        + " at "
        + HistoryWords.when(c)
        + ": "
        + c.reason()
        + HistoryWords.remedy(track, piece, c);
  }
}
