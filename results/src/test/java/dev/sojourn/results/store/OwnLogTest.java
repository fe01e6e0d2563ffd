package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

/** What the fast reader of logs tells is what the library's reader tells, or nothing. */
class OwnLogTest {
  private static final long SEED = 20_261_123L;

  private static byte[] log(Histogram histogram) {
    Run run = new RunFixture().tail(arm("jdk", "mix", "a, b"), 16, histogram).run();
    Tail tail = run.tails().getFirst();
    return new HistogramFile(run).bytes(tail, tail.forks().getFirst());
  }

  private static Histogram byTheLibrary(byte[] log) {
    try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log))) {
      return (Histogram) reader.nextIntervalHistogram();
    }
  }

  private static Histogram any(SplittableRandom random) {
    Histogram histogram =
        random.nextBoolean() ? new Histogram(3) : new Histogram(60_000_000_000L, 3);
    int values = 1 + random.nextInt(2_000);
    for (int i = 0; i < values; i++) {
      long value = random.nextLong(1L << random.nextInt(1, 36));
      long count = random.nextInt(20) == 0 ? random.nextLong(1L << 40) + 1 : 1;
      histogram.recordValueWithCount(value, count);
    }
    return histogram;
  }

  @Test
  void everyHistogramIsReadAsTheLibraryReadsIt() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 500; i++) {
      byte[] log = log(any(random));

      Optional<Cells> cells = OwnLog.cells(log);

      assertThat(cells).as("seed=%d i=%d", SEED, i).hasValue(Cells.of(byTheLibrary(log)));
      assertThat(cells.orElseThrow().histogram().getHighestTrackableValue())
          .isEqualTo(byTheLibrary(log).getHighestTrackableValue());
    }
  }

  @Test
  void borderValuesAreReadAsTheLibraryReadsThem() {
    for (long value = 1; value < Long.MAX_VALUE / 4; value *= 2) {
      Histogram histogram = new Histogram(3);
      histogram.recordValue(value - 1);
      histogram.recordValue(value);
      histogram.recordValue(value + 1);
      byte[] log = log(histogram);

      assertThat(OwnLog.cells(log)).as("value %d", value).hasValue(Cells.of(byTheLibrary(log)));
    }
  }

  @Test
  void whateverElseALogHoldsIsLeftToTheLibrary() {
    String own = new String(log(RunFixture.histogram(1, 1_000, 500)), StandardCharsets.UTF_8);
    String interval = own.substring(own.indexOf("Tag="));
    Histogram coarse = new Histogram(2);
    coarse.recordValue(1_000);
    String[] others = {
      "",
      "\n",
      "Tag=",
      own.stripTrailing(),
      own + interval,
      own + "\n",
      own.substring(0, own.indexOf("Tag=")),
      own.replace("Tag=", "Tab="),
      own.replace(",1.000,", ",1.x00,"),
      own.replace("1.000,", ""),
      own.replace("HISTF", "HIST!"),
      own.replace("HISTF", "HISTG"),
      own.substring(0, own.length() - 10) + "\n",
      new String(log(coarse), StandardCharsets.UTF_8),
    };

    for (String other : others) {
      assertThat(OwnLog.cells(other.getBytes(StandardCharsets.UTF_8))).as(other).isEmpty();
    }
  }

  /** Of damage that the checksum of the packing does not see the library knows no more. */
  @Test
  void aDamagedLogIsReadAsTheLibraryReadsItOrNotAtAll() {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] log = log(RunFixture.histogram(5, 2_000, 700));
    Cells whole = Cells.of(byTheLibrary(log));
    int read = 0;
    int other = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = log.clone();
      damaged[random.nextInt(log.length)] ^= (byte) (1 << random.nextInt(8));

      Optional<Cells> cells = OwnLog.cells(damaged);

      if (cells.isPresent()) {
        Cells expected = cells.get().equals(whole) ? whole : Cells.of(byTheLibrary(damaged));
        assertThat(cells).as("seed=%d i=%d", SEED, i).hasValue(expected);
        read++;
        other += expected.equals(whole) ? 0 : 1;
      }
    }
    assertThat(read).as("damage to comments").isPositive();
    assertThat(other).as("damage that no checksum saw").isLessThan(50);
  }
}
