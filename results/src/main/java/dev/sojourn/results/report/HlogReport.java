package dev.sojourn.results.report;

import static java.util.Comparator.comparing;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A run's latencies as one HdrHistogram interval log, a tagged line for each arm and fork, by time.
 *
 * <p>Values are nanoseconds, the maximum of a line is in milliseconds, as such logs have it. The
 * tag names the arm, with the batch where a value is the time of several operations. Forks run one
 * at a time, so the interval of one lasts until the next begins.
 */
public final class HlogReport {
  private static final double NANOS_PER_MILLI = 1_000_000.0;
  private static final double MILLIS_PER_SECOND = 1_000.0;

  /** The last fork of a run that does not say when it ended. */
  private static final Duration UNKNOWN_LENGTH = Duration.ofSeconds(1);

  private final Run run;
  private final Map<ForkKey, Instant> starts = new HashMap<>();
  private final TreeSet<Instant> order = new TreeSet<>();

  private HlogReport(Run run) {
    this.run = run;
    run.measurements()
        .forEach(
            m ->
                m.forks().forEach(f -> starts.put(new ForkKey(m.arm(), f.round()), f.startedAt())));
    order.addAll(starts.values());
  }

  /**
   * Writes the log.
   *
   * @param run the run
   * @return the text of the log; header only when the run recorded no latency
   */
  public static String run(Run run) {
    return new HlogReport(run).log();
  }

  private String log() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(bytes);
    long start = run.startedAt().toEpochMilli();
    writer.outputLogFormatVersion();
    writer.outputComment(
        "[Sojourn run " + Words.plain(run.label().value()) + ", values in nanoseconds]");
    writer.outputStartTime(start);
    writer.setBaseTime(start);
    writer.outputBaseTime(start);
    writer.outputLegend();
    lines().forEach(line -> write(writer, line, start));
    writer.close();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<Line> lines() {
    return run.tails().stream()
        .flatMap(tail -> tail.forks().stream().map(fork -> line(tail, fork)))
        .sorted(comparing(Line::start).thenComparing(Line::tag))
        .toList();
  }

  private Line line(Tail tail, Tail.ForkTail fork) {
    Instant start = starts.getOrDefault(new ForkKey(tail.arm(), fork.round()), run.startedAt());
    return new Line(start, end(start), tag(tail), fork.histogram());
  }

  private Instant end(Instant start) {
    Instant next = order.higher(start);
    Instant end = next == null ? run.finishedAt() : next;
    Instant some = Objects.requireNonNullElse(end, start);
    return some.isAfter(start) ? some : start.plus(UNKNOWN_LENGTH);
  }

  private static void write(HistogramLogWriter writer, Line line, long baseMillis) {
    Histogram tagged = line.histogram.copy();
    tagged.setTag(line.tag);
    writer.outputIntervalHistogram(
        seconds(line.start, baseMillis), seconds(line.end, baseMillis), tagged, NANOS_PER_MILLI);
  }

  private static double seconds(Instant time, long baseMillis) {
    return (time.toEpochMilli() - baseMillis) / MILLIS_PER_SECOND;
  }

  /** Tags must hold no comma, blank or line break. */
  private static String tag(Tail tail) {
    String batch = tail.batch() > 1 ? ";batch=" + tail.batch() : "";
    String view = tail.view().equals(Tail.LATENCY) ? "" : ";view=" + tail.view();
    return Words.plain(tail.arm() + view + batch).replace(',', ';').replace(' ', '_');
  }

  private record ForkKey(Arm arm, int round) {}

  private record Line(Instant start, Instant end, String tag, Histogram histogram) {}
}
