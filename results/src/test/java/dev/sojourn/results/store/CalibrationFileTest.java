package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.Drill;
import dev.sojourn.results.model.Calibration.FalseAlarms;
import dev.sojourn.results.model.Calibration.PowerPoint;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest {
  private static final long SEED = 20261124;
  private static final int ROUNDS = 500;
  private static final Arm ARM = Arm.of("x.HeapBench", "ours", Map.of("size", "1000"));

  @TempDir private Path folder;

  private static Calibration calibration(String label, String machine, String takenAt) {
    return new Calibration(
        new Label(label),
        machine,
        Instant.parse(takenAt),
        "a1b2c3d",
        "Temurin 25",
        List.of(new StudyNoise(ARM, 0.012, 0.003, 0.021, 16)),
        Double.NaN,
        new FalseAlarms(27, 0, 3),
        new FalseAlarms(10_000, 37),
        List.of(new PowerPoint(ARM, 0.05, 16, 100, 97)),
        List.of(new Drill("drift", 2, 0, 1)));
  }

  private static Calibration calibration() {
    return calibration("first \"<1>\"", "box", "2026-11-23T03:25:00Z");
  }

  private Path file(String machine, String run) {
    return folder.resolve(machine).resolve(run).resolve(CalibrationFile.NAME);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    CalibrationFile.write(file("box", "one"), calibration());

    assertThat(CalibrationFile.read(file("box", "one"))).isEqualTo(calibration());
  }

  @Test
  void theNewestOfAMachineIsFound() throws Exception {
    Calibration later = calibration("later", "box", "2026-11-24T03:25:00Z");
    CalibrationFile.write(file("box", "b"), calibration());
    CalibrationFile.write(file("box", "a"), later);
    CalibrationFile.write(
        file("other", "c"), calibration("other", "other", "2026-11-25T00:00:00Z"));

    Calibrations found = Calibrations.of(Ledger.at(folder));

    assertThat(found.newest("box")).contains(later);
    assertThat(found.newest("nobody")).isEmpty();
    assertThat(found.all()).hasSize(3);
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void aNarrowCalibrationHidesNoFullOne() throws Exception {
    Arm other = Arm.of("dev.example.OtherBench", "ours", Map.of());
    Calibration full = of("full", "2026-11-23T00:00:00Z", 0.02, ARM, other);
    Calibration narrow = of("narrow", "2026-11-24T00:00:00Z", Double.NaN, other);
    CalibrationFile.write(file("box", "full"), full);
    CalibrationFile.write(file("box", "narrow"), narrow);

    Calibration known = Calibrations.of(Ledger.at(folder)).newest("box").orElseThrow();

    assertThat(known.label()).isEqualTo(narrow.label());
    assertThat(known.noise()).containsExactly(narrow.noise().getFirst(), full.noise().getFirst());
    assertThat(known.power()).containsExactly(narrow.power().getFirst(), full.power().getFirst());
    assertThat(known.sessionSigma()).isEqualTo(0.02);
    assertThat(known.live().comparisons()).isEqualTo(2 + 1);
  }

  @Test
  void aCalibrationOfAllStudiesReplacesTheOneBefore() throws Exception {
    CalibrationFile.write(file("box", "one"), of("one", "2026-11-23T00:00:00Z", 0.02, ARM));
    Calibration second = of("two", "2026-11-24T00:00:00Z", 0.01, ARM);
    CalibrationFile.write(file("box", "two"), second);

    assertThat(Calibrations.of(Ledger.at(folder)).newest("box")).contains(second);
  }

  /** One live comparison for each arm; the noise tells the label by its length. */
  private static Calibration of(String label, String takenAt, double sigma, Arm... arms) {
    double noise = 0.001 * label.length();
    return new Calibration(
        new Label(label),
        "box",
        Instant.parse(takenAt),
        "a1b2c3d",
        "Temurin 25",
        Arrays.stream(arms).map(arm -> new StudyNoise(arm, noise, noise, 0.02, 16)).toList(),
        sigma,
        new FalseAlarms(arms.length, 0),
        new FalseAlarms(0, 0),
        Arrays.stream(arms).map(arm -> new PowerPoint(arm, 0.05, 16, 100, 97)).toList(),
        List.of());
  }

  @Test
  void aTornOneIsNamedAndTakesNothingElseDown() throws Exception {
    CalibrationFile.write(file("box", "whole"), calibration());
    CalibrationFile.write(file("box", "torn"), calibration("torn", "box", "2026-11-24T00:00:00Z"));
    byte[] bytes = Files.readAllBytes(file("box", "torn"));
    Files.write(file("box", "torn"), Arrays.copyOf(bytes, bytes.length / 2));

    Calibrations found = Calibrations.of(Ledger.at(folder));

    assertThat(found.newest("box")).contains(calibration());
    assertThat(found.problems()).singleElement().asString().contains("torn").contains("again");
  }

  @Test
  void aNewerFormatIsRefusedInWordsThatSaySo() throws Exception {
    rewritten("\"format\": 1", "\"format\": 2");

    assertThatThrownBy(() -> CalibrationFile.read(file("box", "one")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("format 2 is newer");
  }

  @Test
  void aForeignFileIsRefused() throws Exception {
    rewritten("\"format\": 1", "\"colour\": 1");

    assertThatThrownBy(() -> CalibrationFile.read(file("box", "one")))
        .hasMessageContaining("no calibration of this tool");
  }

  @Test
  void aFileThatDoesNotTellWhatWasWithheldWithheldNothing() throws Exception {
    rewritten("\"unproven\": 3", "\"before\": 3");

    assertThat(CalibrationFile.read(file("box", "one")).live())
        .isEqualTo(new FalseAlarms(27, 0, 0));
  }

  @Test
  void aPartLargerThanItsWholeIsRefused() throws Exception {
    rewritten("\"caught\": 97", "\"caught\": 197");

    assertThatThrownBy(() -> CalibrationFile.read(file("box", "one")))
        .hasMessageContaining("caught")
        .hasMessageContaining("197");
  }

  private void rewritten(String before, String after) throws Exception {
    Path file = file("box", "one");
    CalibrationFile.write(file, calibration());
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  @Test
  void damageYieldsACalibrationOrAnExceptionThatNamesTheFile() throws Exception {
    Path file = file("box", "one");
    CalibrationFile.write(file, calibration());
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Files.write(file, damaged(whole, random));
      try {
        assertThat(CalibrationFile.read(file)).isNotNull();
      } catch (LedgerException named) {
        refused++;
        assertThat(named.getMessage()).as("seed=%d i=%d", SEED, i).contains(file.toString());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed=" + SEED + " i=" + i, e);
      }
    }
    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] changed = whole.clone();
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }
}
