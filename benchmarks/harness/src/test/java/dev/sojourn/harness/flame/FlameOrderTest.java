package dev.sojourn.harness.flame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.results.model.FlameEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;

class FlameOrderTest {
  private static final PlannedFork FORK =
      Plan.of(List.of(StudyReader.read(FilterBench.class)), Map.of(), Effort.SMOKE, 1, 1)
          .schedule()
          .getFirst();

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/a", "/tmp/with blank, comma;semi=colon", "/tmp/%p/é😀/\"q\""})
  void survivesTheWayIntoTheFork(String folder) {
    FlameOrder order =
        new FlameOrder(Path.of(folder, "lib.so"), FlameEvent.ALLOC, 8, Path.of(folder, "p.html"));

    assertThat(FlameOrder.parse(order.text())).isEqualTo(order);
  }

  @Test
  void aFlameForkHasNoProfilerOfAScoredOne() {
    OptionsBuilder options = new OptionsBuilder();
    FlameOrder order = new FlameOrder(Path.of("lib"), FlameEvent.CTIMER, 3, Path.of("page"));

    order.addTo(options, FORK);

    assertThat(options.build().getProfilers())
        .extracting(ProfilerConfig::getKlass)
        .containsExactly(FlameProfiler.class.getName());
    assertThat(options.build().getJvmArgsAppend().get()).contains("-XX:+DebugNonSafepoints");
  }

  @ParameterizedTest
  @EnumSource(FlameEvent.class)
  void eventsAreSampledUnderTheirOwnNames(FlameEvent event) {
    assertThat(Sampling.start(event)).startsWith("start,event=" + event.id() + ",");
  }

  /** The engine that samples allocation has an interval of its own, and passes over the other. */
  @Test
  void allocationIsSampledAsOftenAsIsSaid() {
    assertThat(Sampling.start(FlameEvent.ALLOC)).isEqualTo("start,event=alloc,alloc=64k");
  }

  @Test
  void aTitleCanNeitherEndACommandNorOpenATag() {
    String command = Sampling.stop(FlameEvent.CTIMER, "A.b x=<i>,file=/etc/passwd\n\"😀");

    assertThat(command).isEqualTo("stop,flamegraph,title=A.b x= i file= etc passwd");
  }
}
