package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One study over all runs: for each arm and metric on each kind of machine the sessions' scores,
 * and where their level changed.
 *
 * <p>Sessions of unlike machines are never joined: another processor is another track, another
 * kernel or JDK begins another piece, and so do forks of another shape and changed code of the
 * study.
 *
 * @param study fully qualified class name
 * @param tracks one per arm, metric and kind of machine that at least one run measured
 * @param skipped runs that were left out, and why
 */
public record History(String study, List<Track> tracks, List<Skipped> skipped) {
  /** Copies the lists. */
  public History {
    tracks = List.copyOf(tracks);
    skipped = List.copyOf(skipped);
  }

  /**
   * One arm's metric on one kind of machine.
   *
   * @param arm what was measured
   * @param metric the metric
   * @param place processor and number of processors
   * @param pieces stretches of sessions that may be compared, by time
   */
  public record Track(Arm arm, Metric metric, String place, List<Piece> pieces) {
    /** Copies the list. */
    public Track {
      pieces = List.copyOf(pieces);
    }

    /**
     * All sessions, by time.
     *
     * @return the points of all pieces
     */
    public List<Point> points() {
      return pieces.stream().flatMap(piece -> piece.points().stream()).toList();
    }
  }

  /**
   * Sessions that may be compared with each other.
   *
   * @param reason why they may not be compared with those before; empty of the first piece
   * @param points the sessions, by time
   * @param changes where their level changed
   */
  public record Piece(String reason, List<Point> points, List<Change> changes) {
    /** Copies the lists. */
    public Piece {
      points = List.copyOf(points);
      changes = List.copyOf(changes);
    }

    /**
     * The last session of the old level.
     *
     * @param change a change of this piece
     * @return the session before the change's first
     */
    public Point before(Change change) {
      return points.get(points.indexOf(first(change)) - 1);
    }

    /**
     * The first session of the new level.
     *
     * @param change a change of this piece
     * @return the session that the change names
     */
    public Point first(Change change) {
      return points.stream()
          .filter(p -> p.label().equals(change.label()) && p.startedAt().equals(change.startedAt()))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * One session.
   *
   * @param label label of its run
   * @param startedAt when it started
   * @param value geometric mean over forks of their medians; of a deterministic metric the median
   *     over forks
   * @param standardError standard error of the value's logarithm; {@code NaN} of one fork
   * @param forks how many forks
   * @param canary geometric mean of what the computing canary cost beside these forks; {@code NaN}
   *     where it was not recorded
   * @param revision the revision that was measured; empty where it is unknown or was changed
   */
  public record Point(
      Label label,
      Instant startedAt,
      double value,
      double standardError,
      int forks,
      double canary,
      String revision) {}

  /** What may be said of a change. */
  public enum State {
    /** The level changed, and sessions enough on either side agree. */
    CONFIRMED,
    /** Something may have changed: look, or measure both revisions interleaved. */
    SUSPECT
  }

  /**
   * A change of level.
   *
   * @param label label of the first run of the new level
   * @param startedAt when that run started
   * @param ratio new level divided by old
   * @param state what may be said of it
   * @param reason why
   */
  public record Change(Label label, Instant startedAt, double ratio, State state, String reason) {}

  /**
   * A run that was left out.
   *
   * @param label its label
   * @param reason why
   */
  public record Skipped(Label label, String reason) {}

  /**
   * The history of a study.
   *
   * @param runs any runs, in any order; those that do not know the study do not matter
   * @param study fully qualified class name
   * @return its history, without tracks when no run has numbers of it
   */
  public static History of(List<Run> runs, String study) {
    return of(runs, study, machine -> Double.NaN);
  }

  /**
   * The history of a study on machines whose sessions' own differences may be known.
   *
   * @param runs any runs, in any order
   * @param study fully qualified class name
   * @param sessionSigma standard deviation of the logarithm of a session's offset by the machine's
   *     name; {@code NaN} when not calibrated
   * @return its history
   */
  public static History of(List<Run> runs, String study, ToDoubleFunction<String> sessionSigma) {
    return ofSessions(
        runs.stream().flatMap(run -> StudySession.of(run, study).stream()).toList(),
        study,
        sessionSigma);
  }

  /**
   * The same of runs that were cut down to what they contribute.
   *
   * @param sessions sessions of the study, in any order
   * @param study fully qualified class name
   * @param sessionSigma standard deviation of the logarithm of a session's offset by the machine's
   *     name; {@code NaN} when not calibrated
   * @return its history
   */
  public static History ofSessions(
      List<StudySession> sessions, String study, ToDoubleFunction<String> sessionSigma) {
    List<StudySession> byTime =
        sessions.stream().sorted(Comparator.comparing(StudySession::startedAt)).toList();
    List<Skipped> skipped =
        byTime.stream()
            .filter(session -> !session.unfit().isEmpty())
            .map(session -> new Skipped(session.label(), session.unfit()))
            .toList();
    List<StudySession> kept = byTime.stream().filter(s -> s.unfit().isEmpty()).toList();
    return new History(study, new Tracks(sessionSigma).of(kept), skipped);
  }
}
