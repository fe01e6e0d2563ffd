package dev.sojourn.results;

import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.TimerCost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Builds runs for tests, piece by piece. */
public final class RunFixture {
  public static final String STUDY = "dev.example.HeapHold";
  public static final Instant START = Instant.parse("2026-11-23T03:25:00.123456789Z");

  private String label = "2026-W47";
  private String effort = "confirm";
  private int pairs = 16;
  private String kind = "bench";
  private String shape = "";
  private String revision = "0123abc";
  private String fingerprint = "abc123";
  private String cpu = "Example 9000";
  private String jdk = "Example 25+36";
  private Instant startedAt = START;
  private boolean finished = true;
  private int positionOffset;
  private final List<ClaimCard> claims = new ArrayList<>();
  private final List<Arm> planned = new ArrayList<>();
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Tail> tails = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<ForkConditions> conditions = new ArrayList<>();

  public static Arm arm(String method, String... params) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < params.length; i += 2) {
      map.put(params[i], params[i + 1]);
    }
    return Arm.of(STUDY, method, map);
  }

  public RunFixture label(String newLabel) {
    label = newLabel;
    return this;
  }

  public RunFixture effort(String newEffort) {
    effort = newEffort;
    return this;
  }

  public RunFixture pairs(int newPairs) {
    pairs = newPairs;
    return this;
  }

  public RunFixture lab() {
    kind = "lab";
    return this;
  }

  public RunFixture shape(String newShape) {
    shape = newShape;
    return this;
  }

  public RunFixture revision(String newRevision) {
    revision = newRevision;
    return this;
  }

  public RunFixture fingerprint(String newFingerprint) {
    fingerprint = newFingerprint;
    return this;
  }

  public RunFixture cpu(String newCpu) {
    cpu = newCpu;
    return this;
  }

  public RunFixture jdk(String newJdk) {
    jdk = newJdk;
    return this;
  }

  public RunFixture startedAt(Instant newStart) {
    startedAt = newStart;
    return this;
  }

  public RunFixture unfinished() {
    finished = false;
    return this;
  }

  /** Moves the places of all forks added from here on, as in a later part of one plan. */
  public RunFixture positionsFrom(int offset) {
    positionOffset = offset;
    return this;
  }

  public RunFixture claim(ClaimCard claim) {
    claims.add(claim);
    return this;
  }

  public RunFixture planned(Arm arm) {
    planned.add(arm);
    return this;
  }

  public RunFixture conditions(ForkConditions fork) {
    conditions.add(fork);
    return this;
  }

  public RunFixture failure(Failure failure) {
    failures.add(failure);
    return this;
  }

  /** One fork per number, each with that number three times. */
  public RunFixture time(Arm arm, double... forkMedians) {
    return metric(arm, Metric.TIME, forkMedians);
  }

  public RunFixture metric(Arm arm, Metric metric, double... forkMedians) {
    List<ForkSample> forks = new ArrayList<>();
    for (int round = 0; round < forkMedians.length; round++) {
      double score = forkMedians[round];
      int position = positionOffset + 10 * round;
      forks.add(
          new ForkSample(
              round,
              position,
              startedAt.plusSeconds(position),
              List.of(score * 2),
              List.of(score, score, score)));
    }
    measurements.add(new Measurement(arm, metric, forks));
    return this;
  }

  public RunFixture tail(Arm arm, int batch, Histogram... histograms) {
    List<Tail.ForkTail> forks = new ArrayList<>();
    for (int round = 0; round < histograms.length; round++) {
      forks.add(new Tail.ForkTail(round, histograms[round]));
    }
    tails.add(new Tail(arm, batch, forks));
    return this;
  }

  /** Skewed latencies around a scale. */
  public static Histogram histogram(long seed, int count, double scaleNanos) {
    SplittableRandom random = new SplittableRandom(seed);
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < count; i++) {
      histogram.recordValue((long) (scaleNanos * (1 - Math.log(1 - random.nextDouble()))));
    }
    return histogram;
  }

  public Run run() {
    return new Run(
        new Label(label),
        startedAt,
        finished ? startedAt.plusSeconds(3600) : null,
        new PlanCard(effort, pairs, -42, shape, planned),
        machine(),
        new Provenance("0.1.0", "1.37", revision, false, List.of("-Xmx1g", "-XX:+UseSerialGC")),
        new TimerCost(21.5, 10, Double.NaN),
        List.of(study()),
        measurements,
        tails,
        List.of(answers()),
        failures,
        conditions);
  }

  private Machine machine() {
    return new Machine(
        "example-2",
        new TreeMap<>(Map.of(Machine.CPU_MODEL, cpu, Machine.JDK, jdk)),
        new TreeMap<>(Map.of("load", "0.07")));
  }

  private StudyCard study() {
    return new StudyCard(
        STUDY,
        17,
        kind,
        "How many children should a heap node have?",
        "Four halve the levels.",
        "LaMarca & Ladner 1996",
        "jdk",
        List.of("jdk", "fourWay"),
        claims,
        fingerprint);
  }

  private static Answers answers() {
    return new Answers(
        STUDY,
        new TreeMap<>(Map.of("size", "1000")),
        4096,
        new TreeMap<>(Map.of("jdk", "ff00", "fourWay", "ff00")),
        new TreeMap<>(Map.of("fourWay", 0.0)),
        0.1);
  }
}
