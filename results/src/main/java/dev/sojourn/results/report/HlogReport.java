package dev.sojourn.results.report;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A run's latencies as one HdrHistogram interval log, a tagged line for each arm and fork.
 *
 * <p>Values are nanoseconds; the tag names the arm, with the batch where a value is the time of
 * several operations.
 */
public final class HlogReport {
  private static final double NANOS_PER_MILLI = 1_000_000.0;

  private HlogReport() {}

  /**
   * Writes the log.
   *
   * @param run the run
   * @return the text of the log; header only when the run recorded no latency
   */
  public static String run(Run run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(bytes);
    long start = run.startedAt().toEpochMilli();
    writer.outputLogFormatVersion();
    writer.outputComment("[Sojourn run " + run.label() + ", values in nanoseconds]");
    writer.outputStartTime(start);
    writer.setBaseTime(start);
    writer.outputBaseTime(start);
    writer.outputLegend();
    run.tails().stream()
        .sorted(Comparator.comparing(Tail::arm))
        .forEach(tail -> tail.forks().forEach(fork -> write(writer, tail, fork, start)));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(
      HistogramLogWriter writer, Tail tail, Tail.ForkTail fork, long startMillis) {
    Histogram tagged = fork.histogram().copy();
    tagged.setTag(tag(tail));
    /* The order of forks stands for the time axis: a log must name a rising start for every interval. */
    tagged.setStartTimeStamp(startMillis + fork.round() * 1000L);
    tagged.setEndTimeStamp(startMillis + fork.round() * 1000L + 1000);
    writer.outputIntervalHistogram(fork.round(), fork.round() + 1.0, tagged, NANOS_PER_MILLI);
  }

  /** Tags must hold no comma, blank or line break. */
  private static String tag(Tail tail) {
    String batch = tail.batch() > 1 ? ";batch=" + tail.batch() : "";
    String view = tail.view().equals(Tail.LATENCY) ? "" : ";view=" + tail.view();
    return (tail.arm() + view + batch).replace(',', ';').replaceAll("\\s", "_");
  }
}
