package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlatformTailTest {
  private static final Arm JDK = Arm.of("dev.example.Study", "jdk", Map.of());
  private static final Arm OTHER = JDK.withMethod("other");

  private static Histogram of(long... values) {
    Histogram histogram = new Histogram(60_000_000_000L, 3);
    for (long value : values) {
      histogram.recordValue(value);
    }
    return histogram;
  }

  private static ForkConditions fork(Arm arm, int round, Fate fate, @Nullable Histogram hiccups) {
    return new ForkConditions(
        arm,
        round,
        round,
        1,
        fate,
        "",
        new TreeMap<>(),
        List.of(),
        Optional.ofNullable(hiccups).map(Cells::of));
  }

  private static Run run(ForkConditions... forks) {
    SyntheticRun run = SyntheticRun.of(1, 2);
    List.of(forks).forEach(run::conditions);
    return run.build();
  }

  @Test
  void hiccupsOfAnArmAreAddedUpWithoutThoseOfOthersOrOfForksThrownOut() {
    Run run =
        run(
            fork(JDK, 0, Fate.KEPT, of(1_000, 2_000)),
            fork(JDK, 1, Fate.VOID, of(900_000_000)),
            fork(JDK, 1, Fate.UNSTEADY, of(3_000)),
            fork(OTHER, 0, Fate.KEPT, of(70_000_000)),
            fork(OTHER, 1, Fate.KEPT, null));

    assertThat(PlatformTail.of(run, JDK)).hasValue(of(1_000, 2_000, 3_000));
    assertThat(PlatformTail.of(run)).hasValue(of(1_000, 2_000, 3_000, 70_000_000));
  }

  @Test
  void withoutHiccupsNothingIsKnown() {
    Run run = run(fork(JDK, 0, Fate.KEPT, null), fork(JDK, 1, Fate.KEPT, of()));

    assertThat(PlatformTail.of(run)).isEmpty();
    assertThat(PlatformTail.of(run(), JDK)).isEmpty();
  }
}
