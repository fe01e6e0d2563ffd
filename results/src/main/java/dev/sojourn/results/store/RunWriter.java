package dev.sojourn.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.TimerCost;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A run as JSON of format 1.
 *
 * <p>Every name is spelled out here, apart from the records' own, because files are read for longer
 * than code is kept.
 */
final class RunWriter {
  /** The format written, and the newest one read. */
  static final int FORMAT = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final BiFunction<Tail, Tail.ForkTail, String> histogramFile;
  private final BiFunction<ForkConditions, Cells, String> hiccupFile;

  /** A writer that refers to each fork's histograms by the names of their files. */
  RunWriter(
      BiFunction<Tail, Tail.ForkTail, String> histogramFile,
      BiFunction<ForkConditions, Cells, String> hiccupFile) {
    this.histogramFile = histogramFile;
    this.hiccupFile = hiccupFile;
  }

  /** What a listing shows comes first, so that it need not read on. */
  ObjectNode run(Run run) {
    ObjectNode json = NODES.objectNode();
    json.put("format", FORMAT);
    json.put("label", run.label().value());
    json.put("startedAt", run.startedAt().toString());
    json.put("finishedAt", run.finishedAt() == null ? null : run.finishedAt().toString());
    json.set("machine", machine(run.machine()));
    json.set("provenance", provenance(run.provenance()));
    json.set("timer", timer(run.timer()));
    json.set("plan", plan(run.plan()));
    json.set("studies", list(run.studies(), RunWriter::study));
    json.set("answers", list(run.answers(), RunWriter::answers));
    json.set("failures", list(run.failures(), RunWriter::failure));
    json.set("measurements", list(run.measurements(), RunWriter::measurement));
    json.set("tails", list(run.tails(), this::tail));
    if (!run.conditions().isEmpty()) {
      json.set("conditions", list(run.conditions(), this::conditions));
    }
    return json;
  }

  private static ObjectNode machine(Machine machine) {
    ObjectNode json = NODES.objectNode().put("name", machine.name());
    json.set("identity", texts(machine.identity()));
    json.set("conditions", texts(machine.conditions()));
    return json;
  }

  private static ObjectNode provenance(Provenance provenance) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("sojournVersion", provenance.sojournVersion())
            .put("jmhVersion", provenance.jmhVersion())
            .put("gitRevision", provenance.gitRevision())
            .put("gitDirty", provenance.gitDirty());
    json.set("jvmArguments", texts(provenance.jvmArguments()));
    return json;
  }

  private static ObjectNode timer(TimerCost timer) {
    ObjectNode json = NODES.objectNode();
    number(json, "readNanos", timer.readNanos());
    number(json, "granularityNanos", timer.granularityNanos());
    number(json, "recordNanos", timer.recordNanos());
    return json;
  }

  private static ObjectNode plan(PlanCard plan) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("effort", plan.effort())
            .put("pairs", plan.pairs())
            .put("seed", plan.seed());
    if (!plan.shape().isEmpty()) {
      json.put("shape", plan.shape());
    }
    json.set("arms", list(plan.arms(), RunWriter::arm));
    return json;
  }

  static ObjectNode arm(Arm arm) {
    ObjectNode json = NODES.objectNode().put("study", arm.study()).put("method", arm.method());
    json.set("params", texts(arm.params()));
    return json;
  }

  private static ObjectNode study(StudyCard study) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("study", study.study())
            .put("week", study.week())
            .put("kind", study.kind())
            .put("question", study.question())
            .put("insight", study.insight())
            .put("source", study.source())
            .put("baseline", study.baseline());
    json.set("methods", texts(study.methods()));
    json.set("claims", list(study.claims(), RunWriter::claim));
    return json.put("fingerprint", study.fingerprint());
  }

  private static ObjectNode claim(ClaimCard claim) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("kind", RunReader.CLAIM_KINDS.get(claim.kind()))
            .put("subject", claim.subject())
            .put("against", claim.against())
            .put("metric", claim.metric());
    number(json, "atMost", claim.atMost());
    number(json, "atLeast", claim.atLeast());
    json.set("where", texts(claim.where()));
    return json;
  }

  private static ObjectNode answers(Answers answers) {
    ObjectNode json = NODES.objectNode().put("study", answers.study());
    json.set("params", texts(answers.params()));
    json.put("compared", answers.compared());
    json.set("digests", texts(answers.digests()));
    ObjectNode shares = json.putObject("differingShare");
    answers.differingShare().forEach((method, share) -> number(shares, method, share));
    number(json, "allowedShare", answers.allowedShare());
    return json;
  }

  private static ObjectNode failure(Failure failure) {
    return arm(failure.arm()).put("stage", failure.stage()).put("cause", failure.cause());
  }

  private static ObjectNode measurement(Measurement measurement) {
    ObjectNode json = arm(measurement.arm());
    json.putObject("metric")
        .put("name", measurement.metric().name())
        .put("unit", measurement.metric().unit())
        .put("deterministic", measurement.metric().deterministic());
    json.set("forks", list(measurement.forks(), RunWriter::fork));
    return json;
  }

  private static ObjectNode fork(ForkSample fork) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("round", fork.round())
            .put("position", fork.position())
            .put("startedAt", fork.startedAt().toString());
    json.set("warmup", numbers(fork.warmup()));
    json.set("scores", numbers(fork.scores()));
    return json;
  }

  private ObjectNode tail(Tail tail) {
    ObjectNode json = arm(tail.arm());
    if (!tail.view().equals(Tail.LATENCY)) {
      json.put("view", tail.view());
    }
    json.put("unit", "ns").put("batch", tail.batch());
    json.set(
        "forks",
        list(
            tail.forks(),
            fork ->
                NODES
                    .objectNode()
                    .put("round", fork.round())
                    .put("count", fork.cells().total())
                    .put("histogram", histogramFile.apply(tail, fork))));
    return json;
  }

  private ObjectNode conditions(ForkConditions fork) {
    ObjectNode json =
        arm(fork.arm())
            .put("round", fork.round())
            .put("position", fork.position())
            .put("attempt", fork.attempt())
            .put("fate", RunReader.FATES.get(fork.fate()))
            .put("reason", fork.reason());
    ObjectNode facts = json.putObject("facts");
    fork.facts().forEach((name, value) -> number(facts, name, value));
    json.set("discardedScores", numbers(fork.discardedScores()));
    fork.hiccups()
        .ifPresent(
            cells ->
                json.put("hiccups", hiccupFile.apply(fork, cells))
                    .put("hiccupCount", cells.total()));
    return json;
  }

  static <T> ArrayNode list(List<T> elements, Function<T, ObjectNode> json) {
    ArrayNode array = NODES.arrayNode(elements.size());
    elements.forEach(element -> array.add(json.apply(element)));
    return array;
  }

  static ArrayNode numbers(List<Double> values) {
    ArrayNode array = NODES.arrayNode(values.size());
    values.forEach(
        value -> {
          if (Double.isFinite(value)) {
            array.add(value);
          } else {
            array.add(Double.toString(value));
          }
        });
    return array;
  }

  /** What JSON has no number for is written as the text Java prints. */
  static void number(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.put(name, Double.toString(value));
    }
  }

  static ObjectNode texts(Map<String, String> map) {
    ObjectNode json = NODES.objectNode();
    new TreeMap<>(map).forEach(json::put);
    return json;
  }

  static ArrayNode texts(List<String> list) {
    ArrayNode json = NODES.arrayNode(list.size());
    list.forEach(json::add);
    return json;
  }
}
