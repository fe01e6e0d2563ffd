package dev.sojourn.harness.execute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Listens to JMH instead of the user: keeps the warm-up scores, which JMH's results leave out, and
 * the last lines that a fork or JMH itself had to say.
 *
 * <p>JMH closes its output after every run; this one does not mind.
 */
final class QuietOutput implements OutputFormat {
  private static final int KEPT_LINES = 60;

  private final List<Double> warmup = new ArrayList<>();
  private final Deque<String> lines = new ArrayDeque<>();

  synchronized List<Double> warmup() {
    return List.copyOf(warmup);
  }

  synchronized List<String> lastLines() {
    return List.copyOf(lines);
  }

  @Override
  public synchronized void iterationResult(
      BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {
    if (iteration.getType() == IterationType.WARMUP) {
      warmup.add(result.getPrimaryResult().getScore());
    }
  }

  @Override
  public synchronized void println(String text) {
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      if (lines.size() == KEPT_LINES) {
        lines.removeFirst();
      }
      lines.addLast(line.strip());
    }
  }

  @Override
  public void verbosePrintln(String text) {
    // Meant for people who watch; what failed also arrives through println.
  }

  @Override
  public void print(String text) {
    println(text);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public void write(int b) {}

  @Override
  public void write(byte[] bytes) {}
}
