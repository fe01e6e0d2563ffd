package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.harness.machine.MachineProbe;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.store.CalibrationFile;
import dev.sojourn.results.store.Calibrations;
import dev.sojourn.results.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibrations of made-up forks: the command on what is stored, without measuring anything. */
class CalibrateTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Plan BANK =
      CalibrationPlan.bank(Catalog.fromClassPath().matching("AeadBench$").studies(), 16, 42);

  @TempDir private Path folder;
  private Ledger ledger = Ledger.at(Path.of("unset"));

  @BeforeEach
  void openLedger() {
    ledger = Ledger.at(folder);
  }

  private static Run run(String label, Plan plan, int rounds, @Nullable Instant finishedAt) {
    Random random = new Random(7);
    Map<Arm, List<ForkSample>> forks = new LinkedHashMap<>();
    plan.arms().forEach(arm -> forks.put(arm, new ArrayList<>()));
    for (PlannedFork fork : plan.schedule()) {
      if (fork.round() < rounds) {
        double slowdown = CalibrationArm.of(fork.arm()).map(CalibrationArm::slowdown).orElse(0.0);
        double score = 300 * (1 + slowdown) * Math.exp(0.005 * random.nextGaussian());
        forks
            .getOrDefault(fork.arm(), new ArrayList<>())
            .add(new ForkSample(fork.round(), fork.position(), NOON, List.of(), List.of(score)));
      }
    }
    return new Run(
        new Label(label),
        NOON,
        finishedAt,
        plan.card(),
        MachineProbe.probe(),
        new Provenance("dev", "1.37", "abc", false, List.of()),
        new TimerCost(20, 10, 50),
        plan.studies().stream().map(study -> study.card()).toList(),
        forks.entrySet().stream()
            .map(e -> new Measurement(e.getKey(), Metric.TIME, e.getValue()))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Spoken calibrate(String... more) {
    return Spoken.by(
        Stream.concat(Stream.of("calibrate", "--results", folder.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aWholeBankIsNotMeasuredAgainButJudgedAndKept() throws Exception {
    Run bank = run("calibration", BANK, 16, NOON.plusSeconds(2000));
    ledger.write(bank);

    Spoken spoken = calibrate("--resume", "--label", "calibration");

    assertThat(spoken.exitCode()).as(spoken.toString()).isEqualTo(ExitCode.OK);
    assertThat(spoken.out()).contains("false verdicts on identical code: ", " of 3 (", "AeadBench");
    assertThat(Calibrations.of(ledger).newest(bank.machine().name())).isPresent();
  }

  @Test
  void anotherMayDeriveItAgainFromTheSameForks() throws Exception {
    Run bank = run("calibration", BANK, 16, NOON.plusSeconds(2000));
    ledger.write(bank);
    Path file = ledger.folder(bank.machine().name(), bank.label()).resolve(CalibrationFile.NAME);

    assertThat(calibrate("--again", "--label", "calibration").exitCode()).isZero();
    byte[] first = Files.readAllBytes(file);
    Files.writeString(file, "torn");
    assertThat(calibrate("--again", "--label", "calibration").exitCode()).isZero();

    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void furtherSessionsTellHowFarSessionsLieApart() throws Exception {
    ledger.write(run("calibration", BANK, 16, NOON.plusSeconds(2000)));
    Plan session = CalibrationPlan.session(BANK.studies(), 6, 2);
    ledger.write(run("calibration.session2", session, 6, NOON.plusSeconds(60)));

    Spoken spoken = calibrate("--again", "--label", "calibration");

    assertThat(spoken.out()).contains("sessions of the same code lie apart by a sigma of ");
  }

  @Test
  void drillsAreReportedByTheirNames() throws Exception {
    ledger.write(run("calibration", BANK, 16, NOON.plusSeconds(2000)));
    Plan drill = CalibrationPlan.drill(BANK.studies(), 8, 2);
    ledger.write(run("calibration.drift", drill, 8, NOON.plusSeconds(60)));

    assertThat(calibrate("--again", "--label", "calibration").out())
        .contains("drill drift: of 1 comparison ");
  }

  @Test
  void theLatestUnfinishedPartBelongsToItsBank() {
    assertThat(CalibrationParts.bank(new Label("spring.session12"))).isEqualTo(new Label("spring"));
    assertThat(CalibrationParts.bank(new Label("spring.neighbour"))).isEqualTo(new Label("spring"));
    assertThat(CalibrationParts.bank(new Label("spring.cleaning")))
        .isEqualTo(new Label("spring.cleaning"));
  }

  @Test
  void anOrdinaryRunIsGoneOnWithByRunAndACalibrationByCalibrate() throws Exception {
    Plan ordinary = Plan.of(BANK.studies(), Map.of(), Effort.SCREEN, 8, 1);
    String label = "it's ordinary";
    ledger.write(run(label, ordinary, 2, null));
    ledger.write(run("calibration", BANK, 2, null));

    Spoken wrong = calibrate("--resume", "--label", label);
    Spoken alsoWrong =
        Spoken.by("run", "--resume", "--label", "calibration", "--results", folder.toString());

    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Pasted.words(Pasted.after("go on with: ", wrong.err())))
        .containsExactly("run", "--resume", "--label", label, "--results", folder.toString());
    assertThat(alsoWrong.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(alsoWrong.err()).contains("calibrate --resume");
  }

  @Test
  void whatIsNotStoredIsSaidAgainWhenOneGoesOn() throws Exception {
    String label = "it's mine";
    CalibrateCommand command =
        (CalibrateCommand)
            Spoken.parsed(
                "calibrate", "--sessions=3", "--drills", "--seed=-7", "--results=" + folder);

    assertThat(Pasted.words(command.resumed(new Label(label))))
        .containsExactly(
            "calibrate",
            "--resume",
            "--sessions",
            "3",
            "--drills",
            "--seed=-7",
            "--label",
            label,
            "--results",
            folder.toString());
  }

  @Test
  void aRunThatIsNoCalibrationCannotBecomeOneByBeingReadAgain() throws Exception {
    Plan ordinary = Plan.of(BANK.studies(), Map.of(), Effort.SCREEN, 8, 1);
    ledger.write(run("ordinary", ordinary, 8, NOON.plusSeconds(60)));

    Spoken spoken = calibrate("--again", "--label", "ordinary");

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).contains("ordinary is no calibration");
  }
}
