package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.Calibrator;
import dev.sojourn.results.fixture.SyntheticBank;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {
  private static final Run BANK =
      SyntheticBank.of(1, 16).study("QuietBench", 0.003).study("LoudBench", 0.05).build();
  private static final Calibration CALIBRATION = Calibrator.of(BANK);

  @Test
  void theTextFitsATerminalAndSaysWhatWasFound() {
    String text = CalibrationReport.text(CALIBRATION, BANK, Style.PLAIN);

    assertThat(text.lines()).allMatch(line -> line.length() <= TextReport.WIDTH);
    assertThat(text)
        .contains("false verdicts on identical code: ")
        .contains("they overlap")
        .contains("QuietBench", "LoudBench", "+10 %", "100 %", "in 100 tries")
        .contains("takes two sessions");
  }

  @Test
  void theMarkdownIsATableWithARowForEachStudy() {
    String markdown = CalibrationReport.markdown(CALIBRATION, BANK);

    assertThat(markdown.lines().filter(line -> line.startsWith("| "))).hasSize(1 + 2);
    assertThat(markdown).contains("|---|---|---:|---:|---:|---:|---:|---:|---:|");
  }

  @Test
  void aRunSaysWhatCouldNotHaveBeenSeenInIt() {
    String words = CalibrationWords.of(BANK, Optional.of(CALIBRATION));

    assertThat(words)
        .startsWith("with 16 pairs on this machine effects below ")
        .contains("(QuietBench) to ")
        .contains("(LoudBench) could not have been seen; calibrated calibration, false verdicts ")
        .contains(" of 6 (");
  }

  @Test
  void aRunOfOtherStudiesOrWithoutCalibrationSaysSo() {
    Run other = SyntheticRun.typical(3).build();

    assertThat(CalibrationWords.of(other, Optional.of(CALIBRATION)))
        .startsWith("none of these studies is calibrated");
    assertThat(CalibrationWords.of(other, Optional.empty()))
        .startsWith("not calibrated")
        .endsWith("run: calibrate");
  }

  @Test
  void everyReportOfARunSaysIt() {
    assertThat(TextReport.run(BANK, Style.PLAIN, Optional.of(CALIBRATION)))
        .contains("  sight    with 16 pairs on this machine effects below ");
    assertThat(HtmlReport.page(List.of(BANK), run -> Optional.of(CALIBRATION)))
        .contains("with 16 pairs on this machine effects below ");
    assertThat(MarkdownReport.run(BANK, Optional.of(CALIBRATION)))
        .contains("with 16 pairs on this machine effects below ");
    assertThat(MarkdownReport.run(BANK)).contains("not calibrated");
  }

  @Test
  void fewPairsSeeNothing() {
    Run short1 = SyntheticBank.of(2, 4).study("QuietBench", 0.003).build();

    assertThat(CalibrationWords.of(short1, Optional.of(CALIBRATION)))
        .startsWith("with 4 pairs no effect could have been seen");
  }
}
