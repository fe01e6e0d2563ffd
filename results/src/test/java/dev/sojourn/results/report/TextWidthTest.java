package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.Calibrator;
import dev.sojourn.results.compare.History;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.WeekPairs;
import dev.sojourn.results.fixture.SyntheticBank;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the data are called, every line of every text fits a terminal and moves no cursor. */
class TextWidthTest {
  private static final Instant START = Instant.parse("2026-11-02T03:25:00Z");
  private static final int METHODS = 4;
  private static final Style ASCII = new Style(false, StandardCharsets.US_ASCII);

  /** Two weeks' studies of the same methods, with everything a report can show. */
  private static Run run(long seed, int session) {
    NastyNames names = new NastyNames(seed);
    List<String> methods = new ArrayList<>();
    for (int i = 0; i < METHODS; i++) {
      methods.add(names.next(i));
    }
    Map<String, String> params = new TreeMap<>();
    for (int i = 0; i < 3; i++) {
      params.put(names.next(i), names.next(i));
    }
    SyntheticRun run =
        SyntheticRun.of(seed + session, 8)
            .label(Words.shortened(Words.plain(session + " " + names.next(session)), 45))
            .startedAt(START.plus(Duration.ofDays(session)));
    String study = names.next(0);
    for (int week = 1; week <= 2; week++) {
      addStudy(run, names, "x" + week + "." + study, week, methods, params);
    }
    return run.build();
  }

  private static void addStudy(
      SyntheticRun run,
      NastyNames names,
      String study,
      int week,
      List<String> methods,
      Map<String, String> params) {
    String question = names.next(1) + "?";
    ClaimCard claim =
        new ClaimCard(
            ClaimCard.Kind.RATIO, methods.get(1), methods.get(0), "time", 0.5, Double.NaN, params);
    run.study(
        new StudyCard(
            study,
            week,
            "bench",
            question,
            question,
            "",
            methods.getFirst(),
            methods,
            List.of(claim),
            "f"));
    Metric metric = new Metric(names.next(2), names.next(3), false);
    for (String method : methods) {
      Arm arm = Arm.of(study, method, params);
      double nanos = names.nanos();
      run.time(arm, nanos).bytes(arm, nanos / 7).metric(arm, metric, nanos, 0.2);
      run.tail(arm, 1, Math.min(nanos, 1e9), 2_000);
    }
    run.failure(Arm.of(study, names.next(9), params), names.next(1), names.next(2));
  }

  private static void fits(String text, long seed) {
    assertThat(text.lines()).isNotEmpty();
    assertThat(text.lines())
        .as("seed %d", seed)
        .allMatch(line -> Words.columns(line) <= TextPage.WIDTH)
        .allMatch(line -> line.codePoints().noneMatch(TextWidthTest::movesTheCursor));
  }

  private static boolean movesTheCursor(int c) {
    return Character.isISOControl(c) || c == 0x202E || c == 0xFE0F;
  }

  private static String uncoloured(String text) {
    return text.replaceAll("\u001b\\[\\d+m", "");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 1_000_003})
  void aRun(long seed) {
    Run run = run(seed, 0);
    String text = TextReport.run(run);

    fits(text, seed);
    fits(TextReport.run(run, ASCII), seed);
    assertThat(uncoloured(TextReport.run(run, Style.ANSI))).as("seed %d", seed).isEqualTo(text);
    assertThat(TextReport.run(run, ASCII)).as("seed %d", seed).matches("\\p{ASCII}*");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 1_000_003})
  void aComparison(long seed) throws Exception {
    RunComparison comparison = RunComparison.of(run(seed, 0), run(seed, 1), true);
    String text = TextReport.comparison(comparison);

    fits(text, seed);
    fits(TextReport.comparison(comparison, ASCII), seed);
    assertThat(uncoloured(TextReport.comparison(comparison, Style.ANSI))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 1_000_003})
  void aHistory(long seed) {
    List<Run> runs = List.of(run(seed, 0), run(seed, 1), run(seed, 2));
    String study = runs.getFirst().studies().getFirst().study();
    History history = History.of(runs, study);

    assertThat(history.tracks()).isNotEmpty();
    fits(HistoryReport.text(history, Style.PLAIN), seed);
    fits(HistoryReport.text(history, ASCII), seed);
    assertThat(uncoloured(HistoryReport.text(history, Style.ANSI)))
        .isEqualTo(HistoryReport.text(history, Style.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 1_000_003})
  void twoWeeks(long seed) {
    Run run = run(seed, 0);
    WeekPairs pairs = WeekPairs.of(run, 1, 2, Optional.empty());

    fits(WeeksReport.text(run, pairs, Style.PLAIN), seed);
    fits(WeeksReport.text(run, pairs, ASCII), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCalibration(long seed) {
    NastyNames names = new NastyNames(seed);
    Run bank =
        SyntheticBank.of(seed, 16).study(names.next(1), 0.003).study(names.next(2), 0.05).build();

    fits(CalibrationReport.text(Calibrator.of(bank), bank, Style.PLAIN), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 1_000_003})
  void namesThatDifferAreShownAsDifferentOnes(long seed) {
    NastyNames names = new NastyNames(seed);
    TextTable table = new TextTable("wr", "method", "time");
    for (int i = 0; i < 9; i++) {
      table.row(names.next(i), "1.00 ns");
    }

    String text = String.join("\n", table.lines(60, Style.PLAIN));
    for (int i = 0; i < 9; i++) {
      assertThat(text).as("seed %d", seed).containsPattern("(?m)" + i + " *(1\\.00 ns)?$");
    }
  }
}
