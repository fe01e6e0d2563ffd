package dev.sojourn.harness.flame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.flame.FlamePlan.FlameFork;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.harness.sound.FixtureLab;
import dev.sojourn.harness.sound.MinimumBench;
import dev.sojourn.results.model.FlameEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlamePlanTest {
  private static Plan plan(Class<?> study, Effort effort, int pairs) {
    return Plan.of(List.of(StudyReader.read(study)), Map.of(), effort, pairs, 7);
  }

  @Test
  void everyArmIsSampledOnceForEachEventInTheOrderOfReports() {
    Plan plan = plan(MinimumBench.class, Effort.SMOKE, 5);
    List<FlameFork> forks = FlamePlan.of(plan).forks();

    assertThat(forks).hasSize(plan.arms().size() * FlameEvent.values().length);
    for (FlameEvent event : FlameEvent.values()) {
      assertThat(forks.stream().filter(f -> f.event() == event).map(f -> f.fork().arm()))
          .containsExactlyElementsOf(plan.arms());
    }
  }

  @Test
  void aForkIsLongEnoughWhateverTheEffortAndHasNoTail() {
    for (Effort effort : List.of(Effort.SMOKE, Effort.TOUR, Effort.PUBLISH)) {
      assertThat(FlamePlan.of(plan(FilterBench.class, effort, 1)).forks())
          .extracting(flame -> flame.fork().shape())
          .containsOnly(Effort.SCREEN.shape().withoutTail());
    }
  }

  @Test
  void slowOperationsAreSampledAsShortlyAsTheyAreScored() {
    Plan plan = plan(MinimumBench.class, Effort.SCREEN, 1);
    ForkShape slow = Effort.SCREEN.shape().ofSlowOperations().withoutTail();

    assertThat(FlamePlan.of(plan).forks())
        .filteredOn(f -> f.fork().study().isSlowAt(f.fork().arm().params()))
        .isNotEmpty()
        .allMatch(f -> f.fork().shape().equals(slow));
  }

  @Test
  void aLabIsRunOnceToWarmUpAndSeenOnce() {
    assertThat(FlamePlan.of(plan(FixtureLab.class, Effort.SCREEN, 3)).forks())
        .hasSize(4)
        .allMatch(f -> f.fork().shape().equals(new ForkShape(1, 1, 1, 1, 0)));
  }

  @Test
  void whatTheyTakeIsTheSumOfTheForks() {
    FlamePlan flames = FlamePlan.of(plan(FilterBench.class, Effort.SMOKE, 1));

    long each = flames.forks().getFirst().fork().nominalMillis();
    assertThat(flames.expected()).isEqualTo(Duration.ofMillis(4 * each));
    assertThat(FlamePlan.NONE.expected()).isZero();
  }
}
