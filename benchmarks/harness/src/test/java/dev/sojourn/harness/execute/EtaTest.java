package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtaTest {
  private static final Plan PLAN =
      Plan.of(
          List.of(
              Fixtures.study("x.LightBench", "f", "a", "b"),
              Fixtures.study("x.HeavyBench", "f", "a", "b", "c")),
          Map.of(),
          Effort.SCREEN,
          8,
          17);

  /** Setup grows with study and size; every fork jitters, and one in ten meets a busy machine. */
  private static Duration simulated(PlannedFork fork, Random random) {
    int setup = fork.arm().study().contains("Heavy") ? 6_000 : 500;
    int size = Integer.parseInt(fork.arm().params().getOrDefault("size", "1"));
    double jitter = 0.9 + 0.2 * random.nextDouble() + (random.nextInt(10) == 0 ? 0.5 : 0);
    return Duration.ofMillis(Math.round((5_000 + setup * size) * jitter));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void aQuarterOfTheForksForecastsTheWhole(long seed) {
    Random random = new Random(seed);
    List<PlannedFork> schedule = PLAN.schedule();
    List<Duration> took = schedule.stream().map(fork -> simulated(fork, random)).toList();
    int quarter = schedule.size() / 4;

    Eta eta = new Eta();
    for (int i = 0; i < quarter; i++) {
      eta.observed(schedule.get(i), took.get(i));
    }

    Duration rest =
        took.subList(quarter, took.size()).stream().reduce(Duration.ZERO, Duration::plus);
    Duration forecast = eta.remaining(schedule.subList(quarter, schedule.size()));
    assertThat((double) forecast.toMillis())
        .as("seed %d", seed)
        .isCloseTo((double) rest.toMillis(), Percentage.withPercentage(25));
  }

  @Test
  void beforeAnyForkTheShapeDecides() {
    PlannedFork fork = PLAN.schedule().getFirst();

    assertThat(new Eta().remaining(List.of(fork, fork)))
        .isEqualTo(Duration.ofMillis(2 * fork.nominalMillis()));
  }

  @Test
  void anotherMethodAtTheSamePointIsTheNextBestGuess() {
    List<PlannedFork> schedule = PLAN.schedule();
    PlannedFork first = schedule.getFirst();
    PlannedFork neighbour =
        schedule.stream()
            .filter(f -> f.arm().study().equals(first.arm().study()))
            .filter(f -> f.arm().params().equals(first.arm().params()))
            .filter(f -> !f.arm().equals(first.arm()))
            .findFirst()
            .orElseThrow();
    PlannedFork elsewhere =
        schedule.stream()
            .filter(f -> f.arm().study().equals(first.arm().study()))
            .filter(f -> !f.arm().params().equals(first.arm().params()))
            .findFirst()
            .orElseThrow();

    Eta eta = new Eta();
    eta.observed(elsewhere, Duration.ofSeconds(90));
    eta.observed(first, Duration.ofSeconds(3));

    assertThat(eta.remaining(List.of(neighbour))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void oneSlowForkDoesNotMoveTheForecast() {
    PlannedFork fork = PLAN.schedule().getFirst();
    Eta eta = new Eta();
    eta.observed(fork, Duration.ofSeconds(5));
    eta.observed(fork, Duration.ofSeconds(5));
    eta.observed(fork, Duration.ofSeconds(500));

    assertThat(eta.remaining(List.of(fork)).toSeconds()).isCloseTo(5, within(0L));
  }

  @Test
  void repeatsAreExpectedToGoOnTakingTheirShare() {
    List<PlannedFork> schedule = PLAN.schedule();
    Eta eta = new Eta();
    for (int i = 0; i < 40; i++) {
      eta.observed(schedule.get(i), Duration.ofSeconds(5));
      if (i % 4 == 0) {
        eta.inVain(Duration.ofSeconds(5));
      }
    }

    List<PlannedFork> rest = schedule.subList(40, schedule.size());
    double undisturbed = 5.0 * rest.size();
    assertThat((double) eta.remaining(rest).toSeconds())
        .isCloseTo(1.25 * undisturbed, Percentage.withPercentage(4));
  }

  @Test
  void forksThatNoLongerCountAreRepeatsToo() {
    List<PlannedFork> schedule = PLAN.schedule();
    Eta once = new Eta();
    Eta twice = new Eta();
    for (PlannedFork fork : schedule.subList(0, 20)) {
      once.observed(fork, Duration.ofSeconds(5));
      twice.observed(fork, Duration.ofSeconds(5));
    }

    twice.discarded(schedule.subList(0, 10));

    assertThat(once.remaining(schedule)).isEqualTo(Duration.ofSeconds(5L * schedule.size()));
    assertThat((double) twice.remaining(schedule).toSeconds())
        .isBetween(8.0 * schedule.size(), 10.0 * schedule.size());
  }

  @Test
  void oneMishapAtTheStartIsNoForecast() {
    List<PlannedFork> schedule = PLAN.schedule();
    Eta eta = new Eta();
    eta.inVain(Duration.ofSeconds(5));

    assertThat(eta.remaining(schedule).toMillis())
        .isLessThan(schedule.stream().mapToLong(f -> 2 * f.nominalMillis()).sum());
  }
}
