package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.StudyCard;
import java.util.List;
import java.util.stream.Stream;

/**
 * One study of a run, ready to be shown.
 *
 * @param card the study's own words
 * @param points its parameter points, in order
 * @param claims what became of its claims
 * @param failures what could not be measured
 */
record StudyView(
    StudyCard card, List<PointView> points, List<ClaimOutcome> claims, List<Failure> failures) {

  Stream<Row> rows() {
    return points.stream().flatMap(point -> point.rows().stream());
  }

  Stream<Comparison> contrasts() {
    return rows().flatMap(row -> row.contrast().stream());
  }

  /** Why nothing is said where nothing is said, each reason once. */
  List<String> unproven() {
    return contrasts()
        .filter(c -> Finding.of(c) == Finding.UNPROVEN)
        .map(c -> c.verdict().reason())
        .distinct()
        .toList();
  }
}
