package dev.sojourn.results.compare;

import dev.sojourn.results.compare.History.Change;
import dev.sojourn.results.compare.History.Piece;
import dev.sojourn.results.compare.History.Point;
import dev.sojourn.results.compare.History.State;
import dev.sojourn.results.compare.History.Track;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Sorts runs into tracks and pieces, and finds the changes of each piece. */
final class Tracks {
  /** Differences of a deterministic metric below this, or this share, are rounding. */
  private static final double ROUNDING = 0.5;

  private static final double ROUNDING_SHARE = 1e-4;

  /** A change is the machine's when the canary explains this share of it. */
  private static final double CANARY_SHARE = 0.5;

  private final ToDoubleFunction<String> sessionSigma;
  private final Map<Key, List<Session>> sessions = new LinkedHashMap<>();

  Tracks(ToDoubleFunction<String> sessionSigma) {
    this.sessionSigma = sessionSigma;
  }

  private record Key(Arm arm, Metric metric, String place) {}

  /** An arm's value, and the session it is of. */
  private record Session(StudySession study, Point point, double resolution) {}

  /** Sessions by time. */
  List<Track> of(List<StudySession> studies) {
    for (StudySession study : studies) {
      String place = place(study.machine());
      for (StudySession.Value value : study.values()) {
        sessions
            .computeIfAbsent(new Key(value.arm(), value.metric(), place), key -> new ArrayList<>())
            .add(new Session(study, value.point(), value.resolution()));
      }
    }
    return sessions.entrySet().stream().map(e -> track(e.getKey(), e.getValue())).toList();
  }

  private static String place(Machine machine) {
    return machine.identity().getOrDefault(Machine.CPU_MODEL, "unknown processor")
        + ", "
        + machine.identity().getOrDefault(Machine.CPU_COUNT, "?")
        + " CPUs";
  }

  private Track track(Key key, List<Session> all) {
    List<Piece> pieces = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    String reason = "";
    for (int i = 0; i < all.size(); i++) {
      String broken = i == 0 ? "" : difference(sessions, all.get(i).study());
      if (!broken.isEmpty()) {
        pieces.add(piece(key, reason, sessions));
        sessions = new ArrayList<>();
        reason = broken;
      }
      sessions.add(all.get(i));
    }
    pieces.add(piece(key, reason, sessions));
    return new Track(key.arm(), key.metric(), key.place(), pieces);
  }

  /** Why a session may not follow those of a piece; empty when it may. */
  private static String difference(List<Session> piece, StudySession after) {
    StudySession before = piece.getLast().study();
    List<String> reasons = new ArrayList<>(machines(before.machine(), after.machine()));
    ForkShapes shapes = shapes(piece);
    if (shapes.differ(after.shapes())) {
      reasons.add("the forks did not do the same: " + shapes + " / " + after.shapes());
    }
    if (!before.fingerprint().equals(after.fingerprint())) {
      reasons.add("the study's code changed: a new series");
    }
    return String.join("; ", reasons);
  }

  private static List<String> machines(Machine here, Machine there) {
    Map<String, String> facts =
        here.identity().equals(there.identity()) ? Map.of() : here.differences(there);
    return facts.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
  }

  /** The last that are known: a run that does not say stands between others and parts none. */
  private static ForkShapes shapes(List<Session> piece) {
    return piece.reversed().stream()
        .map(session -> session.study().shapes())
        .filter(ForkShapes::known)
        .findFirst()
        .orElse(ForkShapes.UNKNOWN);
  }

  private Piece piece(Key key, String reason, List<Session> alike) {
    List<Point> points = alike.stream().map(Session::point).toList();
    double sigma = sessionSigma.applyAsDouble(alike.getFirst().study().machine().name());
    List<Change> changes = key.metric().deterministic() ? exact(alike) : noisy(points, sigma);
    return new Piece(reason, points, changes);
  }

  /** Equal code counts equally, so any difference that could be told is a change at once. */
  private static List<Change> exact(List<Session> sessions) {
    List<Change> changes = new ArrayList<>();
    for (int i = 1; i < sessions.size(); i++) {
      Point at = sessions.get(i).point();
      double before = sessions.get(i - 1).point().value();
      double after = at.value();
      double apart = Math.abs(after - before);
      double told = Math.max(sessions.get(i - 1).resolution(), sessions.get(i).resolution());
      if (apart > Math.max(ROUNDING, told) && apart > ROUNDING_SHARE * Math.abs(before)) {
        changes.add(
            new Change(
                at.label(), at.startedAt(), after / before, State.CONFIRMED, "counted, not timed"));
      }
    }
    return changes;
  }

  private static List<Change> noisy(List<Point> points, double sigma) {
    double[] logs = points.stream().mapToDouble(p -> Math.log(p.value())).toArray();
    List<ChangePoints.Change> found = ChangePoints.of(logs, sigma);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int from = i == 0 ? 0 : found.get(i - 1).index();
      int to = i + 1 < found.size() ? found.get(i + 1).index() : points.size();
      changes.add(change(points, found.get(i), from, to));
    }
    return changes;
  }

  /** What moved the canary too was the machine. */
  private static Change change(List<Point> points, ChangePoints.Change found, int from, int to) {
    double[] canary = points.stream().mapToDouble(p -> Math.log(p.canary())).toArray();
    double moved =
        ChangePoints.median(canary, found.index(), to)
            - ChangePoints.median(canary, from, found.index());
    boolean machine = moved * Math.signum(found.jump()) >= CANARY_SHARE * Math.abs(found.jump());
    String canaryToo =
        machine
            ? String.format(
                Locale.ROOT, "; the canary moved by %+.1f %% too", 100 * Math.expm1(moved))
            : "";
    Point at = points.get(found.index());
    return new Change(
        at.label(),
        at.startedAt(),
        Math.exp(found.jump()),
        found.confirmed() && !machine ? State.CONFIRMED : State.SUSPECT,
        found.reason() + canaryToo);
  }
}
