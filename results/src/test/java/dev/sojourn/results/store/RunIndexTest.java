package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.fixture.SyntheticPair;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index spares the logs and the parsing, and never changes what is read. */
class RunIndexTest {
  private static final long SEED = 20_261_201L;

  @TempDir private Path directory;
  private Ledger ledger;
  private Run run;
  private Path folder;
  private Path index;

  private static Run run(RunFixture fixture) {
    return fixture
        .time(arm("jdk", "size", "10"), 1.5, 2.5, 3.5)
        .tail(
            arm("jdk", "size", "10"),
            1,
            RunFixture.histogram(1, 300, 500),
            RunFixture.histogram(2, 1, 70),
            RunFixture.histogram(3, 5_000, 90_000))
        .tail(arm("fourWay", "size", "10"), 64, RunFixture.histogram(4, 300, 500))
        .run();
  }

  @BeforeEach
  void write() throws LedgerException {
    ledger = Ledger.at(directory);
    run = run(new RunFixture());
    ledger.write(run);
    folder = ledger.entries().getFirst().directory();
    index = folder.resolve(RunIndex.NAME);
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".hlog")).toList();
    }
  }

  @Test
  void aFinishedRunIsReadWithoutItsLogs() throws Exception {
    for (Path log : logs()) {
      Files.delete(log);
    }

    assertThat(ledger.read(run.label())).isEqualTo(run);
  }

  @Test
  void aRunWithoutAnIndexIsReadFromItsLogs() throws Exception {
    Files.delete(index);

    assertThat(ledger.read(run.label())).isEqualTo(run);
  }

  @Test
  void aDamagedIndexIsNone() throws Exception {
    byte[] whole = Files.readAllBytes(index);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = whole.clone();
      if (random.nextInt(3) == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(index, damaged);

      assertThat(ledger.read(run.label())).as("seed=%d i=%d", SEED, i).isEqualTo(run);
    }
  }

  @Test
  void theIndexOfAnotherRunIsOfNoUse() throws Exception {
    Path other = directory.resolve("other");
    Ledger.at(other)
        .write(new RunFixture().tail(arm("jdk"), 1, RunFixture.histogram(9, 40, 90)).run());
    Path foreign = Ledger.at(other).entries().getFirst().directory().resolve(RunIndex.NAME);
    Files.copy(foreign, index, StandardCopyOption.REPLACE_EXISTING);

    assertThat(ledger.read(run.label())).isEqualTo(run);

    Files.delete(logs().getFirst());
    assertThatThrownBy(() -> ledger.read(run.label())).hasMessageContaining("is missing");
  }

  @Test
  void aRunThatWasChangedByHandIsReadAsItIs() throws Exception {
    Path file = folder.resolve("run.json");
    Files.writeString(file, Files.readString(file).replace("2.5", "2.6"));

    Run changed = ledger.read(run.label());

    assertThat(changed).isNotEqualTo(run);
    assertThat(changed.measurements().getFirst().forks().get(1).scores()).contains(2.6);
  }

  @Test
  void aRunThatCountsOtherwiseIsHeldAgainstItsLog() throws Exception {
    Path file = folder.resolve("run.json");
    Files.writeString(file, Files.readString(file).replace("\"count\": 5000", "\"count\": 4999"));

    assertThatThrownBy(() -> ledger.read(run.label()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("holds 5000 values, the run recorded 4999");
  }

  @Test
  void anUnfinishedRunHasNoIndex() throws Exception {
    Path other = directory.resolve("other");
    Ledger.at(other).write(SyntheticRun.typical(1).unfinished().build());

    assertThat(Ledger.at(other).entries().getFirst().directory().resolve(RunIndex.NAME))
        .doesNotExist();
  }

  /** Whatever is wanted, there is no telling from which of the two files it came. */
  @Test
  void bothFilesTellTheSame() throws Exception {
    List<Run> runs =
        List.of(
            run,
            new RunFixture()
                .time(arm("jdk", "size", "10", "mix", "a \"b\" 😀"), 1.5, 2.25e-7, 3e300)
                .time(arm("fourWay"), 1, Double.NaN, Double.POSITIVE_INFINITY, -0.0)
                .metric(arm("jdk"), Metric.ALLOCATION, 24, Double.NEGATIVE_INFINITY)
                .run(),
            SyntheticRun.typical(1).build(),
            new SyntheticPair(2, 16).after());
    for (Run each : runs) {
      Ledger own = Ledger.at(directory.resolve("run" + runs.indexOf(each)));
      own.write(each);
      Entry entry = own.entries().getFirst();
      List<Run> indexed = readings(own, entry);
      Files.delete(entry.directory().resolve(RunIndex.NAME));

      assertThat(indexed).isEqualTo(readings(own, entry)).element(0).isEqualTo(each);
    }
  }

  private static List<Run> readings(Ledger ledger, Entry entry) throws LedgerException {
    return List.of(
        ledger.read(entry),
        ledger.readScores(entry),
        ledger.readScores(entry, (arm, metric) -> arm.method().equals("jdk")),
        ledger.readScores(entry, (arm, metric) -> metric.equals(Metric.ALLOCATION)),
        ledger.readScores(entry, (arm, metric) -> false));
  }
}
