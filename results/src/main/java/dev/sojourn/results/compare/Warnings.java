package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader of a comparison must know besides its ratios. */
final class Warnings {
  private final Run before;
  private final Run after;
  private final Matching reference;
  private final Matching subject;
  private final List<String> sentences = new ArrayList<>();

  private Warnings(Run before, Matching reference, Run after, Matching subject) {
    this.before = before;
    this.reference = reference;
    this.after = after;
    this.subject = subject;
  }

  static List<String> of(
      Run before,
      Matching reference,
      Run after,
      Matching subject,
      Pairing pairing,
      Optional<Calibration> calibration) {
    Warnings warnings = new Warnings(before, reference, after, subject);
    warnings.unlikeMachines();
    warnings.unknownMachines();
    warnings.notInterleaved(pairing, calibration);
    warnings.calibrated(calibration);
    warnings.smoke();
    warnings.shapes();
    warnings.jvmArguments();
    warnings.incomplete(before);
    warnings.incomplete(after);
    warnings.changed();
    warnings.onlyIn(before, reference, subject);
    warnings.onlyIn(after, subject, reference);
    warnings.otherUnits();
    warnings.otherBatches();
    warnings.shortTails();
    return List.copyOf(warnings.sentences);
  }

  /** Studies whose code is not the same in both runs. */
  static Set<String> changedStudies(Run before, Run after) {
    Map<String, StudyCard> earlier = new HashMap<>();
    before.studies().forEach(card -> earlier.putIfAbsent(card.study(), card));
    return after.studies().stream()
        .filter(card -> changedFrom(Optional.ofNullable(earlier.get(card.study())), card))
        .map(StudyCard::study)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean changedFrom(Optional<StudyCard> earlier, StudyCard later) {
    return earlier.isPresent() && !earlier.get().fingerprint().equals(later.fingerprint());
  }

  private void unlikeMachines() {
    Map<String, String> differences = before.machine().differences(after.machine());
    if (!differences.isEmpty()) {
      sentences.add("UNLIKE MACHINES: " + joined(differences));
    }
  }

  static boolean machineUnknown(Run run) {
    return !run.machine().identity().containsKey(Machine.CPU_MODEL);
  }

  private void unknownMachines() {
    List<String> unknown =
        Stream.of(before, after)
            .filter(Warnings::machineUnknown)
            .map(run -> run.label().value())
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      sentences.add(
          "nothing tells which machine %s was taken on: if not on the same, the machines are what is compared"
              .formatted(String.join(" and ", unknown)));
    }
  }

  private static String joined(Map<String, String> differences) {
    return differences.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  private void notInterleaved(Pairing pairing, Optional<Calibration> calibration) {
    if (pairing == Pairing.UNPAIRED) {
      sentences.add(
          "the runs were not interleaved: intervals allow for what two sessions differ anyway (%s)"
              .formatted(Welch.sessionText(calibration)));
    }
  }

  private void calibrated(Optional<Calibration> calibration) {
    calibration.ifPresent(
        c ->
            sentences.add(
                "no margin lies below its study's noise floor in calibration " + c.label()));
  }

  private void smoke() {
    if (reference.smoke() || subject.smoke()) {
      sentences.add("smoke effort shows that things run and allows no verdict");
    }
  }

  private void shapes() {
    String earlier = before.plan().shape();
    String later = after.plan().shape();
    if (!earlier.isEmpty() && !later.isEmpty() && !earlier.equals(later)) {
      sentences.add("the forks did not do the same: " + earlier + " / " + later);
    }
  }

  private void jvmArguments() {
    List<String> earlier = before.provenance().jvmArguments();
    List<String> later = after.provenance().jvmArguments();
    if (!earlier.equals(later)) {
      sentences.add("the forks had other JVM arguments: " + earlier + " / " + later);
    }
  }

  private void incomplete(Run run) {
    if (!run.finished()) {
      sentences.add("run " + run.label() + " is unfinished");
    }
    run.failures()
        .forEach(
            f ->
                sentences.add(
                    "run %s could not measure %s (%s): %s"
                        .formatted(run.label(), f.arm(), f.stage(), f.cause())));
  }

  private void changed() {
    changedStudies(before, after)
        .forEach(
            study ->
                sentences.add(
                    study + " changed between the runs: a new series begins, not compared"));
  }

  private void onlyIn(Run run, Matching here, Matching there) {
    here.arms().stream()
        .filter(arm -> !there.has(arm))
        .forEach(arm -> sentences.add(arm + " is only in run " + run.label()));
  }

  private void otherUnits() {
    for (Arm arm : subject.arms()) {
      for (Measurement mine : subject.measurements(arm)) {
        Metric metric = mine.metric();
        reference
            .measurement(arm, metric.name())
            .filter(theirs -> !theirs.metric().equals(metric))
            .ifPresent(
                theirs ->
                    sentences.add(
                        "%s of %s is in %s / %s: not compared"
                            .formatted(metric.name(), arm, theirs.metric().unit(), metric.unit())));
      }
    }
  }

  private void otherBatches() {
    for (Arm arm : subject.arms()) {
      Optional<ComparedTail> mine = subject.tail(arm);
      Optional<ComparedTail> theirs = reference.tail(arm);
      if (mine.isPresent() && theirs.isPresent() && mine.get().batch() != theirs.get().batch()) {
        sentences.add(
            "latencies of %s are of batches of %d / %d: not compared"
                .formatted(arm, theirs.get().batch(), mine.get().batch()));
      }
    }
  }

  private void shortTails() {
    for (Metric metric : TailQuantiles.metrics()) {
      long missing =
          subject.arms().stream()
              .filter(arm -> subject.tail(arm).isPresent() && reference.tail(arm).isPresent())
              .filter(arm -> !known(subject, arm, metric) || !known(reference, arm, metric))
              .count();
      if (missing > 0) {
        sentences.add(
            "%s of %d arms is not compared: %s"
                .formatted(metric.name(), missing, TailSummary.Quantile.TOO_FEW));
      }
    }
  }

  private static boolean known(Matching run, Arm arm, Metric metric) {
    return run.tail(arm).flatMap(tail -> tail.known(metric)).isPresent();
  }
}
