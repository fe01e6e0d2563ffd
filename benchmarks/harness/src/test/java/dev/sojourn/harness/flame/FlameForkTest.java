package dev.sojourn.harness.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.JmhForkRunner;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.results.model.FlameEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real fork with the real profiler, where it can run. */
@Timeout(900) // another JMH on the machine is waited for
class FlameForkTest {
  private static final ForkShape SHAPE = new ForkShape(2, 50, 3, 100, 0);

  /** The profiler; where it cannot run, a test is skipped with the reason a user would be told. */
  static FlameTool opened() throws InterruptedException {
    try {
      return FlameTool.open();
    } catch (FlamesRefusedException e) {
      return abort(e.getMessage());
    }
  }

  /**
   * The names of a page's frames. Each is written as the number of characters it shares with the
   * one before, counted from a blank, and the rest.
   */
  private static List<String> frames(String page) {
    List<String> frames = new ArrayList<>();
    int start = page.indexOf("const cpool = [");
    String pool = page.substring(start, page.indexOf("unpack(cpool)", start));
    Matcher names = Pattern.compile("(?m)^'((?:[^'\\\\]|\\\\.)*)',?$").matcher(pool);
    String before = "";
    while (names.find()) {
      String name = names.group(1).replaceAll("\\\\(.)", "$1");
      before =
          frames.isEmpty() ? name : before.substring(0, name.charAt(0) - ' ') + name.substring(1);
      frames.add(before);
    }
    return frames;
  }

  @Test
  void thePageShowsTheBenchmarkMethodAndNoScoreComesHome() throws Exception {
    StudyDescriptor study = StudyReader.read(FilterBench.class);
    PlannedFork fork = new PlannedFork(0, 0, study.arm("exact", Map.of()), study, SHAPE);
    List<String> messages = new ArrayList<>();
    try (FlameTool tool = opened()) {
      FlameOrder order = tool.order(FlameEvent.CTIMER, SHAPE.measuredIterations());

      ForkOutcome outcome = new JmhForkRunner(1, messages::add).run(fork, order);

      assertThat(outcome).isInstanceOf(ForkOutcome.Measured.class);
      ForkOutcome.Measured measured = (ForkOutcome.Measured) outcome;
      assertThat(measured.views()).isEmpty();
      assertThat(measured.allocatedBytes()).isEmpty();
      String page = Files.readString(order.page());
      assertThat(page)
          .startsWith("<!DOCTYPE html>")
          .contains("<h1>FilterBench.exact: CPU time (unscored fork)</h1>")
          .doesNotContain("<script src", "<link");
      assertThat(frames(page)).contains("dev/sojourn/harness/sound/FilterBench.exact");
      assertThat(page).endsWith("</html>\n");
    }
  }

  @Test
  void aProfilerThatIsRefusedInTheForkFailsItByName() {
    StudyDescriptor study = StudyReader.read(FilterBench.class);
    PlannedFork fork = new PlannedFork(0, 0, study.arm("exact", Map.of()), study, SHAPE);
    FlameOrder order =
        new FlameOrder(Path.of("/nowhere/lib.so"), FlameEvent.CTIMER, 3, Path.of("/nowhere/page"));

    ForkOutcome outcome = new JmhForkRunner(1, message -> {}).run(fork, order);

    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    assertThat(((ForkOutcome.Failed) outcome).cause())
        .contains("async-profiler refused", "/nowhere/lib.so");
  }
}
