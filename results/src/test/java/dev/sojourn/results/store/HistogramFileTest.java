package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramFileTest {
  @TempDir Path directory;

  private static Run run(int batch, String param, Histogram histogram) {
    return new RunFixture()
        .time(arm("jdk", "mix", param), 1)
        .tail(arm("jdk", "mix", param), batch, histogram)
        .run();
  }

  private static String name(Run run) {
    Tail tail = run.tails().getFirst();
    return new HistogramFile(run).name(tail, tail.forks().getFirst());
  }

  /** Names come from cells now and came from whole histograms: what was stored must be found. */
  @Test
  void committedLogsBearTheNamesThatTheirRunsGiveThem() throws Exception {
    Ledger committed = Ledger.at(Path.of("runs"));
    int found = 0;
    for (Entry entry : committed.entries()) {
      Run run = committed.read(entry);
      HistogramFile names = new HistogramFile(run);
      for (Tail tail : run.tails()) {
        for (Tail.ForkTail fork : tail.forks()) {
          assertThat(entry.directory().resolve(names.name(tail, fork))).exists();
          found++;
        }
      }
      for (ForkConditions fork : run.conditions()) {
        if (fork.hiccups().isPresent()) {
          assertThat(entry.directory().resolve(names.name(fork, fork.hiccups().get()))).exists();
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(2_000);
  }

  @Test
  void anyHistogramReaderOpensIt() throws Exception {
    Histogram histogram = RunFixture.histogram(1, 1000, 500);
    Run run = run(16, "a b", histogram);
    Tail tail = run.tails().getFirst();
    Path file = directory.resolve("x.hlog");
    Files.write(file, new HistogramFile(run).bytes(tail, tail.forks().getFirst()));

    EncodableHistogram read = new HistogramLogReader(file.toFile()).nextIntervalHistogram();

    assertThat(read).isEqualTo(histogram);
    assertThat(read.getTag()).isEqualTo("HeapHold.jdk");
    assertThat(read.getStartTimeStamp()).isEqualTo(RunFixture.START.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\u0085", "\u2028", "\u2029"})
  void whateverEndsALineForAReaderEndsNoCommentInTheMiddle(String end) throws Exception {
    Histogram histogram = RunFixture.histogram(1, 10, 5);
    Run run = run(1, "x" + end + "y", histogram);
    Ledger ledger = Ledger.at(directory);

    ledger.write(run);

    assertThat(ledger.read(run.label())).isEqualTo(run);
  }

  @Test
  void linesOfTheFileCannotBeForgedByParameters() {
    Run run = run(1, "x\n0.0,1.0,1.0,forged", RunFixture.histogram(1, 10, 5));
    Tail tail = run.tails().getFirst();

    byte[] bytes = new HistogramFile(run).bytes(tail, tail.forks().getFirst());

    assertThat(new String(bytes, StandardCharsets.UTF_8).lines())
        .noneMatch(line -> line.startsWith("0.0,"));
    assertThat(tail.forks().getFirst().histogram().getTag()).isNull();
  }

  @Test
  void namesTellApartWhateverMayDiffer() {
    Histogram histogram = RunFixture.histogram(1, 10, 5);

    assertThat(
            new String[] {
              name(run(1, "a", histogram)),
              name(run(2, "a", histogram)),
              name(run(1, "b", histogram)),
              name(run(1, "a", RunFixture.histogram(1, 11, 5)))
            })
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("HeapHold\\.jdk\\.[0-9a-f]{12}\\.000\\.hlog"));
  }
}
