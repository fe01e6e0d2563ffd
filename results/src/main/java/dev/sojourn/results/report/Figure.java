package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Metric;
import java.util.Optional;

/**
 * A number beside time per operation: a metric of the study's own, or a side metric in which an arm
 * stands out.
 *
 * @param arm what was measured
 * @param metric what the number means
 * @param value the number, in the metric's unit
 * @param contrast the number against the baseline's
 */
record Figure(Arm arm, Metric metric, double value, Optional<Comparison> contrast) {
  /** What a comparison says of its subject, a value of so many operations told for one of them. */
  static Figure of(Comparison c, int batch) {
    return new Figure(c.subject(), c.metric(), c.subjectValue() / batch, Optional.of(c));
  }

  String valueText() {
    return Units.value(value, metric.unit());
  }

  String ratioText() {
    return contrast.map(c -> Units.ratio(c.ratio())).orElse("-");
  }

  String intervalText() {
    return contrast.map(Row::interval).orElse("-");
  }
}
