package dev.sojourn.harness.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.InvocationTime;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.StudyCard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalibrationPlanTest {
  private static final StudyDescriptor HEAP = study("HeapBench", "bench", "jdk", "ours", "theirs");
  private static final StudyDescriptor ALONE = study("AloneBench", "bench", "jdk");
  private static final StudyDescriptor LAB = study("WaitLab", "lab", "jdk", "ours");

  private static StudyDescriptor study(String name, String kind, String... methods) {
    StudyCard card =
        new StudyCard(
            "x." + name, 1, kind, "Which?", "", "", methods[0], List.of(methods), List.of(), "f");
    return new StudyDescriptor(
        CalibrationPlanTest.class,
        card,
        1,
        0,
        64,
        new TreeMap<>(),
        new TreeMap<>(Map.of("size", "3")),
        List.of(methods),
        new TreeMap<>(Map.of("size", List.of("1", "2", "3"))),
        InvocationTime.UNKNOWN);
  }

  private static Plan bank() {
    return CalibrationPlan.bank(List.of(HEAP, ALONE, LAB), 16, 42);
  }

  @Test
  void everyStudyHasThreeIdenticalArmsAndFourSlowedOnesAtItsSmallestPoint() {
    List<CalibrationArm> arms =
        bank().arms().stream()
            .filter(arm -> arm.study().equals("x.HeapBench"))
            .map(arm -> CalibrationArm.of(arm).orElseThrow())
            .toList();

    assertThat(arms)
        .extracting(CalibrationArm::variant)
        .containsExactlyInAnyOrder("A", "B", "C", "+2%", "+3%", "+5%", "+10%");
    assertThat(arms)
        .extracting(CalibrationArm::plain)
        .containsOnly(Arm.of("x.HeapBench", "ours", Map.of("size", "1")));
  }

  @Test
  void aStudyOfTheBaselineAloneIsCalibratedByItAndLabsAreLeftOut() {
    assertThat(bank().arms())
        .extracting(arm -> arm.studyName() + "." + arm.method())
        .containsOnly("HeapBench.ours", "AloneBench.jdk");
  }

  @Test
  void everySlowedForkRunsNextToAnIdenticalOneOfItsRound() {
    List<PlannedFork> forks = bank().schedule();
    for (int i = 1; i + 1 < forks.size(); i++) {
      if (!variant(forks, i).identical()) {
        assertThat(near(forks, i, i - 1) || near(forks, i, i + 1)).as("fork %d", i).isTrue();
      }
    }
  }

  private static boolean near(List<PlannedFork> forks, int slowed, int other) {
    return forks.get(slowed).study().equals(forks.get(other).study())
        && forks.get(slowed).round() == forks.get(other).round()
        && variant(forks, other).identical();
  }

  private static CalibrationArm variant(List<PlannedFork> forks, int i) {
    return CalibrationArm.of(forks.get(i).arm()).orElseThrow();
  }

  @Test
  void answersAreComparedWithTheBaselineAtTheParametersAStudyKnows() {
    Plan.Point point = bank().points().getFirst();

    assertThat(point.params()).isEqualTo(Map.of("size", "1"));
    assertThat(point.study().card().methods()).containsExactly("jdk", "ours");
  }

  @Test
  void aStoredCalibrationIsGoneOnWithInTheSameOrder() {
    Plan again = CalibrationPlan.from(bank().card(), List.of(ALONE, LAB, HEAP));

    assertThat(again.card()).isEqualTo(bank().card());
    assertThat(again.schedule()).isEqualTo(bank().schedule());
  }

  @Test
  void sessionsAndDrillsAreParts() {
    assertThat(CalibrationPlan.session(List.of(HEAP), 6, 1).arms()).hasSize(1);
    assertThat(CalibrationPlan.drill(List.of(HEAP), 8, 1).arms()).hasSize(2);
  }

  @Test
  void itIsToldFromAnOrdinaryPlan() {
    PlanCard ordinary = Plan.of(List.of(HEAP), Map.of(), Effort.SCREEN, 8, 1).card();

    assertThat(CalibrationPlan.is(bank().card())).isTrue();
    assertThat(CalibrationPlan.is(ordinary)).isFalse();
    assertThatThrownBy(() -> CalibrationPlan.from(ordinary, List.of(HEAP)))
        .hasMessageContaining("run --resume");
  }

  @Test
  void whatCannotBeCalibratedIsNamed() {
    assertThatThrownBy(() -> CalibrationPlan.bank(List.of(LAB), 16, 1))
        .hasMessageContaining("Bench");
    assertThatThrownBy(() -> CalibrationPlan.from(bank().card(), List.of(HEAP)))
        .hasMessageContaining("x.AloneBench.jdk");
  }
}
