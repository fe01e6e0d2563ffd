package dev.sojourn.results.report;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HdrHistogram's own reader makes of the export. */
class HlogReportTest {
  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  private static List<EncodableHistogram> intervals(Run run) {
    byte[] log = HlogReport.run(run).getBytes(StandardCharsets.UTF_8);
    List<EncodableHistogram> intervals = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log))) {
      for (EncodableHistogram next = reader.nextIntervalHistogram();
          next != null;
          next = reader.nextIntervalHistogram()) {
        intervals.add(next);
      }
      assertThat(reader.getStartTimeSec()).isEqualTo(run.startedAt().toEpochMilli() / 1e3);
    }
    return intervals;
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyForksHistogramIsReadBack(Map.Entry<String, Run> odd) {
    Run run = odd.getValue();
    List<Histogram> recorded =
        run.tails().stream()
            .flatMap(t -> t.forks().stream())
            .map(Tail.ForkTail::histogram)
            .toList();

    assertThat(intervals(run)).hasSameSizeAs(recorded).hasSameElementsAs(recorded);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void intervalsRiseAndLastSomeTime(Map.Entry<String, Run> odd) {
    List<EncodableHistogram> intervals = intervals(odd.getValue());

    assertThat(intervals)
        .extracting(EncodableHistogram::getStartTimeStamp)
        .isSorted()
        .allMatch(start -> start >= odd.getValue().startedAt().toEpochMilli() - 1);
    assertThat(intervals).allMatch(i -> i.getEndTimeStamp() > i.getStartTimeStamp());
  }

  @Test
  void anIntervalLastsFromItsForksStartToTheNext() {
    Arm first = arm("jdk");
    Run run =
        new RunFixture()
            .time(first, 1, 1)
            .tail(first, 1, RunFixture.histogram(1, 10, 5), RunFixture.histogram(2, 10, 5))
            .run();

    assertThat(intervals(run))
        .extracting(i -> Math.round((i.getEndTimeStamp() - i.getStartTimeStamp()) / 1e3))
        .containsExactly(10L, 3_590L);
  }

  @Test
  void aTagNamesTheArmTheBatchAndTheView() {
    Arm arm = Arm.of("a.B", "m", Map.of("mix", "x, y", "size", "1"));
    Histogram histogram = RunFixture.histogram(1, 10, 5);
    Run run =
        SyntheticRun.of(1, 1)
            .time(arm, 10)
            .tail(new Tail(arm, "service", 16, List.of(new Tail.ForkTail(0, histogram))))
            .build();

    assertThat(intervals(run))
        .extracting(EncodableHistogram::getTag)
        .containsExactly("a.B.m[mix=x;_y;size=1];view=service;batch=16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\u2029", "\n0,1,1,x", " <\"'>, 😀"})
  void noLineCanBeForgedByALabelOrAParameter(String odd) {
    Arm arm = Arm.of("a.B", "m", Map.of("p", odd));
    String label = "x" + odd.replaceAll("\\p{Cntrl}|\u0085", "");
    Run run = SyntheticRun.of(1, 2).label(label).time(arm, 10).tail(arm, 1, 10, 100).build();

    assertThat(intervals(run)).hasSize(2).allMatch(i -> i.getTag().startsWith("a.B.m[p="));
  }

  @Test
  void aRunWithoutLatenciesIsAHeadThatReadersTake() {
    assertThat(intervals(OddRuns.named("no tails"))).isEmpty();
  }
}
