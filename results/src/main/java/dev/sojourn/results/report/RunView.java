package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.ClaimOutcomes;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Contrasts;
import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** A run sorted into what a reader looks for: study by study, point by point, arm by arm. */
final class RunView {
  private static final Set<String> IN_ROWS = Set.of(Metric.TIME.name(), Metric.ALLOCATION.name());

  private final Run run;
  private final Optional<Calibration> calibration;
  private final List<Comparison> comparisons;
  private final List<ClaimOutcome> claims;
  private final List<StudyView> studies;

  RunView(Run run) {
    this(run, Optional.empty());
  }

  RunView(Run run, Optional<Calibration> calibration) {
    this.run = run;
    this.calibration = calibration;
    this.comparisons = Contrasts.of(run, calibration);
    this.claims = ClaimOutcomes.of(run);
    this.studies = names().parallelStream().map(this::study).toList();
  }

  Run run() {
    return run;
  }

  /** What is known of the run's machine, if anything. */
  Optional<Calibration> calibration() {
    return calibration;
  }

  List<ClaimOutcome> claims() {
    return claims;
  }

  /** By week, then in the order of the run. */
  List<StudyView> studies() {
    return studies;
  }

  private List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    run.studies().stream()
        .sorted(Comparator.comparingInt(StudyCard::week))
        .forEach(card -> names.add(card.study()));
    arms().forEach(arm -> names.add(arm.study()));
    return List.copyOf(names);
  }

  /** Planned arms of which not one fork gave a number. */
  List<Arm> missing() {
    Set<Arm> measured = new LinkedHashSet<>();
    run.measurements().forEach(m -> measured.add(m.arm()));
    run.tails().forEach(t -> measured.add(t.arm()));
    return run.plan().arms().stream().filter(arm -> !measured.contains(arm)).toList();
  }

  private StudyView study(String name) {
    StudyCard card = run.study(name).orElseGet(() -> unknown(name));
    List<Failure> failures =
        run.failures().stream().filter(f -> f.arm().study().equals(name)).toList();
    Set<SortedMap<String, String>> points = new TreeSet<>(PointView::compare);
    arms().filter(arm -> arm.study().equals(name)).forEach(arm -> points.add(arm.params()));
    List<ClaimOutcome> outcomes =
        claims.stream().filter(c -> c.study().study().equals(name)).toList();
    return new StudyView(
        card, points.stream().map(p -> point(card, p)).toList(), outcomes, failures);
  }

  private PointView point(StudyCard card, SortedMap<String, String> params) {
    List<Arm> arms = armsAt(card, params);
    List<Row> rows =
        arms.stream()
            .map(a -> Row.of(run, a, a.method().equals(card.baseline()), contrast(a, Metric.TIME)))
            .toList();
    Optional<Answers> answers =
        run.answers().stream()
            .filter(a -> a.study().equals(card.study()) && a.params().equals(params))
            .findFirst();
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
  private List<Arm> armsAt(StudyCard card, SortedMap<String, String> params) {
    List<String> methods = new ArrayList<>(card.methods());
    List<Arm> arms =
        arms()
            .filter(a -> a.study().equals(card.study()) && a.params().equals(params))
            .distinct()
            .toList();
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

  private Stream<Arm> arms() {
    return Stream.of(
            run.measurements().stream().map(Measurement::arm), run.tails().stream().map(Tail::arm))
        .flatMap(Function.identity());
  }

  /** A study whose class nobody described, such as one read from another tool's file. */
  private static StudyCard unknown(String name) {
    return new StudyCard(name, 0, "bench", "", "", "", "", List.of(), List.of(), "");
  }
}
