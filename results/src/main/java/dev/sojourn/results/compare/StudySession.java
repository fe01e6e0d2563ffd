package dev.sojourn.results.compare;

import dev.sojourn.results.compare.History.Point;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a run contributes to the history of a study: of each arm and metric one value, where the run
 * held thousands of scores.
 */
public final class StudySession {
  private static final String UNKNOWN = "unknown";

  /** Digits of a revision that are enough for any checkout. */
  private static final int SHORT_REVISION = 12;

  private final Label label;
  private final Instant startedAt;
  private final Machine machine;
  private final String fingerprint;
  private final ForkShapes shapes;
  private final String unfit;
  private final List<Value> values;

  private StudySession(
      Run run, String fingerprint, ForkShapes shapes, String unfit, List<Value> values) {
    this.label = run.label();
    this.startedAt = run.startedAt();
    this.machine = run.machine();
    this.fingerprint = fingerprint;
    this.shapes = shapes;
    this.unfit = unfit;
    this.values = List.copyOf(values);
  }

  /**
   * One arm's metric.
   *
   * @param resolution how finely a count could be told
   */
  record Value(Arm arm, Metric metric, Point point, double resolution) {}

  /**
   * What a run contributes.
   *
   * @param run any run
   * @param study fully qualified class name
   * @return its session; empty when the run does not know the study
   */
  public static Optional<StudySession> of(Run run, String study) {
    Optional<StudyCard> card = run.study(study);
    boolean measured = run.measurements().stream().anyMatch(m -> m.arm().study().equals(study));
    if (card.isEmpty() && !measured) {
      return Optional.empty();
    }
    String unfit = unfit(run, measured);
    String fingerprint = card.map(StudyCard::fingerprint).orElse("");
    List<Value> values =
        unfit.isEmpty()
            ? run.findings().stream()
                .filter(m -> m.arm().study().equals(study))
                .flatMap(m -> value(run, m).stream())
                .toList()
            : List.of();
    ForkShapes shapes = ForkShapes.of(run, study);
    return Optional.of(new StudySession(run, fingerprint, shapes, unfit, values));
  }

  private static String unfit(Run run, boolean measured) {
    Optional<String> jar = run.provenance().jar();
    if (jar.isPresent()) {
      return "of a duel or replay, whose code (" + jar.get() + ") may be older than its day";
    }
    if (!run.finished()) {
      return "unfinished";
    }
    if (run.plan().effort().equals(Matching.SMOKE)) {
      return "smoke effort, which shows that things run";
    }
    return measured ? "" : "the study failed";
  }

  private static Optional<Value> value(Run run, Measurement m) {
    double[] forks = m.forks().stream().mapToDouble(ForkSample::median).toArray();
    boolean counted = m.metric().deterministic();
    if (forks.length == 0 || (!counted && !haveLogarithms(forks))) {
      return Optional.empty();
    }
    List<ForkConditions> beside =
        run.conditions().stream().filter(fork -> fork.arm().equals(m.arm())).toList();
    Point point = counted ? counted(run, forks) : timed(run, forks, beside);
    return Optional.of(new Value(m.arm(), m.metric(), point, Resolution.of(beside, m.metric())));
  }

  /** Zero bytes are a fine number of bytes, but zero nanoseconds have no logarithm. */
  private static boolean haveLogarithms(double[] forks) {
    for (double fork : forks) {
      if (!(fork > 0) || !Double.isFinite(fork)) {
        return false;
      }
    }
    return true;
  }

  private static Point counted(Run run, double[] forks) {
    return new Point(
        run.label(),
        run.startedAt(),
        ChangePoints.median(forks, 0, forks.length),
        Double.NaN,
        forks.length,
        Double.NaN,
        revision(run));
  }

  private static Point timed(Run run, double[] forks, List<ForkConditions> beside) {
    double[] logs = new double[forks.length];
    Arrays.setAll(logs, i -> Math.log(forks[i]));
    double error = logs.length < 2 ? Double.NaN : Math.sqrt(Welch.variance(logs) / logs.length);
    return new Point(
        run.label(),
        run.startedAt(),
        Math.exp(Welch.mean(logs)),
        error,
        forks.length,
        canary(beside),
        revision(run));
  }

  private static double canary(List<ForkConditions> beside) {
    double[] logs =
        beside.stream()
            .filter(ForkConditions::counts)
            .mapToDouble(c -> c.facts().getOrDefault(ForkConditions.CANARY_ALU, Double.NaN))
            .filter(nanos -> nanos > 0)
            .map(Math::log)
            .toArray();
    return Math.exp(Welch.mean(logs));
  }

  private static String revision(Run run) {
    Provenance code = run.provenance();
    String revision = code.gitRevision();
    return code.gitDirty() || revision.equals(UNKNOWN)
        ? ""
        : revision.substring(0, Math.min(SHORT_REVISION, revision.length()));
  }

  Label label() {
    return label;
  }

  Instant startedAt() {
    return startedAt;
  }

  Machine machine() {
    return machine;
  }

  /** What the study's code was. */
  String fingerprint() {
    return fingerprint;
  }

  /** What the study's forks may have done. */
  ForkShapes shapes() {
    return shapes;
  }

  /** Why it is left out; empty of a session that counts. */
  String unfit() {
    return unfit;
  }

  List<Value> values() {
    return values;
  }
}
