package dev.sojourn.results.compare;

import dev.sojourn.results.compare.History.Change;
import dev.sojourn.results.compare.History.Piece;
import dev.sojourn.results.compare.History.Point;
import dev.sojourn.results.compare.History.State;
import dev.sojourn.results.compare.History.Track;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Sorts runs into tracks and pieces, and finds the changes of each piece. */
final class Tracks {
  /** Differences of a deterministic metric below this, or this share, are rounding. */
  private static final double ROUNDING = 0.5;

  private static final double ROUNDING_SHARE = 1e-4;

  private static final String UNKNOWN = "unknown";

  /** Digits of a revision that are enough for any checkout. */
  private static final int SHORT_REVISION = 12;

  /** A change is the machine's when the canary explains this share of it. */
  private static final double CANARY_SHARE = 0.5;

  private final String study;
  private final ToDoubleFunction<String> sessionSigma;
  private final Map<Key, List<Session>> sessions = new LinkedHashMap<>();

  Tracks(String study, ToDoubleFunction<String> sessionSigma) {
    this.study = study;
    this.sessionSigma = sessionSigma;
  }

  private record Key(Arm arm, Metric metric, String place) {}

  private record Session(Run run, Point point) {}

  /** Runs by time. */
  List<Track> of(List<Run> runs) {
    for (Run run : runs) {
      run.findings().stream()
          .filter(m -> m.arm().study().equals(study) && usable(m))
          .forEach(
              m ->
                  sessions
                      .computeIfAbsent(
                          new Key(m.arm(), m.metric(), place(run.machine())),
                          key -> new ArrayList<>())
                      .add(new Session(run, point(run, m))));
    }
    return sessions.entrySet().stream().map(e -> track(e.getKey(), e.getValue())).toList();
  }

  /** Zero bytes are a fine number of bytes, but zero nanoseconds have no logarithm. */
  private static boolean usable(Measurement m) {
    return !m.forks().isEmpty()
        && (m.metric().deterministic()
            || m.forks().stream().allMatch(f -> f.median() > 0 && Double.isFinite(f.median())));
  }

  private static String place(Machine machine) {
    return machine.identity().getOrDefault(Machine.CPU_MODEL, "unknown processor")
        + ", "
        + machine.identity().getOrDefault(Machine.CPU_COUNT, "?")
        + " CPUs";
  }

  private static Point point(Run run, Measurement m) {
    List<ForkValue> forks = ForkValue.of(m);
    if (m.metric().deterministic()) {
      double median = ForkValue.median(forks);
      return new Point(
          run.label(),
          run.startedAt(),
          median,
          Double.NaN,
          forks.size(),
          Double.NaN,
          revision(run));
    }
    double[] logs = forks.stream().mapToDouble(f -> Math.log(f.value())).toArray();
    double error = logs.length < 2 ? Double.NaN : Math.sqrt(Welch.variance(logs) / logs.length);
    double value = Math.exp(Welch.mean(logs));
    return new Point(
        run.label(),
        run.startedAt(),
        value,
        error,
        forks.size(),
        canary(run, m.arm()),
        revision(run));
  }

  private static String revision(Run run) {
    Provenance code = run.provenance();
    String revision = code.gitRevision();
    return code.gitDirty() || revision.equals(UNKNOWN)
        ? ""
        : revision.substring(0, Math.min(SHORT_REVISION, revision.length()));
  }

  private static double canary(Run run, Arm arm) {
    double[] logs =
        run.conditions().stream()
            .filter(c -> c.counts() && c.arm().equals(arm))
            .mapToDouble(c -> c.facts().getOrDefault(ForkConditions.CANARY_ALU, Double.NaN))
            .filter(nanos -> nanos > 0)
            .map(Math::log)
            .toArray();
    return Math.exp(Welch.mean(logs));
  }

  private Track track(Key key, List<Session> all) {
    List<Piece> pieces = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    String reason = "";
    for (int i = 0; i < all.size(); i++) {
      String broken = i == 0 ? "" : difference(all.get(i - 1).run(), all.get(i).run());
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

  private String difference(Run before, Run after) {
    Map<String, String> facts = before.machine().differences(after.machine());
    String machine =
        facts.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining("; "));
    boolean sameCode = fingerprint(before).equals(fingerprint(after));
    String code = sameCode ? "" : "the study's code changed: a new series";
    return machine + (machine.isEmpty() || sameCode ? "" : "; ") + code;
  }

  private String fingerprint(Run run) {
    return run.study(study).map(StudyCard::fingerprint).orElse("");
  }

  private Piece piece(Key key, String reason, List<Session> alike) {
    List<Point> points = alike.stream().map(Session::point).toList();
    double sigma = sessionSigma.applyAsDouble(alike.getFirst().run().machine().name());
    List<Change> changes = key.metric().deterministic() ? exact(key, alike) : noisy(points, sigma);
    return new Piece(reason, points, changes);
  }

  /** Equal code counts equally, so any difference that could be told is a change at once. */
  private static List<Change> exact(Key key, List<Session> sessions) {
    List<Change> changes = new ArrayList<>();
    for (int i = 1; i < sessions.size(); i++) {
      Point at = sessions.get(i).point();
      double before = sessions.get(i - 1).point().value();
      double after = at.value();
      double apart = Math.abs(after - before);
      double told =
          Math.max(resolution(key, sessions.get(i - 1)), resolution(key, sessions.get(i)));
      if (apart > Math.max(ROUNDING, told) && apart > ROUNDING_SHARE * Math.abs(before)) {
        changes.add(
            new Change(
                at.label(), at.startedAt(), after / before, State.CONFIRMED, "counted, not timed"));
      }
    }
    return changes;
  }

  private static double resolution(Key key, Session session) {
    return Resolution.of(session.run(), key.arm(), key.metric());
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
