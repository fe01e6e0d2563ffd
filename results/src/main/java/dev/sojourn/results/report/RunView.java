package dev.sojourn.results.report;

import static java.util.stream.Collectors.groupingBy;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.ClaimOutcomes;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Contrasts;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run sorted into what a reader looks for: study by study, point by point, arm by arm. */
final class RunView {
  private final Run run;
  private final Optional<Calibration> calibration;
  private final LedgerCommands commands;
  private final StudyParts parts;
  private final Map<String, List<Comparison>> comparisons;
  private final List<ClaimOutcome> claims;
  private final List<StudyView> studies;

  RunView(Run run) {
    this(run, Optional.empty());
  }

  RunView(Run run, Optional<Calibration> calibration) {
    this(run, calibration, LedgerCommands.USUAL);
  }

  RunView(Run run, Optional<Calibration> calibration, LedgerCommands commands) {
    this.run = run;
    this.calibration = calibration;
    this.commands = commands;
    this.parts = new StudyParts(run);
    this.comparisons =
        Contrasts.of(run, calibration).stream().collect(groupingBy(c -> c.subject().study()));
    this.claims = ClaimOutcomes.of(run);
    this.studies = names().parallelStream().map(this::study).toList();
  }

  Run run() {
    return run;
  }

  /** What the run has of one study. */
  Run part(StudyCard study) {
    return parts.of(study.study());
  }

  /** What is known of the run's machine, if anything. */
  Optional<Calibration> calibration() {
    return calibration;
  }

  /** How more is seen of the ledger that the run is from. */
  LedgerCommands commands() {
    return commands;
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
    StudySorter.arms(run).forEach(arm -> names.add(arm.study()));
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
    return new StudySorter(part(card), card, comparisons.getOrDefault(name, List.of()))
        .sorted(claims.stream().filter(c -> c.study().study().equals(name)).toList());
  }

  /** A study whose class nobody described, such as one read from another tool's file. */
  private static StudyCard unknown(String name) {
    return new StudyCard(name, 0, "bench", "", "", "", "", List.of(), List.of(), "");
  }
}
