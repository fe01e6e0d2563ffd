package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The part of a run that one study has, sorted by parameter point and arm. */
final class StudySorter {
  private static final Set<String> IN_ROWS = Set.of(Metric.TIME.name(), Metric.ALLOCATION.name());

  private final Run run;
  private final StudyCard card;
  private final List<Comparison> comparisons;

  /**
   * A study.
   *
   * @param run what a run has of it, and nothing else
   * @param card the study's own words
   * @param comparisons of its arms
   */
  StudySorter(Run run, StudyCard card, List<Comparison> comparisons) {
    this.run = run;
    this.card = card;
    this.comparisons = comparisons;
  }

  StudyView sorted(List<ClaimOutcome> claims) {
    Set<SortedMap<String, String>> points = new TreeSet<>(PointView::compare);
    arms(run).forEach(arm -> points.add(arm.params()));
    return new StudyView(card, points.stream().map(this::point).toList(), claims, run.failures());
  }

  private PointView point(SortedMap<String, String> params) {
    List<Arm> arms = armsAt(params);
    List<Row> rows =
        arms.stream()
            .map(a -> Row.of(run, a, a.method().equals(card.baseline()), contrast(a, Metric.TIME)))
            .toList();
    Optional<Answers> answers =
        run.answers().stream().filter(a -> a.params().equals(params)).findFirst();
    return new PointView(
        params, rows, shifts(rows), arms.stream().flatMap(this::figures).toList(), answers);
  }

  private List<ShiftFunction> shifts(List<Row> rows) {
    Optional<Tail> baseline =
        rows.stream().filter(Row::baseline).findFirst().flatMap(row -> run.tail(row.arm()));
    return rows.stream()
        .filter(row -> !row.baseline())
        .flatMap(row -> run.tail(row.arm()).stream())
        .flatMap(tail -> baseline.flatMap(base -> ShiftFunction.of(run, tail, base)).stream())
        .toList();
  }

  /** Arms in the order the study names its methods; a method it does not know comes last. */
  private List<Arm> armsAt(SortedMap<String, String> params) {
    List<String> methods = new ArrayList<>(card.methods());
    List<Arm> arms = arms(run).filter(a -> a.params().equals(params)).distinct().toList();
    arms.stream().map(Arm::method).filter(m -> !methods.contains(m)).forEach(methods::add);
    return arms.stream().sorted(Comparator.comparingInt(a -> methods.indexOf(a.method()))).toList();
  }

  private Stream<Figure> figures(Arm arm) {
    Stream<Figure> own =
        run.measurements().stream()
            .filter(m -> m.arm().equals(arm) && !IN_ROWS.contains(m.metric().name()))
            .map(m -> figure(m));
    Stream<Figure> standingOut =
        comparisons.stream()
            .filter(c -> c.subject().equals(arm) && !c.metric().name().equals(Metric.TIME.name()))
            .filter(c -> ofTail(c) || allocates(c))
            .filter(c -> Set.of(Finding.BETTER, Finding.WORSE).contains(Finding.of(c)))
            .map(c -> Figure.of(c, ofTail(c) ? batch(arm) : 1));
    return Stream.concat(own, standingOut);
  }

  /** Quantiles have no measurement of their own: they are compared from the histograms. */
  private boolean ofTail(Comparison c) {
    return run.measurement(c.subject(), c.metric().name()).isEmpty();
  }

  private int batch(Arm arm) {
    return run.tail(arm).map(Tail::batch).orElse(1);
  }

  private static boolean allocates(Comparison c) {
    return c.metric().name().equals(Metric.ALLOCATION.name());
  }

  private Figure figure(Measurement m) {
    return new Figure(m.arm(), m.metric(), Row.median(m), contrast(m.arm(), m.metric()));
  }

  private Optional<Comparison> contrast(Arm arm, Metric metric) {
    return comparisons.stream()
        .filter(c -> c.subject().equals(arm) && c.metric().name().equals(metric.name()))
        .findFirst();
  }

  /** Every arm with numbers, as often as it has. */
  static Stream<Arm> arms(Run run) {
    return Stream.concat(
        run.measurements().stream().map(Measurement::arm), run.tails().stream().map(Tail::arm));
  }
}
