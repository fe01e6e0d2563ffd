package dev.sojourn.results.report;

import dev.sojourn.results.compare.History;
import java.util.Locale;

/** Parts of a history in words. */
final class HistoryWords {
  private HistoryWords() {}

  static String name(History.Track track) {
    String params = track.arm().params().isEmpty() ? "" : PointView.text(track.arm().params());
    return track.arm().method() + (params.isEmpty() ? "" : ", " + params);
  }

  static String value(History.Track track, History.Point point) {
    return Units.value(point.value(), track.metric().unit());
  }

  /** First and last value of the newest piece, and how many sessions there are. */
  static String summary(History.Track track) {
    History.Piece newest = track.pieces().getLast();
    String count = Words.counted(track.points().size(), "session");
    String last = value(track, newest.points().getLast());
    return newest.points().size() == 1
        ? count + ", last " + last
        : count + ", from " + value(track, newest.points().getFirst()) + " to " + last;
  }

  static String state(History.Track track, History.Change change) {
    boolean time = track.metric().unit().startsWith("ns");
    boolean more = change.ratio() > 1;
    return switch (change.state()) {
      case CONFIRMED -> time ? (more ? "slower" : "faster") : more ? "more" : "less";
      case SUSPECT -> "SUSPECT";
    };
  }

  /** What to do about a suspicion: the command that settles it, when both revisions are known. */
  static String remedy(History.Track track, History.Piece piece, History.Change change) {
    if (change.state() != History.State.SUSPECT) {
      return "";
    }
    String before = piece.before(change).revision();
    String after = piece.first(change).revision();
    if (before.isEmpty() || after.isEmpty()) {
      return "";
    }
    return before.equals(after)
        ? "; both sides measured revision " + after + ", so the code did not do it"
        : "; to settle it: " + Reproduce.replay(before, after, track.arm().study());
  }

  static String percent(History.Change change) {
    double percent = 100 * (change.ratio() - 1);
    return Double.isFinite(percent) ? String.format(Locale.ROOT, "%+.1f %%", percent) : "from 0";
  }

  /** When a level began, to the day. */
  static String when(History.Change change) {
    return change.label().value() + " (" + change.startedAt().toString().substring(0, 10) + ")";
  }
}
