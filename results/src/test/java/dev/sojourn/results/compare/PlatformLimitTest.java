package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PlatformLimitTest {
  private static ForkConditions fork(Arm arm, int round, Fate fate, long hiccupNanos) {
    Histogram hiccups = new Histogram(3);
    hiccups.recordValueWithCount(hiccupNanos, 1_000);
    return new ForkConditions(
        arm, round, round, 1, fate, "", new TreeMap<>(), List.of(), Optional.of(hiccups));
  }

  private static Run run() {
    return new RunFixture()
        .tail(
            arm("jdk"),
            1,
            RunFixture.histogram(1, 20_000, 1_000),
            RunFixture.histogram(2, 20_000, 1_000),
            RunFixture.histogram(3, 20_000, 1_000))
        .conditions(fork(arm("jdk"), 0, Fate.KEPT, 1_000))
        .conditions(fork(arm("jdk"), 1, Fate.UNSTEADY, 1_500))
        .conditions(fork(arm("jdk"), 2, Fate.VOID, 90_000_000))
        .conditions(fork(arm("fourWay"), 0, Fate.KEPT, 7_000))
        .run();
  }

  @Test
  void hiccupsOfSeveralArmsAreThoseOfTheirForksThatCount() {
    assertThat(PlatformTail.of(run(), List.of(arm("jdk"), arm("fourWay"))).orElseThrow())
        .matches(merged -> merged.getTotalCount() == 3_000);
    assertThat(PlatformTail.of(run(), List.of(arm("pairing")))).isEmpty();
  }

  @Test
  void aQuantileBelowTwiceThePlatformsIsPlatformLimited() {
    Run run = run();
    TailSummary tail =
        TailSummary.of(run.tail(arm("jdk")).orElseThrow(), PlatformTail.of(run, arm("jdk")));

    assertThat(tail.p50().nanos()).isBetween(1_500.0, 1_900.0);
    assertThat(tail.p50().platformLimited()).isTrue();
    assertThat(tail.p99().nanos()).isGreaterThan(3_000);
    assertThat(tail.p99().platformLimited()).isFalse();
  }

  @Test
  void withoutHiccupsNothingIsLimited() {
    assertThat(TailSummary.of(run().tail(arm("jdk")).orElseThrow()).p50().platformLimited())
        .isFalse();
  }
}
