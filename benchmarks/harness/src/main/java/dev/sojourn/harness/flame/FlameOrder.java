package dev.sojourn.harness.flame;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkProfilers;
import dev.sojourn.results.model.FlameEvent;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * What a flame fork is asked for.
 *
 * @param library the profiler's native library
 * @param event what to sample
 * @param iterations after how many measured iterations the page is written
 * @param page where to
 */
record FlameOrder(Path library, FlameEvent event, int iterations, Path page)
    implements ForkProfilers {
  private static final String SEPARATOR = "\n";
  private static final int PARTS = 4;

  static FlameOrder parse(String text) {
    List<String> parts = List.of(text.split(SEPARATOR, PARTS));
    return new FlameOrder(
        Path.of(parts.get(0)),
        FlameEvent.valueOf(parts.get(1)),
        Integer.parseInt(parts.get(2)),
        Path.of(parts.get(3)));
  }

  String text() {
    return String.join(
        SEPARATOR, library.toString(), event.name(), Integer.toString(iterations), page.toString());
  }

  /**
   * Nothing of what looks into a scored fork is added. Without debug information between safepoints
   * samples would be told as if they were taken at the next one.
   */
  @Override
  public void addTo(ChainedOptionsBuilder options, PlannedFork fork) {
    options
        .addProfiler(FlameProfiler.class, text())
        .jvmArgsAppend(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+DebugNonSafepoints");
  }
}
