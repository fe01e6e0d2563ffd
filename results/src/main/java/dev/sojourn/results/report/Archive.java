package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.ClaimOutcomes;
import dev.sojourn.results.compare.History;
import dev.sojourn.results.compare.StudySession;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
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
  /** In one order whatever that of reading them was. */
  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing(Run::startedAt)
          .reversed()
          .thenComparing(run -> run.label().value())
          .thenComparing(run -> run.machine().name())
          .thenComparing(run -> run.studies().getFirst().study());

  private static final BinaryOperator<Run> TELLING_MORE =
      BinaryOperator.minBy(Comparator.comparing(Standing::of).thenComparing(NEWEST_FIRST));

  private final List<Session> sessions;
  private final Map<String, List<StudySession>> byStudy;
  private final List<Elsewhere> elsewhere;

  private Archive(
      List<Session> sessions, Map<String, List<StudySession>> byStudy, List<Elsewhere> elsewhere) {
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
   * The run that tells most, and of those the newest, of a study of which the page shows no run
   * that was taken to be judged.
   *
   * @param label the run's label
   * @param standing what the run's numbers say of claims
   * @param study the study
   * @param outcomes what became of its claims there
   */
  record Elsewhere(Label label, Standing standing, StudyCard study, List<ClaimOutcome> outcomes) {
    static Elsewhere of(Run run) {
      return new Elsewhere(
          run.label(), Standing.of(run), run.studies().getFirst(), ClaimOutcomes.of(run));
    }
  }

  /**
   * Nothing.
   *
   * @return an archive without runs
   */
  public static Archive none() {
    return new Archive(List.of(), Map.of(), List.of());
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
   * Cuts runs down to what a page needs that shows all studies of some of them.
   *
   * @param shown the runs the page shows in full
   * @param others other runs, in any order, whose histograms need not have been read; may be
   *     parallel
   * @return the archive
   */
  public static Archive of(List<Run> shown, Stream<Run> others) {
    return of(shown, shown, others);
  }

  /**
   * Cuts runs down to what a page needs that may show only some studies of some of them.
   *
   * @param shown the runs as the page shows them
   * @param whole the same runs with all their studies
   * @param others other runs, in any order, whose histograms need not have been read; may be
   *     parallel
   * @return the archive
   */
  public static Archive of(List<Run> shown, List<Run> whole, Stream<Run> others) {
    Cut cut = new Cut(shown);
    Map<String, Run> best = new ConcurrentHashMap<>();
    List<Piece> pieces =
        Stream.concat(whole.stream(), others)
            .map(
                run -> {
                  cut.untold(run).forEach((study, part) -> best.merge(study, part, TELLING_MORE));
                  return cut.piece(run);
                })
            .toList()
            .stream()
            .sorted(Comparator.comparing((Piece p) -> p.session().startedAt()).reversed())
            .toList();
    Map<String, List<StudySession>> byStudy = new HashMap<>();
    for (Piece piece : pieces) {
      piece.wanted().forEach((study, session) -> list(byStudy, study).add(session));
    }
    List<Elsewhere> elsewhere =
        best.values().stream().sorted(NEWEST_FIRST).map(Elsewhere::of).toList();
    return new Archive(pieces.stream().map(Piece::session).toList(), byStudy, elsewhere);
  }

  private static <T> List<T> list(Map<String, List<T>> byStudy, String study) {
    return byStudy.computeIfAbsent(study, name -> new ArrayList<>());
  }

  /** All runs, shown or not, the newest first. */
  List<Session> sessions() {
    return sessions;
  }

  /** Studies of whose claims the page shows no run that was taken to be judged. */
  List<Elsewhere> elsewhere() {
    return elsewhere;
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
   */
  private record Piece(Session session, Map<String, StudySession> wanted) {}

  /** Takes runs apart by study. */
  private static final class Cut {
    private final Set<Arm> drawn = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    Cut(List<Run> runs) {
      for (Run run : runs) {
        drawn.addAll(headlines(run));
        if (Standing.of(run) == Standing.JUDGED) {
          StudySorter.arms(run).forEach(arm -> told.add(arm.study()));
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
      return isUntold(arm) || isDrawn(arm, metric);
    }

    private boolean isUntold(Arm arm) {
      return !told.contains(arm.study());
    }

    private boolean isDrawn(Arm arm, Metric metric) {
      return metric.name().equals(Metric.TIME.name()) && drawn.contains(arm);
    }

    Piece piece(Run run) {
      Map<String, StudySession> sessions = new LinkedHashMap<>();
      parts(run, this::isDrawn)
          .forEach(
              (study, part) ->
                  StudySession.of(part, study).ifPresent(session -> sessions.put(study, session)));
      return new Piece(Session.of(run), sessions);
    }

    /**
     * By study, the numbers of claims the page does not tell of. Of a calibration nothing: its arms
     * are no study's own.
     */
    Map<String, Run> untold(Run run) {
      if (Standing.of(run) == Standing.CALIBRATION) {
        return Map.of();
      }
      Map<String, Run> parts = parts(run, (arm, metric) -> isUntold(arm));
      parts.values().removeIf(part -> part.studies().isEmpty());
      return parts;
    }

    /** What a run has of each study with a measurement that is wanted: those, and no other. */
    private static Map<String, Run> parts(Run run, BiPredicate<Arm, Metric> wanted) {
      Run numbers = numbers(run, wanted);
      StudyParts parts = new StudyParts(numbers);
      Map<String, Run> byStudy = new LinkedHashMap<>();
      numbers.measurements().forEach(m -> byStudy.computeIfAbsent(m.arm().study(), parts::of));
      return byStudy;
    }

    /** The run without all that is not wanted; what was planned tells what is missing. */
    private static Run numbers(Run run, BiPredicate<Arm, Metric> wanted) {
      return new Run(
          run.label(),
          run.startedAt(),
          run.finishedAt(),
          run.plan(),
          run.machine(),
          run.provenance(),
          run.timer(),
          run.studies(),
          run.measurements().stream().filter(m -> wanted.test(m.arm(), m.metric())).toList(),
          List.of(),
          List.of(),
          List.of(),
          run.conditions());
    }
  }
}
