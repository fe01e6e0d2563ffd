package dev.sojourn.results.store;

import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
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
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A run from JSON of format 1. */
final class RunReader {
  /** How the kinds of claims are written. */
  static final Map<ClaimCard.Kind, String> CLAIM_KINDS =
      new EnumMap<>(Map.of(ClaimCard.Kind.RATIO, "ratio", ClaimCard.Kind.COUNT, "count"));

  /** How the fates of forks are written. */
  static final Map<ForkConditions.Fate, String> FATES =
      new EnumMap<>(
          Map.of(
              ForkConditions.Fate.KEPT,
              "kept",
              ForkConditions.Fate.UNSTEADY,
              "unsteady",
              ForkConditions.Fate.REPEATED,
              "repeated",
              ForkConditions.Fate.VOID,
              "void"));

  /** Finds the histogram that a run refers to, with as many values as the run says. */
  @FunctionalInterface
  interface Histograms {
    Cells read(String file, long count);
  }

  private final Histograms histograms;

  private final Wanted wanted;

  RunReader(Histograms histograms) {
    this(Wanted.ALL, histograms);
  }

  /** A reader of what is wanted, which looks for histograms only if they are. */
  RunReader(Wanted wanted, Histograms histograms) {
    this.wanted = wanted;
    this.histograms = wanted.histograms() ? histograms : (name, count) -> Cells.NONE;
  }

  Run run(Node json) {
    return run(
        json,
        () ->
            json.list("measurements", this::measurement).stream()
                .flatMap(Optional::stream)
                .toList(),
        () -> wanted.scoresOnly() ? List.of() : json.listInParallel("tails", this::tail),
        measurements ->
            json.optional("conditions").isEmpty() ? List.of() : conditions(json, measurements));
  }

  /**
   * The run in the bytes of a file, if it is written as this package does; else an exception that
   * says nothing.
   */
  Run quickly(byte[] bytes) throws IOException {
    RunScan scan = RunScan.of(bytes, wanted);
    return run(
        scan.rest(),
        scan::measurements,
        () -> scan.tails(histograms),
        measurements -> scan.conditions(histograms));
  }

  private static Run run(
      Node json,
      Supplier<List<Measurement>> found,
      Supplier<List<Tail>> tails,
      Function<List<Measurement>, List<ForkConditions>> conditions) {
    requireFormat(json.optional("format").map(format -> json.longInteger("format")).orElse(-1L));
    List<Measurement> measurements = found.get();
    return new Run(
        new Label(json.text("label")),
        json.instant("startedAt"),
        json.optional("finishedAt").map(Node::instant).orElse(null),
        plan(json.get("plan")),
        machine(json.get("machine")),
        provenance(json.get("provenance")),
        timer(json.get("timer")),
        json.list("studies", RunReader::study),
        measurements,
        tails.get(),
        json.list("answers", RunReader::answers),
        json.list("failures", RunReader::failure),
        conditions.apply(measurements));
  }

  private List<ForkConditions> conditions(Node json, List<Measurement> measurements) {
    List<ForkConditions> all = json.listInParallel("conditions", this::conditions);
    if (!wanted.scoresOnly()) {
      return all;
    }
    Set<Arm> measured = measurements.stream().map(Measurement::arm).collect(Collectors.toSet());
    return all.stream().filter(fork -> measured.contains(fork.arm())).toList();
  }

  /**
   * Older formats are read; a newer one, or none at all, is refused in words that say which it is.
   */
  static void requireFormat(long format) {
    if (format > RunWriter.FORMAT) {
      throw new Malformed(
          "format %d is newer than this tool reads (%d): update the tool"
              .formatted(format, RunWriter.FORMAT));
    }
    if (format < 1) {
      throw new Malformed("no run of this tool: it has no \"format\"");
    }
  }

  private static PlanCard plan(Node json) {
    return new PlanCard(
        json.text("effort"),
        json.integer("pairs"),
        json.longInteger("seed"),
        json.optional("shape").map(Node::text).orElse(""),
        json.list("arms", RunReader::arm));
  }

  static Arm arm(Node json) {
    return new Arm(json.text("study"), json.text("method"), json.map("params", Node::text));
  }

  private static Machine machine(Node json) {
    return new Machine(
        json.text("name"), json.map("identity", Node::text), json.map("conditions", Node::text));
  }

  private static Provenance provenance(Node json) {
    return new Provenance(
        json.text("sojournVersion"),
        json.text("jmhVersion"),
        json.text("gitRevision"),
        json.bool("gitDirty"),
        json.list("jvmArguments", Node::text));
  }

  private static TimerCost timer(Node json) {
    return new TimerCost(
        json.number("readNanos"), json.number("granularityNanos"), json.number("recordNanos"));
  }

  private static StudyCard study(Node json) {
    return new StudyCard(
        json.text("study"),
        json.integer("week"),
        json.text("kind"),
        json.text("question"),
        json.text("insight"),
        json.text("source"),
        json.text("baseline"),
        json.list("methods", Node::text),
        json.list("claims", RunReader::claim),
        json.text("fingerprint"));
  }

  private static ClaimCard claim(Node json) {
    String written = json.text("kind");
    ClaimCard.Kind kind =
        CLAIM_KINDS.entrySet().stream()
            .filter(e -> e.getValue().equals(written))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new Malformed("'" + written + "' is no kind of claim"));
    return new ClaimCard(
        kind,
        json.text("subject"),
        json.text("against"),
        json.text("metric"),
        json.number("atMost"),
        json.number("atLeast"),
        json.map("where", Node::text));
  }

  private Optional<Measurement> measurement(Node json) {
    Metric metric = metric(json);
    Arm arm = arm(json);
    return wanted.measurements().test(arm, metric)
        ? Optional.of(new Measurement(arm, metric, json.list("forks", RunReader::fork)))
        : Optional.empty();
  }

  static Metric metric(Node measurement) {
    Node json = measurement.get("metric");
    return new Metric(json.text("name"), json.text("unit"), json.bool("deterministic"));
  }

  private static ForkSample fork(Node json) {
    return new ForkSample(
        json.integer("round"),
        json.integer("position"),
        json.instant("startedAt"),
        json.list("warmup", Node::number),
        json.list("scores", Node::number));
  }

  private Tail tail(Node json) {
    return new Tail(
        arm(json),
        json.optional("view").isEmpty() ? Tail.LATENCY : json.text("view"),
        json.integer("batch"),
        json.list(
            "forks",
            fork ->
                new Tail.ForkTail(
                    fork.integer("round"),
                    histograms.read(fork.text("histogram"), fork.longInteger("count")))));
  }

  private ForkConditions conditions(Node json) {
    return new ForkConditions(
        arm(json),
        json.integer("round"),
        json.integer("position"),
        json.integer("attempt"),
        fate(json.text("fate")),
        json.text("reason"),
        json.map("facts", Node::number),
        json.list("discardedScores", Node::number),
        json.optional("hiccups")
            .map(file -> histograms.read(json.text("hiccups"), json.longInteger("hiccupCount"))));
  }

  static ForkConditions.Fate fate(String written) {
    return FATES.entrySet().stream()
        .filter(e -> e.getValue().equals(written))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new Malformed("'" + written + "' is no fate of a fork"));
  }

  private static Answers answers(Node json) {
    return new Answers(
        json.text("study"),
        json.map("params", Node::text),
        json.longInteger("compared"),
        json.map("digests", Node::text),
        json.map("differingShare", Node::number),
        json.number("allowedShare"));
  }

  private static Failure failure(Node json) {
    return new Failure(arm(json), json.text("stage"), json.text("cause"));
  }
}
