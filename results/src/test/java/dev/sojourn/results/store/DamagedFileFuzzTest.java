package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files cut short and with bytes changed: whatever comes of it, it is a run or an exception that
 * names the file.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFileFuzzTest {
  private static final long SEED = 20261123;
  private static final int ROUNDS = 500;

  @TempDir Path directory;

  @FunctionalInterface
  private interface Reader {
    Run read(Path file) throws LedgerException;
  }

  private static Run run() {
    return new RunFixture()
        .time(arm("jdk", "size", "10"), 1.5, 2.5, 3.5)
        .time(arm("fourWay", "size", "10"), 1, Double.NaN)
        .metric(arm("jdk", "size", "10"), Metric.ALLOCATION, 24)
        .tail(arm("jdk", "size", "10"), 1, RunFixture.histogram(1, 300, 500))
        .run();
  }

  @Test
  void runs() throws Exception {
    Ledger ledger = Ledger.at(directory);
    ledger.write(run());
    Path file = ledger.entries().getFirst().directory().resolve("run.json");

    damage(file, file, Ledger::readFile);
    assertThat(ledger.entries()).hasSize(1);
  }

  @Test
  void histograms() throws Exception {
    Ledger ledger = Ledger.at(directory);
    ledger.write(run());
    Path folder = ledger.entries().getFirst().directory();
    Files.delete(folder.resolve(RunIndex.NAME));
    try (Stream<Path> files = Files.list(folder)) {
      Path histogram = files.filter(f -> f.toString().endsWith(".hlog")).findFirst().orElseThrow();
      damage(histogram, folder.resolve("run.json"), Ledger::readFile);
    }
  }

  @Test
  void jmhResults() throws Exception {
    Path file = directory.resolve("jmh.json");
    Files.write(file, JmhJson.write(run()).getBytes(StandardCharsets.UTF_8));

    damage(file, file, JmhJson::read);
  }

  @Test
  void listings() throws Exception {
    Ledger ledger = Ledger.at(directory);
    ledger.write(run());
    Path file = ledger.entries().getFirst().directory().resolve("run.json");
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(SEED);

    for (int i = 0; i < ROUNDS / 3; i++) {
      Files.write(file, damaged(whole, random));
      assertThat(ledger.entries()).as("seed=%d i=%d", SEED, i).hasSize(1);
    }
  }

  private static void damage(Path victim, Path opened, Reader reader) throws Exception {
    byte[] whole = Files.readAllBytes(victim);
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Files.write(victim, damaged(whole, random));
      try {
        assertThat(reader.read(opened)).isNotNull();
      } catch (LedgerException named) {
        refused++;
        assertThat(named.getMessage()).as("seed=%d i=%d", SEED, i).contains(opened.toString());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed=" + SEED + " i=" + i, e);
      }
    }
    assertThat(refused).isGreaterThan(ROUNDS / 4);
    Files.write(victim, whole);
    assertThat(reader.read(opened)).isNotNull();
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] changed = whole.clone();
    int flips = 1 + random.nextInt(4);
    for (int i = 0; i < flips; i++) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }
}
