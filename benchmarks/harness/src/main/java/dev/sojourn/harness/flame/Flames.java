package dev.sojourn.harness.flame;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.execute.Epilogue;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.Progress;
import dev.sojourn.harness.flame.FlamePlan.FlameFork;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.FlamePages;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the flame graphs that a finished run lacks, fork after fork, and keeps each page as soon as
 * it is there.
 *
 * <p>Of a flame fork only its page is kept: no score, no latency, nothing about the machine; the
 * stored run is not written again. One that fails is told by name, and the next one runs.
 */
public final class Flames implements Epilogue {
  private final Plan plan;
  private final Ledger ledger;
  private final FlameTool.Source source;
  private final FlameRunner runner;
  private final Progress progress;
  private @Nullable FlameTool tool;

  /**
   * Flame graphs of a plan's arms.
   *
   * @param plan what the run measures
   * @param ledger where the run is
   * @param source opens the profiler, once the machine is free: trying it would disturb others
   * @param runner runs the forks
   * @param progress is told how it goes
   */
  public Flames(
      Plan plan, Ledger ledger, FlameTool.Source source, FlameRunner runner, Progress progress) {
    this.plan = plan;
    this.ledger = ledger;
    this.source = source;
    this.runner = runner;
    this.progress = progress;
  }

  @Override
  public void before() throws InterruptedException {
    tool = source.open();
  }

  @Override
  public void after(Run run, BooleanSupplier stopped) {
    FlamePages pages = FlamePages.of(ledger, run);
    FlamePlan lacking = FlamePlan.lacking(plan, run, pages);
    List<FlameFork> forks = lacking.forks();
    if (!forks.isEmpty()) {
      progress.unscoredForksFollow("flame graphs", forks.size(), lacking.expected());
    }
    for (int i = 0; i < forks.size() && !stopped.getAsBoolean(); i++) {
      FlameFork flame = forks.get(i);
      String purpose = "flame graph of " + flame.event().words();
      progress.unscoredForkStarted(purpose, flame.fork(), i + 1, forks.size());
      if (!made(Objects.requireNonNull(tool), flame, pages)) {
        return;
      }
    }
  }

  /** Makes one page, or says why not; returns whether the others are still wanted. */
  private boolean made(FlameTool tool, FlameFork flame, FlamePages pages) {
    try {
      FlameOrder order = tool.order(flame.event(), flame.fork().shape().measuredIterations());
      switch (runner.run(flame.fork(), order)) {
        case ForkOutcome.Measured _ -> pages.write(flame.fork().arm(), flame.event(), read(order));
        case ForkOutcome.Failed failed -> failed(flame, failed.cause());
        case ForkOutcome.Stopped stopped -> {
          progress.message(stopped.reason());
          return false;
        }
      }
    } catch (NoSuchFileException e) {
      failed(flame, "the profiler left no page");
    } catch (IOException | LedgerException e) {
      failed(flame, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private static String read(FlameOrder order) throws IOException {
    return new String(Files.readAllBytes(order.page()), StandardCharsets.UTF_8);
  }

  private void failed(FlameFork flame, String cause) {
    progress.message(
        "no flame graph of "
            + flame.fork().arm()
            + " ("
            + flame.event().words()
            + "): "
            + cause
            + "; the run itself is complete");
  }

  @Override
  public void close() {
    if (tool != null) {
      tool.close();
    }
  }
}
