package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({"1, 120, true", "1, 5000, false", "64, 120, false"})
  void operationsShorterThanTheTimerCanSeeAskForABatch(int batch, double nanos, boolean asks) {
    Arm arm = Arm.of("a.b.EdgeBench", "base", Map.of());
    Run run = SyntheticRun.of(1, 8).time(arm, nanos).tail(arm, batch, nanos, 20_000).build();

    assertThat(run.timer().granularityNanos()).isGreaterThan(120 / 20.0);
    assertThat(TextReport.run(run).contains("shorter than the timer can see: batch needed"))
        .isEqualTo(asks);
  }

  @Test
  void everyViewOfAnArmStandsUnderItsLatency() {
    Arm arm = Arm.of("a.b.EdgeLab", "stalling", Map.of());
    Histogram closed = new Histogram(3);
    closed.recordValueWithCount(7_000, 200_000);
    Run run =
        SyntheticRun.of(1, 2)
            .time(arm, 5_000)
            .tail(arm, 1, 5_000, 20_000)
            .tail(new Tail(arm, "closed", 1, List.of(new Tail.ForkTail(0, closed))))
            .build();

    assertThat(TextReport.run(run).lines())
        .filteredOn(line -> line.matches(" *- closed .*"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("7.00 µs"));
  }

  @Test
  void onePairIsNeverAVerdict() {
    assertThat(TextReport.run(OddRuns.named("one pair")).lines())
        .filteredOn(line -> line.contains("fourWay") && line.contains("ns"))
        .isNotEmpty()
        .noneMatch(line -> line.matches(".*(faster|slower|equivalent)$"));
  }
}
