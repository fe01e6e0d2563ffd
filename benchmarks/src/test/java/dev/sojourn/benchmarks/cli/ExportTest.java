package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.MarkdownReport;
import dev.sojourn.results.store.Calibrations;
import dev.sojourn.results.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed runs, exported and read again. */
class ExportTest {
  private static final String LEDGER = "--results=" + Path.of("..", "results", "runs");
  private static final String TOUR = "2026-W48-tour";

  @TempDir private Path folder;

  private String exported(String label, String format) {
    String file = folder.resolve(label + "." + format).toString();
    Spoken spoken = Spoken.by("export", label, "--format", format, "-o", file, LEDGER);
    assertThat(spoken.exitCode()).as(spoken.err()).isZero();
    assertThat(spoken.out()).isEmpty();
    return file;
  }

  private static String compared(String before, String after) {
    Spoken spoken = Spoken.by("compare", before, after, "--format", "json", LEDGER);
    assertThat(spoken.exitCode()).as(spoken.err()).isZero();
    return spoken.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOUR, "2026-W48-heap-10M", "2026-W48-sets-1M"})
  void filesGetTheVerdictsOfTheLedger(String after) {
    String ledger = compared(TOUR, after);

    String before = exported(TOUR, "jmh-json");
    String file = exported(after, "jmh-json");

    assertThat(compared(before, file)).isEqualTo(ledger);
    assertThat(compared(TOUR, file)).isEqualTo(ledger);
    assertThat(compared(before, after)).isEqualTo(ledger);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "openmetrics", "jmh-json", "hlog", "md"})
  void anExportedFileIsExportedAsItsRunIs(String format) throws Exception {
    String json = exported(TOUR, "jmh-json");
    Path again = folder.resolve("again");

    Spoken spoken = Spoken.by("export", json, "--format", format, "-o", again.toString());

    assertThat(spoken.exitCode()).as(spoken.err()).isZero();
    assertThat(again).hasSameTextualContentAs(Path.of(exported(TOUR, format)));
  }

  @Test
  void markdownHasTheMarginsOfTheMachinesCalibration() throws Exception {
    Ledger ledger = Ledger.at(Path.of("..", "results", "runs"));
    Run tour = ledger.read(new Label(TOUR));
    Optional<Calibration> calibration = Calibrations.of(ledger).newest(tour.machine().name());

    String text = Files.readString(Path.of(exported(TOUR, "md")));

    assertThat(calibration).isPresent();
    assertThat(text)
        .isEqualTo(MarkdownReport.run(tour, calibration))
        .isNotEqualTo(MarkdownReport.run(tour));
  }

  @ParameterizedTest
  @ValueSource(strings = {"export %s --format csv", "compare %s %s", "report %s"})
  void aFileCutShortIsOneLineThatNamesIt(String line) throws Exception {
    String json = Files.readString(Path.of(exported(TOUR, "jmh-json")));
    String cut = folder.resolve("cut.json").toString();
    Files.writeString(Path.of(cut), json.substring(0, json.length() / 2));

    Spoken spoken = Spoken.by(line.replace("%s", cut).split(" "));

    assertThat(spoken.exitCode()).as(spoken.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).startsWith("sojourn: ").contains("cut.json").hasLineCount(1);
  }

  @Test
  void anEmptyLedgerIsNamed() {
    String empty = folder.resolve("none").toString();

    Spoken spoken = Spoken.by("export", TOUR, "--format", "csv", "--results", empty);

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).contains(TOUR).contains(empty).hasLineCount(1);
  }
}
