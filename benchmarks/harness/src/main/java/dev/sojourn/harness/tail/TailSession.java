package dev.sojourn.harness.tail;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The one place in a fork where clocks learn whether to record, and where their histograms are
 * collected.
 */
final class TailSession {
  /** System property that carries a study's batch into its forks. */
  static final String BATCH_PROPERTY = "sojourn.tail.batch";

  /** Longest value recorded; longer ones are counted as this. */
  static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final int DIGITS = 3;
  private static final List<Histogram> HISTOGRAMS = new CopyOnWriteArrayList<>();
  private static final List<Notebook> NOTEBOOKS = new CopyOnWriteArrayList<>();
  private static volatile boolean recording;

  private TailSession() {}

  static Histogram newHistogram() {
    return new Histogram(HIGHEST_NANOS, DIGITS);
  }

  static int batch() {
    return Integer.getInteger(BATCH_PROPERTY, 1);
  }

  static boolean recording() {
    return recording;
  }

  /** Called between iterations only, so clocks need no further synchronisation. */
  static void record(boolean on) {
    HISTOGRAMS.forEach(Histogram::reset);
    recording = on;
  }

  static void register(Histogram histogram) {
    HISTOGRAMS.add(histogram);
  }

  static void register(Notebook notebook) {
    NOTEBOOKS.add(notebook);
  }

  static List<Notebook> notebooks() {
    return NOTEBOOKS;
  }

  /** The sum of all threads' counts; called after an iteration's threads have stopped. */
  static Histogram collect() {
    Histogram sum = newHistogram();
    HISTOGRAMS.forEach(sum::add);
    return sum;
  }
}
