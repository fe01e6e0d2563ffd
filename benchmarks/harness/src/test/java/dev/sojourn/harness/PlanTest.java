package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final Map<String, List<String>> PARAMS = Map.of("size", List.of("1", "2", "3"));

  private static StudyDescriptor study(String name, String kind, String... methods) {
    return study(name, kind, InvocationTime.UNKNOWN, methods);
  }

  private static StudyDescriptor study(
      String name, String kind, InvocationTime invocationTime, String... methods) {
    StudyCard card =
        new StudyCard(
            "x." + name, 1, kind, "Which?", "", "", methods[0], List.of(methods), List.of(), "f");
    return new StudyDescriptor(
        PlanTest.class,
        card,
        1,
        0,
        64,
        new TreeMap<>(Map.of("size", "3")),
        new TreeMap<>(),
        List.of(methods),
        new TreeMap<>(PARAMS),
        invocationTime);
  }

  private static final List<StudyDescriptor> STUDIES =
      List.of(study("TwoBench", "bench", "a", "b"), study("ThreeBench", "bench", "a", "b", "c"));

  private static Plan plan(int pairs, long seed) {
    return Plan.of(STUDIES, Map.of(), Effort.SCREEN, pairs, seed);
  }

  private static Collection<List<PlannedFork>> byPoint(List<PlannedFork> forks) {
    return forks.stream()
        .collect(Collectors.groupingBy(f -> f.arm().study() + f.arm().params()))
        .values();
  }

  private static List<Arm> armsOfRound(List<PlannedFork> forks, int round) {
    return forks.stream().filter(f -> f.round() == round).map(PlannedFork::arm).toList();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,7", "5,11", "8,3", "9,1000003"})
  void everyArmRunsOnceInEveryRound(int pairs, long seed) {
    Plan plan = plan(pairs, seed);

    List<PlannedFork> schedule = plan.schedule();

    for (int round = 0; round < pairs; round++) {
      assertThat(armsOfRound(schedule, round))
          .as("round %d, seed %d", round, seed)
          .containsExactlyInAnyOrderElementsOf(plan.arms());
    }
    assertThat(schedule).hasSize(pairs * plan.arms().size());
  }

  @Test
  void forksOfSlowPointsRunFewIterationsInEveryArm() {
    ForkShape usual = Effort.SCREEN.shape();

    for (PlannedFork fork : plan(2, 1).schedule()) {
      assertThat(fork.shape())
          .as("%s", fork.arm())
          .isEqualTo(
              "3".equals(fork.arm().params().get("size"))
                  ? new ForkShape(1, usual.warmupMillis(), 3, usual.iterationMillis(), 1)
                  : usual);
    }
  }

  @Test
  void slowOperationsNeverAddIterations() {
    assertThat(Effort.SMOKE.shape().ofSlowOperations()).isEqualTo(Effort.SMOKE.shape());
    assertThat(new ForkShape(0, 1, 1, 1, 0).ofSlowOperations())
        .isEqualTo(new ForkShape(0, 1, 1, 1, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void positionsRiseFromZero(long seed) {
    List<PlannedFork> schedule = plan(8, seed).schedule();

    assertThat(schedule)
        .extracting(PlannedFork::position)
        .containsExactlyElementsOf(IntStream.range(0, schedule.size()).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void twoRoundsOfAPointAreAdjacentAndMirrored(long seed) {
    for (List<PlannedFork> forks : byPoint(plan(8, seed).schedule())) {
      int arms = forks.size() / 8;
      for (int round = 0; round < 8; round += 2) {
        List<PlannedFork> block = forks.subList(round * arms, (round + 2) * arms);
        assertThat(block.getLast().position() - block.getFirst().position())
            .as("seed %d, round %d", seed, round)
            .isEqualTo(2 * arms - 1);
        assertThat(armsOfRound(block, round))
            .as("seed %d, round %d", seed, round)
            .isEqualTo(armsOfRound(block, round + 1).reversed());
      }
    }
  }

  @Test
  void anOddLastRoundStandsAlone() {
    List<PlannedFork> schedule = plan(3, 5).schedule();

    assertThat(armsOfRound(schedule, 2)).hasSize(15);
    assertThat(schedule.subList(30, 45)).allMatch(fork -> fork.round() == 2);
  }

  @Test
  void everyPointSpansTheWholeRun() {
    List<PlannedFork> schedule = plan(8, 42).schedule();
    int block = schedule.size() / 4;

    for (List<PlannedFork> forks : byPoint(schedule)) {
      assertThat(forks.getFirst().position()).isLessThan(block);
      assertThat(forks.getLast().position()).isGreaterThanOrEqualTo(3 * block);
    }
  }

  @Test
  void bothOrientationsAndManyOrdersOfPointsOccur() {
    Set<List<Arm>> starts = new HashSet<>();
    Set<Arm> firsts = new HashSet<>();
    List<PlannedFork> schedule = plan(24, 42).schedule();
    for (List<PlannedFork> forks : byPoint(schedule)) {
      List<Arm> orders = new ArrayList<>();
      for (int round = 0; round < 24; round += 2) {
        orders.add(armsOfRound(forks, round).getFirst());
      }
      starts.add(orders.stream().distinct().toList());
    }
    for (int round = 0; round < 24; round += 2) {
      firsts.add(armsOfRound(schedule, round).getFirst());
    }

    assertThat(starts).allMatch(orders -> orders.size() == 2);
    assertThat(firsts).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 16, 24})
  void everyStudySpansTheWholeRun(int pairs) {
    for (long seed = 0; seed < 50; seed++) {
      List<PlannedFork> schedule = plan(pairs, seed).schedule();
      for (int quarter = 0; quarter < 4; quarter++) {
        int from = schedule.size() * quarter / 4;
        int to = schedule.size() * (quarter + 1) / 4;
        assertThat(schedule.subList(from, to).stream().map(f -> f.arm().study()).distinct())
            .as("quarter %d of %d pairs, seed %d", quarter, pairs, seed)
            .hasSize(STUDIES.size());
      }
    }
  }

  @Test
  void blocksAreTheScheduleInPieces() {
    Plan plan = plan(7, 3);

    List<PlannedFork> pieces =
        plan.blocks().stream()
            .flatMap(b -> b.rounds().stream())
            .flatMap(r -> r.forks().stream())
            .toList();

    assertThat(pieces).isEqualTo(plan.schedule());
    assertThat(plan.schedule())
        .extracting(PlannedFork::position)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(plan.blocks()).allMatch(b -> b.rounds().size() <= 2);
  }

  @Test
  void theSeedAloneDecidesTheOrder() {
    assertThat(plan(8, 42).schedule()).isEqualTo(plan(8, 42).schedule());
    assertThat(plan(8, 42).schedule()).isNotEqualTo(plan(8, 43).schedule());
  }

  @Test
  void aStoredPlanGivesTheSameSchedule() {
    Plan plan = plan(7, 99);

    Plan again = Plan.from(plan.card(), STUDIES.reversed());

    assertThat(again.schedule()).isEqualTo(plan.schedule());
  }

  @Test
  void aStoredPlanWithAnotherMethodIsRefused() {
    PlanCard card = plan(2, 1).card();
    List<StudyDescriptor> changed = List.of(study("TwoBench", "bench", "a"), STUDIES.get(1));

    assertThatThrownBy(() -> Plan.from(card, changed)).hasMessageContaining("take a new label");
    assertThatThrownBy(() -> Plan.from(card, STUDIES.subList(0, 1)))
        .hasMessageContaining("x.ThreeBench");
  }

  @Test
  void chosenPointsReplaceAStudysOwn() {
    var point = new TreeMap<>(Map.of("size", "2"));

    Plan plan = Plan.of(STUDIES, Map.of("x.TwoBench", List.of(point)), Effort.TOUR, 6, 1);

    assertThat(plan.arms()).hasSize(2 + 9);
    assertThat(plan.arms().getFirst()).isEqualTo(Arm.of("x.TwoBench", "a", point));
  }

  @Test
  void aLabRunsOneExperimentPerIteration() {
    Plan plan = Plan.of(List.of(study("WaitLab", "lab", "a")), Map.of(), Effort.SCREEN, 1, 1);

    assertThat(plan.schedule()).allMatch(fork -> fork.shape().equals(ForkShape.singleShot()));
  }

  @Test
  void aLabsForkTakesEveryInvocationThatItsStudyDeclares() {
    StudyDescriptor lab = study("WaitLab", "lab", InvocationTime.parse("10*size", PARAMS), "a");
    Plan plan = Plan.of(List.of(lab), Map.of(), Effort.SCREEN, 1, 1);

    assertThat(plan.schedule())
        .allSatisfy(
            fork -> {
              int size = Integer.parseInt(fork.arm().params().get("size"));
              assertThat(fork.nominalMillis() - fork.shape().nominalMillis())
                  .isEqualTo(3 * 10_000L * size);
              assertThat(fork.warmedTwiceAsLong().nominalMillis())
                  .isGreaterThan(fork.nominalMillis() + 9_999L * size);
            });
  }

  @Test
  void anEmptyPlanIsRefused() {
    assertThatThrownBy(() -> Plan.of(List.of(), Map.of(), Effort.TOUR, 6, 1))
        .hasMessageContaining("no study");
  }

  @Test
  void effortsAreFoundByName() {
    assertThat(Effort.parse("Screen")).isEqualTo(Effort.SCREEN);
    assertThat(Effort.values()).extracting(Effort::pairs).containsExactly(1, 6, 8, 16, 24, 16);
    assertThatThrownBy(() -> Effort.parse("brave"))
        .hasMessage("effort must be one of smoke, tour, screen, confirm, publish, was brave");
  }
}
