package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Metric;

/**
 * One metric of one arm held against the same metric of another arm, or of the same arm in an
 * earlier run.
 *
 * <p>Every metric is a cost: a ratio above 1 means that the subject is worse.
 *
 * @param subject what is judged
 * @param reference what it is held against; equal to the subject when two runs are compared
 * @param metric what was measured; {@code p99} and {@code p99.9} are quantiles of the latency
 *     distribution
 * @param ratio subject divided by reference; {@code NaN} when neither number allows one
 * @param low lower end of the ratio's 95 % interval; 0 when the forks are too few for one
 * @param high upper end of the ratio's 95 % interval; infinite when the forks are too few for one
 * @param pValue chance of forks as far apart as these if nothing differed; {@code NaN} for
 *     deterministic metrics, and where all forks of both sides gave one number
 * @param subjectValue typical value of the subject in the metric's unit: the median over forks
 * @param referenceValue typical value of the reference
 * @param forks forks of each side that entered; pairs when paired, of the smaller side when not
 * @param pairing how the forks stood to each other in time
 * @param verdict what may be said
 */
public record Comparison(
    Arm subject,
    Arm reference,
    Metric metric,
    double ratio,
    double low,
    double high,
    double pValue,
    double subjectValue,
    double referenceValue,
    int forks,
    Pairing pairing,
    Verdict verdict) {

  /**
   * Whether the forks were enough for an interval.
   *
   * @return true when both ends say something
   */
  public boolean hasInterval() {
    return low > 0 && Double.isFinite(high);
  }

  /**
   * Whether the two sides ran in turn.
   *
   * @return true when paired
   */
  public boolean interleaved() {
    return pairing == Pairing.PAIRED;
  }

  /**
   * The same numbers under another verdict.
   *
   * @param other the verdict
   * @return a copy
   */
  public Comparison withVerdict(Verdict other) {
    return new Comparison(
        subject,
        reference,
        metric,
        ratio,
        low,
        high,
        pValue,
        subjectValue,
        referenceValue,
        forks,
        pairing,
        other);
  }
}
