package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which calibration speaks for a run. */
class MachineCalibrationTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Arm ARM = Arm.of("x.OneBench", "jdk", Map.of());
  private static final String KERNEL = "Linux 6.1";
  private static final Machine OF_A_DUEL = machine("duel", KERNEL, Machine.OF_EACH_RUN);

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private CalibratedMachine calibrated() {
    return new CalibratedMachine(Ledger.at(folder), ARM);
  }

  private static Machine machine(String name, String kernel, String flags) {
    Map<String, String> facts =
        Map.of(Machine.CPU_MODEL, "Example 9000", Machine.KERNEL, kernel, "jvm.flags", flags);
    return new Machine(name, new TreeMap<>(facts), Collections.emptySortedMap());
  }

  private Optional<String> labelOf(Machine machine) {
    return MachineCalibration.of(machine, calibrated().ledger(), new PrintWriter(err, true))
        .map(Calibration::label)
        .map(Object::toString);
  }

  @Test
  void theMachineOfADuelIsTheOneThatAgreesInAllItSays() throws Exception {
    calibrated().write(machine("m", KERNEL, "-Xmx1g"), "spring", NOON, 0.1);

    assertThat(labelOf(OF_A_DUEL)).contains("spring");
  }

  @Test
  void ofSeveralThatAgreeTheLatestSpeaks() throws Exception {
    calibrated().write(machine("z", KERNEL, "-Xmx1g"), "spring", NOON, 0.1);
    calibrated().write(machine("a", KERNEL, "-Xmx2g"), "summer", NOON.plusSeconds(60), 0.1);
    calibrated().write(machine("m", "Linux 6.2", "-Xmx2g"), "autumn", NOON.plusSeconds(120), 0.1);

    assertThat(labelOf(OF_A_DUEL)).contains("summer");
  }

  @Test
  void anotherKernelIsAnotherMachineForADuelToo() throws Exception {
    calibrated().write(machine("m", "Linux 6.2", "-Xmx1g"), "autumn", NOON, 0.1);

    assertThat(labelOf(OF_A_DUEL)).isEmpty();
  }

  @Test
  void whoSaysEverythingHasTheCalibrationOfItsOwnNameAlone() throws Exception {
    calibrated().write(machine("m", KERNEL, "-Xmx1g"), "spring", NOON, 0.1);

    assertThat(labelOf(machine("m", KERNEL, "-Xmx1g"))).contains("spring");
    assertThat(labelOf(machine("n", KERNEL, "-Xmx2g"))).isEmpty();
  }

  @Test
  void aCalibrationWhoseRunCannotBeReadIsNamed() throws Exception {
    calibrated().write(machine("m", KERNEL, "-Xmx1g"), "spring", NOON, 0.1);
    Path torn =
        calibrated()
            .write(machine("m", KERNEL, "-Xmx1g"), "summer", NOON.plusSeconds(60), 0.1)
            .resolve("run.json");
    Files.writeString(torn, "torn");

    assertThat(labelOf(OF_A_DUEL)).contains("summer");
    assertThat(err.toString()).contains("left out", torn.toString());
  }
}
