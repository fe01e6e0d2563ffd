package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The two sides of a comparison, before anything is said of them; neither is empty. */
record Sides(
    Arm subject,
    Arm reference,
    Metric metric,
    List<ForkValue> subjectForks,
    List<ForkValue> referenceForks,
    Pairing pairing,
    Optional<Calibration> calibration) {

  Comparison compare() {
    if (metric.deterministic()) {
      return ExactComparison.of(this);
    }
    if (!positive(subjectForks) || !positive(referenceForks)) {
      return unproven("a fork's score is zero, negative or not a number, so there is no ratio");
    }
    return pairing == Pairing.PAIRED ? paired() : unpaired();
  }

  private Comparison paired() {
    double[] differences = differences();
    if (differences.length == 0) {
      return unproven("no round has a fork of both sides");
    }
    Interval interval = HodgesLehmann.of(differences, Judge.ALPHA);
    Verdict verdict =
        Judge.paired(
            interval, Welch.mean(differences), differences.length, margins(differences.length));
    return comparison(interval, SignedRank.pValue(differences), differences.length, verdict);
  }

  private Margins margins(int pairs) {
    return Margins.of(metric, calibration, subject, pairs);
  }

  /** Differences of logarithms, one for each round that both sides ran. */
  private double[] differences() {
    Map<Integer, Double> mine = byRound(subjectForks);
    Map<Integer, Double> theirs = byRound(referenceForks);
    mine.keySet().retainAll(theirs.keySet());
    theirs.keySet().retainAll(mine.keySet());
    double[] differences = logs(mine);
    double[] references = logs(theirs);
    Arrays.setAll(differences, i -> differences[i] - references[i]);
    return differences;
  }

  private Comparison unpaired() {
    double sigma = Welch.sessionSigma(calibration);
    Welch welch = Welch.of(logs(subjectForks), logs(referenceForks), sigma);
    int forks = Math.min(subjectForks.size(), referenceForks.size());
    Interval interval = welch.interval(Judge.ALPHA);
    Verdict verdict =
        Judge.unpaired(interval, forks, Welch.sessionText(calibration), margins(forks));
    return comparison(interval, welch.pValue(), forks, verdict);
  }

  /** Where every fork of both sides gave one and the same number, chance was not asked. */
  private boolean constant() {
    return Stream.concat(subjectForks.stream(), referenceForks.stream())
            .mapToDouble(ForkValue::value)
            .distinct()
            .count()
        == 1;
  }

  private Comparison comparison(Interval logs, double pValue, int forks, Verdict verdict) {
    return new Comparison(
        subject,
        reference,
        metric,
        Math.exp(logs.estimate()),
        Math.exp(logs.low()),
        Math.exp(logs.high()),
        constant() ? Double.NaN : pValue,
        ForkValue.median(subjectForks),
        ForkValue.median(referenceForks),
        forks,
        pairing,
        verdict);
  }

  private Comparison unproven(String reason) {
    return new Comparison(
        subject,
        reference,
        metric,
        Double.NaN,
        0,
        Double.POSITIVE_INFINITY,
        Double.NaN,
        ForkValue.median(subjectForks),
        ForkValue.median(referenceForks),
        Math.min(subjectForks.size(), referenceForks.size()),
        pairing,
        new Verdict.Unproven(reason));
  }

  private static boolean positive(List<ForkValue> forks) {
    return forks.stream().allMatch(f -> f.value() > 0 && Double.isFinite(f.value()));
  }

  private static double[] logs(List<ForkValue> forks) {
    return forks.stream().mapToDouble(f -> Math.log(f.value())).toArray();
  }

  private static double[] logs(Map<Integer, Double> rounds) {
    return rounds.values().stream().mapToDouble(Math::log).toArray();
  }

  /** A round that was measured twice counts once, with what was measured last. */
  private static Map<Integer, Double> byRound(List<ForkValue> forks) {
    Map<Integer, Double> rounds = new TreeMap<>();
    forks.forEach(f -> rounds.put(f.round(), f.value()));
    return rounds;
  }
}
