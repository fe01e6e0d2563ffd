package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Run;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  static RunComparison twoRuns() throws Exception {
    Run before = SyntheticRun.typical(1).label("2026-W46").build();
    Run after =
        SyntheticRun.of(2, 8)
            .startedAt(Instant.parse("2026-11-30T03:25:00Z"))
            .heaps(1.12)
            .filters()
            .build();
    return RunComparison.of(before, after, false);
  }

  @Test
  void runReadsAsItDid() {
    Golden.check("typical.txt", TextReport.run(SyntheticRun.typical(1).build()));
  }

  @Test
  void comparisonReadsAsItDid() throws Exception {
    Golden.check("comparison.txt", TextReport.comparison(twoRuns()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyLineFitsAHundredColumnsAndHoldsNoControlCharacter(Map.Entry<String, Run> odd) {
    String text = TextReport.run(odd.getValue());

    assertThat(text.lines()).isNotEmpty().allMatch(l -> Words.columns(l) <= TextReport.WIDTH);
    assertThat(text.lines())
        .noneMatch(l -> l.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x202E));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void comparisonOfARunWithItselfFitsAHundredColumns(Map.Entry<String, Run> odd) throws Exception {
    RunComparison same = RunComparison.of(odd.getValue(), odd.getValue(), true);

    assertThat(TextReport.comparison(same).lines())
        .isNotEmpty()
        .allMatch(line -> Words.columns(line) <= TextReport.WIDTH);
  }

  @Test
  void colourAddsNothingButColour() {
    Run run = SyntheticRun.typical(1).build();

    String coloured = TextReport.run(run, Style.ANSI);

    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(TextReport.run(run));
  }

  @Test
  void failedBenchmarkIsNamedWithItsCause() {
    assertThat(TextReport.run(SyntheticRun.typical(1).build()))
        .contains("FAILED", "HandOverLab.broken[]", "slot taken twice");
  }

  @Test
  void armThatWasPlannedAndNeverRanIsNamed() {
    assertThat(TextReport.run(OddRuns.named("only failures")))
        .contains("missing", "EdgeBench.subject[size=10]");
  }

  @Test
  void onePairIsNeverAVerdict() {
    assertThat(TextReport.run(OddRuns.named("one pair")).lines())
        .filteredOn(line -> line.contains("fourWay") && line.contains("ns"))
        .isNotEmpty()
        .noneMatch(line -> line.matches(".*(faster|slower|equivalent)$"));
  }
}
