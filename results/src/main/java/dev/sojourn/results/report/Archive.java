package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.ClaimOutcomes;
import dev.sojourn.results.compare.History;
import dev.sojourn.results.compare.StudySession;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The other runs of a ledger, cut down to what a page of some runs needs of them: their place in
 * the index, the sessions of the histories it draws, and what became of the claims of studies that
 * the page does not show.
 *
 * <p><b>Space.</b> Each run is cut as it comes, so a stream of many runs that are read one by one
 * is never held whole.
 */
public final class Archive {
  private final List<Session> sessions;
  private final Map<String, List<StudySession>> byStudy;
  private final Map<String, Elsewhere> elsewhere;

  private Archive(
      List<Session> sessions,
      Map<String, List<StudySession>> byStudy,
      Map<String, Elsewhere> elsewhere) {
    this.sessions = sessions;
    this.byStudy = byStudy;
    this.elsewhere = elsewhere;
  }

  /**
   * One run of the index.
   *
   * @param label its label
   * @param startedAt when it started
   * @param machine name of its machine
   * @param effort name of its effort
   * @param studies how many studies it knows
   * @param failures how many arms failed
   * @param finished whether every planned fork was run
   */
  record Session(
      Label label,
      Instant startedAt,
      String machine,
      String effort,
      int studies,
      int failures,
      boolean finished) {
    static Session of(Run run) {
      return new Session(
          run.label(),
          run.startedAt(),
          run.machine().name(),
          run.plan().effort(),
          run.studies().size(),
          run.failures().size(),
          run.finished());
    }
  }

  /**
   * The newest run of a study the page does not show.
   *
   * @param label the run's label
   * @param study the study
   * @param outcomes what became of its claims there
   */
  record Elsewhere(Label label, StudyCard study, List<ClaimOutcome> outcomes) {}

  /**
   * Nothing.
   *
   * @return an archive without runs
   */
  public static Archive none() {
    return new Archive(List.of(), Map.of(), Map.of());
  }

  /**
   * Which numbers of other runs a page needs, so that the rest need not be read.
   *
   * @param shown the runs the page shows in full
   * @return whether a metric of an arm is needed
   */
  public static BiPredicate<Arm, Metric> needed(List<Run> shown) {
    return new Cut(shown)::needed;
  }

  /**
   * Cuts runs down to what a page needs.
   *
   * @param shown the runs the page shows in full
   * @param others other runs, in any order, whose histograms need not have been read; may be
   *     parallel
   * @return the archive
   */
  public static Archive of(List<Run> shown, Stream<Run> others) {
    Cut cut = new Cut(shown);
    List<Piece> pieces =
        Stream.concat(shown.stream(), others).map(cut::piece).toList().stream()
            .sorted(Comparator.comparing((Piece p) -> p.session().startedAt()).reversed())
            .toList();
    Map<String, List<StudySession>> byStudy = new HashMap<>();
    Map<String, Elsewhere> elsewhere = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      piece.wanted().forEach((study, session) -> list(byStudy, study).add(session));
      piece.unshown().forEach((study, run) -> elsewhere.computeIfAbsent(study, s -> found(run)));
    }
    return new Archive(pieces.stream().map(Piece::session).toList(), byStudy, elsewhere);
  }

  private static <T> List<T> list(Map<String, List<T>> byStudy, String study) {
    return byStudy.computeIfAbsent(study, name -> new ArrayList<>());
  }

  private static Elsewhere found(Run run) {
    return new Elsewhere(run.label(), run.studies().getFirst(), ClaimOutcomes.of(run));
  }

  /** All runs, shown or not, the newest first. */
  List<Session> sessions() {
    return sessions;
  }

  /** Studies the page does not show, each by the newest run that measured it. */
  List<Elsewhere> elsewhere() {
    return List.copyOf(elsewhere.values());
  }

  /** Time per operation of a study's arms at its headline point. */
  History history(String study, ToDoubleFunction<String> sessionSigma) {
    return History.ofSessions(byStudy.getOrDefault(study, List.of()), study, sessionSigma);
  }

  /** The point whose history is drawn: the last, which is the largest of a study that scales. */
  static Optional<PointView> headline(StudyView study) {
    return study.points().isEmpty() ? Optional.empty() : Optional.of(study.points().getLast());
  }

  /**
   * What remains of a run.
   *
   * @param session its place in the index
   * @param wanted by study, what a history is drawn of
   * @param unshown by study, the numbers of claims the page does not show
   */
  private record Piece(
      Session session, Map<String, StudySession> wanted, Map<String, Run> unshown) {}

  /** Takes runs apart by study. */
  private static final class Cut {
    private final Set<Arm> wanted = new HashSet<>();
    private final Set<String> shown = new HashSet<>();

    Cut(List<Run> runs) {
      for (Run run : runs) {
        run.studies().forEach(card -> shown.add(card.study()));
        for (Arm arm : headlines(run)) {
          shown.add(arm.study());
          wanted.add(arm);
        }
      }
    }

    private static List<Arm> headlines(Run run) {
      Map<String, List<Arm>> byStudy = new LinkedHashMap<>();
      run.measurements().forEach(m -> list(byStudy, m.arm().study()).add(m.arm()));
      return byStudy.values().stream()
          .flatMap(
              arms -> {
                var last = arms.stream().map(Arm::params).max(PointView::compare).orElseThrow();
                return arms.stream().filter(arm -> arm.params().equals(last));
              })
          .distinct()
          .toList();
    }

    boolean needed(Arm arm, Metric metric) {
      boolean time = metric.name().equals(Metric.TIME.name());
      return !shown.contains(arm.study()) || (time && wanted.contains(arm));
    }

    Piece piece(Run run) {
      Run numbers = numbers(run);
      StudyParts parts = new StudyParts(numbers);
      Map<String, StudySession> sessions = new LinkedHashMap<>();
      Map<String, Run> unshown = new LinkedHashMap<>();
      for (String study : measured(numbers)) {
        Run part = parts.of(study);
        if (shown.contains(study)) {
          StudySession.of(part, study).ifPresent(session -> sessions.put(study, session));
        } else if (!part.studies().isEmpty()) {
          unshown.put(study, part);
        }
      }
      return new Piece(Session.of(run), sessions, unshown);
    }

    private static Set<String> measured(Run run) {
      Set<String> studies = new LinkedHashSet<>();
      run.measurements().forEach(m -> studies.add(m.arm().study()));
      return studies;
    }

    /** The run without all that is not needed. */
    private Run numbers(Run run) {
      PlanCard plan = run.plan();
      return new Run(
          run.label(),
          run.startedAt(),
          run.finishedAt(),
          plan.withArms(List.of()),
          run.machine(),
          run.provenance(),
          run.timer(),
          run.studies(),
          run.measurements().stream().filter(m -> needed(m.arm(), m.metric())).toList(),
          List.of(),
          List.of(),
          List.of(),
          run.conditions());
    }
  }
}
