package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.Calibrator;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticBank;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  @Test
  void runReadsAsItDid() {
    Golden.check("typical.md", MarkdownReport.run(SyntheticRun.typical(1).build()));
  }

  @Test
  void comparisonReadsAsItDid() throws Exception {
    Golden.check("comparison.md", MarkdownReport.comparison(TextReportTest.twoRuns()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void fitsACommentAndLetsNoMarkupThrough(Map.Entry<String, Run> odd) throws Exception {
    RunComparison same = RunComparison.of(odd.getValue(), odd.getValue(), true);

    for (String text :
        new String[] {MarkdownReport.run(odd.getValue()), MarkdownReport.comparison(same)}) {
      assertThat(text).hasSizeLessThan(65_000);
      assertThat(text.replaceAll("<!-- -->|</?details>|</?summary>", "")).doesNotContain("<");
      assertThat(text).doesNotContain("@all");
    }
  }

  @Test
  void cellsOfOneTableStayAsManyWhateverTheNames() {
    String text = MarkdownReport.run(OddRuns.named("hostile"));

    assertThat(text.lines().filter(l -> l.startsWith("| ")))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 11);
  }

  @Test
  void addressesAndMentionsAreParted() {
    assertThat(MarkdownText.escaped("see https://example.org and www.example.org, #12 by @me"))
        .isEqualTo(
            "see https:<!-- -->//example.org and www<!-- -->.example.org,"
                + " #<!-- -->12 by @<!-- -->me");
  }

  /** A forge would make a picture of the one and a link of the other. */
  @Test
  void emojiAndIssuesAreParted() {
    assertThat(MarkdownText.escaped(":tada: :+1::white_check_mark: GH-12 gh-3"))
        .isEqualTo(
            ":<!-- -->tada: :<!-- -->+1::<!-- -->white\\_check\\_mark: GH-<!-- -->12 gh-<!-- -->3");
    assertThat(MarkdownText.escaped("at 10:30:15, note: this (GH-x)"))
        .isEqualTo("at 10:30:15, note: this (GH-x)");
    assertThat(MarkdownReport.run(new RunFixture().label(":tada: GH-12").run()))
        .contains("# Run :<!-- -->tada: GH-<!-- -->12");
  }

  /** Two halves of one plan, of the studies that a calibration knows. */
  private static RunComparison calibrated(String study, String params) throws Exception {
    Arm arm = Arm.of(study, "m", Map.of("p", params));
    double[] before = {10, 11, 10, 12, 10, 11, 10, 12};
    double[] after = {12, 10, 13, 10, 12, 10, 13, 11};
    return RunComparison.of(
        new RunFixture().time(arm, before).run(),
        new RunFixture().positionsFrom(1).time(arm, after).run(),
        false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void whatCouldHaveBeenSeenIsSaidAsTextOfBoundedLength(int repeated) throws Exception {
    String study = "x." + OddRuns.HOSTILE.repeat(repeated);
    Run bank = SyntheticBank.of(1, 16).study(study, 0.01).build();
    Arm known = bank.measurements().getFirst().arm();
    RunComparison comparison = calibrated(known.study(), OddRuns.HOSTILE.repeat(repeated));

    String text = MarkdownReport.comparison(comparison, Optional.of(Calibrator.of(bank)));

    assertThat(text).contains("with 8 pairs on this machine effects below");
    assertThat(text).hasSizeLessThan(65_536).doesNotContain("@all");
    MarkdownParsedTest.assertThatNothingOfTheDataIsMarkup(text);
    assertThat(MarkdownParsedTest.firstCells(text)).hasSize(2);
  }

  @Test
  void aFloodOfWarningsAndNamesLeavesRoomForTheTable() throws Exception {
    SyntheticRun before = SyntheticRun.of(1, 8);
    SyntheticRun after = SyntheticRun.of(2, 8);
    String name = "@".repeat(10_000);
    for (int i = 0; i < 100; i++) {
      before.failure(Arm.of(name + i, name, Map.of(name, name)), name, name);
      after.time(Arm.of("a.B", name + i, Map.of(name, name)), 20);
      before.time(Arm.of("a.B", name + i, Map.of(name, name)), 10);
    }

    String text = MarkdownReport.comparison(RunComparison.of(before.build(), after.build(), false));

    int shown = MarkdownParsedTest.firstCells(text).size() - 1;
    assertThat(shown).isPositive();
    assertThat(text).hasSizeLessThan(65_536).contains("> warning: and ");
    assertThat(text).contains(Words.counted(100 - shown, "comparison"));
  }
}
