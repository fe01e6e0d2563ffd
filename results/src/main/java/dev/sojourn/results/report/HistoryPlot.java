package dev.sojourn.results.report;

import dev.sojourn.results.compare.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * The cost of several arms session by session. Lines are not joined where sessions may not be
 * compared; an upright line marks the place. Changes of level are marked where they begin.
 */
final class HistoryPlot {
  private static final Comparator<History.Point> BY_TIME =
      Comparator.comparing(History.Point::startedAt).thenComparing(p -> p.label().value());

  private static final int MOST_TICKS = 4;
  private static final int LABEL_COLUMNS = 14;

  private final String title;
  private final List<History.Track> tracks;
  private final Lines lines;
  private final List<History.Point> sessions;

  HistoryPlot(String title, List<History.Track> tracks, Lines lines) {
    this.title = title;
    this.tracks = List.copyOf(tracks);
    this.lines = lines;
    Set<History.Point> byTime = new TreeSet<>(BY_TIME);
    tracks.forEach(track -> byTime.addAll(track.points()));
    this.sessions = List.copyOf(byTime);
  }

  int sessions() {
    return sessions.size();
  }

  void draw(Markup page) {
    double least = values().min().orElse(1);
    double most = values().max().orElse(1);
    Axis x = Axis.linear(-0.5, sessions.size() - 0.5, XyPlot.LEFT, XyPlot.RIGHT);
    Axis y = Axis.logAround(least, most, XyPlot.BOTTOM, XyPlot.TOP);
    String description =
        Words.counted(tracks.size(), "method")
            + " over "
            + Words.counted(sessions.size(), "session")
            + ", between "
            + Units.time(least)
            + " and "
            + Units.time(most)
            + "; changes are listed below.";
    new XyPlot(
            title,
            description,
            new XyPlot.Scale(x, "session", ticks(), words()),
            new XyPlot.Scale(y, "time per operation", y.ticks(6), TickWords.TIME),
            sessions.size() <= 2 * MOST_TICKS,
            breaks(),
            changes())
        .draw(page, curves());
  }

  private DoubleStream values() {
    return tracks.stream().flatMap(t -> t.points().stream()).mapToDouble(History.Point::value);
  }

  private List<Double> ticks() {
    int count = Math.min(MOST_TICKS, sessions.size());
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ticks.add(Math.rint(i * (sessions.size() - 1.0) / Math.max(1, count - 1)));
    }
    return ticks;
  }

  private TickWords words() {
    List<String> labels = sessions.stream().map(session -> session.label().value()).toList();
    List<String> shown = ShortLabels.of(labels, LABEL_COLUMNS);
    SortedMap<Double, TickWords.Name> names = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      names.put((double) i, new TickWords.Name(shown.get(i), labels.get(i)));
    }
    return new TickWords.Names(names);
  }

  private int place(History.Point point) {
    return Collections.binarySearch(sessions, point, BY_TIME);
  }

  private List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    for (History.Track track : tracks) {
      String method = track.arm().method();
      for (History.Piece piece : track.pieces()) {
        List<Curve.Point> points =
            piece.points().stream().map(p -> Curve.Point.of(place(p), p.value())).toList();
        curves.add(new Curve(method, lines.place(method), points));
      }
    }
    return curves;
  }

  /** Between the last session before a break and the first one after it. */
  private List<XyPlot.Rule> breaks() {
    return tracks.stream()
        .flatMap(track -> track.pieces().stream())
        .filter(piece -> !piece.reason().isEmpty())
        .map(piece -> place(piece.points().getFirst()) - 0.5)
        .distinct()
        .map(x -> new XyPlot.Rule(x, ""))
        .toList();
  }

  private List<XyPlot.Spot> changes() {
    List<XyPlot.Spot> spots = new ArrayList<>();
    for (History.Track track : tracks) {
      for (History.Piece piece : track.pieces()) {
        piece.changes().forEach(change -> spots.add(spot(piece, change)));
      }
    }
    return spots;
  }

  private XyPlot.Spot spot(History.Piece piece, History.Change change) {
    History.Point first =
        piece.points().stream()
            .filter(
                p -> p.startedAt().equals(change.startedAt()) && p.label().equals(change.label()))
            .findFirst()
            .orElseThrow();
    Finding finding =
        change.state() == History.State.SUSPECT
            ? Finding.INCONCLUSIVE
            : change.ratio() > 1 ? Finding.WORSE : Finding.BETTER;
    return new XyPlot.Spot(place(first), first.value(), finding);
  }
}
