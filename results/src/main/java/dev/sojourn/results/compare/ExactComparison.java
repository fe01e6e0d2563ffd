package dev.sojourn.results.compare;

import dev.sojourn.results.model.Metric;
import java.util.List;
import java.util.Locale;

/**
 * Compares a metric of which equal code gives equal numbers: one fork is enough, and any difference
 * is real.
 *
 * <p>Bytes per operation are the measured exception: a JVM's own allocations, divided by the
 * operations, leave decimals that mean nothing. They are rounded to whole bytes, and differences up
 * to half a byte or a ten-thousandth do not count.
 */
final class ExactComparison {
  private static final String BYTES_PER_OPERATION = "B/op";
  private static final double BYTE_TOLERANCE = 0.5;
  private static final double RELATIVE_BYTE_TOLERANCE = 1e-4;

  private final Metric metric;
  private final double resolution;

  private ExactComparison(Metric metric, double resolution) {
    this.metric = metric;
    this.resolution = resolution;
  }

  /** Compares counts that were taken as they are. */
  static Comparison of(Sides sides) {
    return of(sides, 0);
  }

  /** Compares counts of which the coarser side could tell no less than a resolution apart. */
  static Comparison of(Sides sides, double resolution) {
    return new ExactComparison(sides.metric(), resolution).compare(sides);
  }

  private Comparison compare(Sides sides) {
    Range subject = Range.of(sides.subjectForks());
    Range reference = Range.of(sides.referenceForks());
    double ratio = ratio(subject.median, reference.median);
    return new Comparison(
        sides.subject(),
        sides.reference(),
        metric,
        ratio,
        Math.min(ratio, ratio(subject.least, reference.most)),
        Math.max(ratio, ratio(subject.most, reference.least)),
        Double.NaN,
        rounded(metric, subject.median),
        rounded(metric, reference.median),
        Math.min(sides.subjectForks().size(), sides.referenceForks().size()),
        sides.pairing(),
        verdict(subject, reference));
  }

  private Verdict verdict(Range subject, Range reference) {
    String numbers =
        "%s against %s %s".formatted(text(metric, subject), text(metric, reference), metric.unit())
            + precision();
    if (!subject.finite() || !reference.finite()) {
      return new Verdict.Unproven(numbers + ": a fork's count is not a number");
    }
    if (alike(subject.median, reference.median)) {
      return new Verdict.Equivalent(numbers);
    }
    if (subject.least > reference.most) {
      return new Verdict.Regressed(numbers);
    }
    if (subject.most < reference.least) {
      return new Verdict.Improved(numbers);
    }
    return new Verdict.Inconclusive(
        0, numbers + ": forks of the same code disagree, so this count is not exact here");
  }

  /** What stands behind the numbers; a resolution only where it hides more than rounding does. */
  private String precision() {
    if (!metric.unit().equals(BYTES_PER_OPERATION)) {
      return "";
    }
    return resolution > BYTE_TOLERANCE
        ? ", told apart only beyond %s bytes".formatted(text(resolution))
        : ", rounded to whole bytes";
  }

  private boolean alike(double a, double b) {
    double tolerance =
        metric.unit().equals(BYTES_PER_OPERATION)
            ? Math.max(BYTE_TOLERANCE, RELATIVE_BYTE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b)))
            : 0;
    return rounded(metric, a) == rounded(metric, b)
        || Math.abs(a - b) <= Math.max(tolerance, resolution);
  }

  /** The number that is shown and held against bounds. */
  static double rounded(Metric metric, double value) {
    return metric.unit().equals(BYTES_PER_OPERATION) ? Math.rint(value) : value;
  }

  private double ratio(double subject, double reference) {
    if (alike(subject, reference)) {
      return 1;
    }
    return rounded(metric, subject) / rounded(metric, reference);
  }

  private static String text(Metric metric, Range range) {
    double least = rounded(metric, range.least);
    double most = rounded(metric, range.most);
    return least == most ? text(least) : text(least) + " to " + text(most);
  }

  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  private record Range(double least, double median, double most) {
    static Range of(List<ForkValue> forks) {
      double least = forks.stream().mapToDouble(ForkValue::value).min().orElse(Double.NaN);
      double most = forks.stream().mapToDouble(ForkValue::value).max().orElse(Double.NaN);
      return new Range(least, ForkValue.median(forks), most);
    }

    boolean finite() {
      return Double.isFinite(least) && Double.isFinite(most);
    }
  }
}
