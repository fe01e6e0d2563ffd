package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.report.CalibrationReport;
import dev.sojourn.results.store.Calibrations;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The calibration that {@code results/README.md} shows is the newest one of the committed ledger,
 * and follows from the forks committed beside it.
 *
 * <p>{@code mvn -pl benchmarks -am test -Dtest=CalibrationReadmeTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.arguments=-Dsojourn.regenerate=true} writes it
 * anew.
 */
class CalibrationReadmeTest {
  private static final Path RESULTS = Path.of("..", "results").toAbsolutePath().normalize();
  private static final Ledger LEDGER = Ledger.at(RESULTS.resolve("runs"));
  private static final String BEGIN = "<!-- calibration:begin -->\n";
  private static final String END = "<!-- calibration:end -->";

  @Test
  void thePublishedTableIsThatOfTheNewestCommittedCalibration() throws Exception {
    Path readme = RESULTS.resolve("README.md");
    List<Calibration> committed = Calibrations.of(LEDGER).all();
    String generated =
        committed.isEmpty() ? "No calibration is committed yet." : published(committed.getLast());
    String text = Files.readString(readme);
    assertThat(text).contains(BEGIN).contains(END);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    if (Boolean.getBoolean("sojourn.regenerate")) {
      Files.writeString(readme, text.substring(0, from) + generated + "\n" + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to).strip())
        .as("the calibration of results/README.md is stale; regenerate it as this Javadoc says")
        .isEqualTo(generated);
  }

  private static String published(Calibration calibration) throws LedgerException {
    var bank = LEDGER.read(calibration.machine(), calibration.label());
    return CalibrationReport.markdown(calibration, bank).strip();
  }

  @Test
  void everyCommittedCalibrationFollowsFromItsRuns() throws Exception {
    Calibrations committed = Calibrations.of(LEDGER);

    assertThat(committed.problems()).isEmpty();
    for (Calibration calibration : committed.all()) {
      var bank = LEDGER.read(calibration.machine(), calibration.label());
      assertThat(CalibrationParts.derived(LEDGER, bank)).isEqualTo(calibration);
    }
  }
}
