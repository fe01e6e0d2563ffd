package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.harness.oracle.OracleException;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calibration is an ordinary run: checked, stored after every fork, and gone on with. */
class CalibrationSessionTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final List<StudyDescriptor> STUDIES =
      List.of(
          Fixtures.study("x.HeapBench", "f1", "jdk", "ours"),
          Fixtures.study("x.TreeBench", "f2", Map.of(), "jdk", "ours", "other"));
  private static final Plan BANK = CalibrationPlan.bank(STUDIES, 6, 42);

  @TempDir private Path folder;
  private final List<Run> stored = new ArrayList<>();
  private final List<SortedMap<String, String>> asked = new ArrayList<>();
  private AnswerGate gate = this::agreeing;
  private int forks;
  private int killedAt = Integer.MAX_VALUE;

  /** Stands for a process that dies. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Answers agreeing(StudyDescriptor study, SortedMap<String, String> params) {
    asked.add(params);
    assertThat(study.card().methods()).containsExactly("jdk", "ours");
    TreeMap<String, Double> same = new TreeMap<>(Map.of("ours", 0.0));
    return new Answers(study.card().study(), params, 9, new TreeMap<>(), same, 0);
  }

  private ForkOutcome fork(PlannedFork fork) {
    if (++forks > killedAt) {
      throw new Killed();
    }
    double slowdown = CalibrationArm.of(fork.arm()).orElseThrow().slowdown();
    double score = 100 * (1 + slowdown);
    return new ForkOutcome.Measured(
        NOON.plusSeconds(fork.position()),
        List.of(300.0, score),
        Collections.nCopies(8, score),
        OptionalDouble.empty(),
        Map.of(),
        Map.of(),
        Collections.emptySortedMap());
  }

  private Session session(Plan plan) {
    return new Session(
        plan,
        new Instruments(
            MeasuringLock.at(folder.resolve("lock")),
            false,
            () -> new TimerCost(20, 10, 50),
            gate,
            this::fork,
            Platform.UNWATCHED,
            stored::add,
            Progress.NONE,
            InstantSource.fixed(NOON)));
  }

  private static RunHeader header() {
    return new RunHeader(
        new Label("calibration"),
        new Machine("m", new TreeMap<>(), new TreeMap<>()),
        new Provenance("dev", "1.37", "abc", false, List.of()));
  }

  @Test
  void everyArmObtainsItsForksAndAnswersAreAskedAtTheStudysOwnParameters() throws Exception {
    Run run = session(BANK).run(header());

    assertThat(run.failures()).isEmpty();
    assertThat(run.finished()).isTrue();
    assertThat(run.measurements()).hasSize(14).allMatch(m -> m.forks().size() == 6);
    assertThat(asked).containsExactly(new TreeMap<>(Map.of("size", "1")), new TreeMap<>());
  }

  @Test
  void killedAtAnyForkItGoesOnToTheSameRun() throws Exception {
    Run whole = session(BANK).run(header());
    for (int at : new int[] {0, 1, 6, 7, 20, 83}) {
      stored.clear();
      forks = 0;
      killedAt = at;
      assertThatThrownBy(() -> session(BANK).run(header())).isInstanceOf(Killed.class);
      Run torn = stored.getLast();
      killedAt = Integer.MAX_VALUE;

      Run resumed =
          session(CalibrationPlan.from(torn.plan(), STUDIES.reversed())).resume(header(), torn);

      assertThat(resumed).as("killed at fork %d", at).isEqualTo(whole);
    }
  }

  @Test
  void aMethodThatGivesNoAnswerFailsAllOfItsArmsByName() throws Exception {
    gate =
        (study, params) -> {
          if (study.id().equals("x.HeapBench") && study.card().methods().contains("ours")) {
            throw new OracleException(study.id(), Map.of("ours", "it hangs"));
          }
          TreeMap<String, Double> same = new TreeMap<>(Map.of("ours", 0.0));
          return new Answers(study.id(), params, 9, new TreeMap<>(), same, 0);
        };

    Run run = session(BANK).run(header());

    assertThat(run.failures())
        .hasSize(7)
        .allMatch(failure -> failure.arm().study().equals("x.HeapBench"))
        .extracting(Failure::cause)
        .containsOnly("it hangs");
    assertThat(run.measurements()).hasSize(7);
  }
}
