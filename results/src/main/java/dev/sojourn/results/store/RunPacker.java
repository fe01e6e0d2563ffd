package dev.sojourn.results.store;

import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.TreeMap;

/** A whole run in few bytes, for a {@link RunUnpacker}: its numbers and, apart, its histograms. */
final class RunPacker {
  private final PackedWriter out = new PackedWriter();
  private final ByteArrayOutputStream cells = new ByteArrayOutputStream();

  RunPacker(Run run) {
    out.text(run.label().value());
    out.instant(run.startedAt());
    out.truth(run.finished());
    Optional.ofNullable(run.finishedAt()).ifPresent(out::instant);
    plan(run.plan());
    out.text(run.machine().name());
    out.map(run.machine().identity(), out::text);
    out.map(run.machine().conditions(), out::text);
    provenance(run.provenance());
    out.real(run.timer().readNanos());
    out.real(run.timer().granularityNanos());
    out.real(run.timer().recordNanos());
    out.list(run.studies(), this::study);
    out.list(run.answers(), this::answers);
    out.list(run.failures(), this::failure);
    out.list(run.measurements(), this::measurement);
    out.block(block -> block.list(run.tails(), tail -> tail(block, tail)));
    out.list(run.conditions(), this::conditions);
  }

  /** All but the histograms' cells. */
  byte[] numbers() {
    return out.bytes();
  }

  /** The histograms' cells, in the order their histograms are told. */
  byte[] cells() {
    return cells.toByteArray();
  }

  private void plan(PlanCard plan) {
    out.text(plan.effort());
    out.number(plan.pairs());
    out.number(plan.seed());
    out.text(plan.shape());
    out.list(plan.arms(), out::arm);
  }

  private void provenance(Provenance provenance) {
    out.text(provenance.sojournVersion());
    out.text(provenance.jmhVersion());
    out.text(provenance.gitRevision());
    out.truth(provenance.gitDirty());
    out.list(provenance.jvmArguments(), out::text);
  }

  private void study(StudyCard study) {
    out.text(study.study());
    out.number(study.week());
    out.text(study.kind());
    out.text(study.question());
    out.text(study.insight());
    out.text(study.source());
    out.text(study.baseline());
    out.list(study.methods(), out::text);
    out.list(study.claims(), this::claim);
    out.text(study.fingerprint());
  }

  private void claim(ClaimCard claim) {
    out.text(claim.kind().name());
    out.text(claim.subject());
    out.text(claim.against());
    out.text(claim.metric());
    out.real(claim.atMost());
    out.real(claim.atLeast());
    out.map(new TreeMap<>(claim.where()), out::text);
  }

  private void answers(Answers answers) {
    out.text(answers.study());
    out.map(answers.params(), out::text);
    out.number(answers.compared());
    out.map(answers.digests(), out::text);
    out.map(answers.differingShare(), out::real);
    out.real(answers.allowedShare());
  }

  private void failure(Failure failure) {
    out.arm(failure.arm());
    out.text(failure.stage());
    out.text(failure.cause());
  }

  private void measurement(Measurement measurement) {
    out.arm(measurement.arm());
    Metric metric = measurement.metric();
    out.text(metric.name());
    out.text(metric.unit());
    out.truth(metric.deterministic());
    out.block(block -> block.list(measurement.forks(), fork -> sample(block, fork)));
  }

  private static void sample(PackedWriter block, ForkSample fork) {
    block.number(fork.round());
    block.number(fork.position());
    block.instant(fork.startedAt());
    block.reals(fork.warmup());
    block.reals(fork.scores());
  }

  private void tail(PackedWriter block, Tail tail) {
    block.arm(tail.arm());
    block.text(tail.view());
    block.number(tail.batch());
    block.list(
        tail.forks(),
        fork -> {
          block.number(fork.round());
          histogram(block, fork.cells());
        });
  }

  private void conditions(ForkConditions fork) {
    out.arm(fork.arm());
    out.block(
        block -> {
          block.number(fork.round());
          block.number(fork.position());
          block.number(fork.attempt());
          block.text(fork.fate().name());
          block.text(fork.reason());
          block.map(fork.facts(), block::real);
          block.reals(fork.discardedScores());
          block.truth(fork.hiccups().isPresent());
          fork.hiccups().ifPresent(hiccups -> histogram(block, hiccups));
        });
  }

  private void histogram(PackedWriter block, Cells histogram) {
    block.number(histogram.layout().lowest());
    block.number(histogram.layout().highest());
    block.number(histogram.layout().digits());
    block.number(histogram.total());
    block.number(histogram.size());
    block.number(histogram.packedBytes());
    cells.writeBytes(histogram.packed());
  }
}
