package dev.sojourn.results.store;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/** One fork's histogram as a log file that every HdrHistogram tool opens. */
final class HistogramFile {
  /*
   * Implementation notes. A file is written once and never again, so its name must tell apart everything that may differ:
   * the arm, the run's and the fork's own start (a fork measured again is another one), and what the histogram holds.
   * A file left behind by a stop between it and run.json is then never taken for another fork's.
   */
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_~.-]{1,200}\\.hlog");
  private static final long MOST_BYTES = 64L << 20;

  private final Run run;
  private final Map<ForkKey, Instant> starts;

  HistogramFile(Run run) {
    this.run = run;
    this.starts =
        run.measurements().stream()
            .flatMap(
                m ->
                    m.forks().stream()
                        .map(f -> Map.entry(new ForkKey(m.arm(), f.round()), f.startedAt())))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second));
  }

  String name(Tail tail, Tail.ForkTail fork) {
    Arm arm = tail.arm();
    String identity =
        String.join(
            "\n",
            tail.view().equals(Tail.LATENCY) ? arm.toString() : arm + "\n" + tail.view(),
            run.startedAt().toString(),
            startedAt(arm, fork.round()).toString(),
            Integer.toString(tail.batch()),
            contents(fork.cells()));
    return String.format(
        Locale.ROOT,
        "%s.%s.%s.%03d.hlog",
        SafeName.readable(arm.studyName()),
        SafeName.readable(arm.method()),
        SafeName.hash(identity, 12),
        fork.round());
  }

  String name(ForkConditions fork, Cells cells) {
    String identity =
        String.join(
            "\n",
            fork.arm().toString(),
            run.startedAt().toString(),
            Integer.toString(fork.position()),
            Integer.toString(fork.attempt()),
            contents(cells));
    return String.format(
        Locale.ROOT,
        "%s.%s.%s.%03d.hiccup.hlog",
        SafeName.readable(fork.arm().studyName()),
        SafeName.readable(fork.arm().method()),
        SafeName.hash(identity, 12),
        fork.round());
  }

  /** What a name tells apart of two histograms of the same fork. */
  private static String contents(Cells cells) {
    return cells.total() + "\n" + cells.minNonZeroValue() + "\n" + cells.maxValue();
  }

  private Instant startedAt(Arm arm, int round) {
    return starts.getOrDefault(new ForkKey(arm, round), run.startedAt());
  }

  byte[] bytes(Tail tail, Tail.ForkTail fork) {
    String what = "%s of %d operation(s) in a row".formatted(tail.view(), tail.batch());
    return bytes(tail.arm(), fork.round(), what, "", fork.histogram());
  }

  byte[] bytes(ForkConditions fork, Cells hiccups) {
    return bytes(
        fork.arm(), fork.round(), "hiccups of the platform", ".hiccup", hiccups.histogram());
  }

  private byte[] bytes(Arm arm, int round, String what, String tagEnd, Histogram recorded) {
    long start = startedAt(arm, round).toEpochMilli();
    recorded.setTag(
        SafeName.readable(arm.studyName()) + "." + SafeName.readable(arm.method()) + tagEnd);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter log = new HistogramLogWriter(bytes);
    log.outputComment("[" + oneLine(arm.toString()) + ", round " + round + "]");
    log.outputComment("[nanoseconds, " + oneLine(what) + "]");
    log.outputLogFormatVersion();
    log.outputStartTime(start);
    log.setBaseTime(start);
    log.outputBaseTime(start);
    log.outputLegend();
    log.outputIntervalHistogram(0, 1, recorded, 1);
    log.close();
    return bytes.toByteArray();
  }

  /** Readers end a line at whatever Unicode calls the end of one. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]", " ");
  }

  /** All intervals of a log file, added up. */
  static Cells read(Path file, String name, long count) {
    if (!SAFE.matcher(name).matches()) {
      throw new Malformed("'" + name + "' is no name of a histogram file");
    }
    Cells cells =
        load(file, name)
            .orElseThrow(() -> new Malformed("histogram file " + name + " holds no histogram"));
    if (cells.total() != count) {
      throw new Malformed(
          "histogram file %s holds %d values, the run recorded %d"
              .formatted(name, cells.total(), count));
    }
    return cells;
  }

  private static Optional<Cells> load(Path file, String name) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new Malformed("histogram file " + name + " is too large to be one");
      }
      byte[] bytes = Files.readAllBytes(file);
      return OwnLog.cells(bytes).or(() -> sum(bytes).map(Cells::of));
    } catch (IOException e) {
      throw new Malformed("histogram file " + name + " is missing or cannot be read");
    } catch (Malformed e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Malformed("histogram file " + name + " is damaged: " + Json.message(e));
    }
  }

  private static Optional<Histogram> sum(byte[] bytes) {
    Histogram sum = null;
    try (HistogramLogReader log = new HistogramLogReader(new ByteArrayInputStream(bytes))) {
      for (EncodableHistogram next = log.nextIntervalHistogram();
          next != null;
          next = log.nextIntervalHistogram()) {
        if (!(next instanceof Histogram histogram)) {
          throw new Malformed("not of whole numbers");
        }
        if (sum == null) {
          sum = histogram;
        } else {
          sum.add(histogram);
        }
      }
    }
    return Optional.ofNullable(sum);
  }

  private record ForkKey(Arm arm, int round) {}
}
