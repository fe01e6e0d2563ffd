package dev.sojourn.results.report;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.History;
import dev.sojourn.results.model.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryReportTest {
  /** Ten sessions, ten slower ones, two under another JDK, one unfinished. */
  private static History history() {
    List<Run> runs = new ArrayList<>();
    for (int week = 0; week < 23; week++) {
      double level = (week < 10 ? 100 : 110) * (1 + 0.002 * (week % 3));
      RunFixture run =
          new RunFixture()
              .label("2026-W" + (10 + week))
              .jdk(week < 20 ? "Example 25+36" : "Example 26+1")
              .startedAt(RunFixture.START.plus(Duration.ofDays(7L * week)))
              .time(arm("jdk", "size", "10"), level, level * 1.01);
      runs.add((week == 22 ? run.unfinished() : run).run());
    }
    return History.of(runs, RunFixture.STUDY);
  }

  @Test
  void textShowsBarsLabelsChangesAndBreaks() {
    String text = HistoryReport.text(history(), Style.PLAIN);

    assertThat(text)
        .contains("jdk, size=10, time", "22 sessions")
        .containsPattern("[▁▂▃]{10}[▆▇█]{10}\\|[▆▇█]{2}")
        .containsPattern("2026-W10 +2026-W31")
        .containsPattern(
            "slower 2026-W20 \\(\\d{4}-\\d\\d-\\d\\d\\) \\+(9|10)\\.\\d %: 10 sessions before")
        .contains("| 2026-W30: jdk.build: Example 25+36 / Example 26+1")
        .contains("left out: 2026-W32: unfinished");
    assertThat(text.lines()).allMatch(line -> Words.columns(line) <= TextReport.WIDTH);
  }

  @Test
  void colourAddsNothingButColour() {
    assertThat(HistoryReport.text(history(), Style.ANSI).replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(HistoryReport.text(history(), Style.PLAIN));
  }

  @Test
  void markdownIsOneRowForEachTrack() {
    assertThat(HistoryReport.markdown(history()).lines())
        .filteredOn(line -> line.startsWith("| jdk"))
        .singleElement()
        .matches(line -> line.contains("**slower** 2026-W20"));
  }

  @Test
  void jsonHoldsEverySessionAndChange() throws Exception {
    JsonNode json = new ObjectMapper().readTree(HistoryJson.of(history()));
    JsonNode pieces = json.get("tracks").get(0).get("pieces");

    assertThat(json.get("format").asInt()).isEqualTo(1);
    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0).get("points")).hasSize(20);
    assertThat(pieces.get(0).get("changes").get(0).get("state").asText()).isEqualTo("confirmed");
    assertThat(pieces.get(0).get("changes").get(0).get("ratio").asDouble()).isBetween(1.08, 1.12);
    assertThat(json.get("skipped")).hasSize(1);
  }

  /** Ten sessions at one level, and three at another: too few to be believed. */
  private static History suspicion(String before, String after) {
    List<Run> runs = new ArrayList<>();
    for (int week = 0; week < 13; week++) {
      double level = (week < 10 ? 100 : 130) * (1 + 0.002 * (week % 3));
      runs.add(
          new RunFixture()
              .label("week " + week)
              .revision(week < 10 ? before : after)
              .startedAt(RunFixture.START.plus(Duration.ofDays(7L * week)))
              .time(arm("jdk"), level, level * 1.01)
              .run());
    }
    return History.of(runs, RunFixture.STUDY);
  }

  private static String words(History history) {
    return HistoryReport.text(history, Style.PLAIN).replaceAll("\\s+", " ");
  }

  @Test
  void aSuspicionNamesTheCommandThatSettlesIt() {
    assertThat(words(suspicion("aaaaaaaaaaaabbbb", "c0ffee")))
        .contains("SUSPECT week 10")
        .contains(
            "benchmarks.jar replay aaaaaaaaaaaa c0ffee --study "
                + Shell.quoted(Reproduce.pattern(List.of(RunFixture.STUDY))));
  }

  @Test
  void aSuspicionOfOneRevisionIsNotTheCodes() {
    assertThat(words(suspicion("c0ffee", "c0ffee")))
        .contains("SUSPECT week 10", "both sides measured revision c0ffee")
        .doesNotContain("replay");
  }

  @Test
  void aSuspicionOfUnknownRevisionsNamesNoCommand() {
    assertThat(words(suspicion("unknown", "c0ffee")))
        .contains("SUSPECT week 10")
        .doesNotContain("replay", "both sides");
  }

  @Test
  void aBreakOfShapeIsNamedInTextAndJson() throws Exception {
    History history = History.of(List.of(shaped(1, "short"), shaped(2, "long")), RunFixture.STUDY);
    JsonNode json = new ObjectMapper().readTree(HistoryJson.of(history));

    assertThat(words(history)).contains("| week 2: the forks did not do the same: short / long");
    assertThat(json.get("tracks").get(0).get("pieces").get(1).get("reason").asText())
        .isEqualTo("the forks did not do the same: short / long");
  }

  private static Run shaped(int week, String shape) {
    return new RunFixture()
        .label("week " + week)
        .shape(shape)
        .startedAt(RunFixture.START.plus(Duration.ofDays(7L * week)))
        .time(arm("jdk"), 100, 101)
        .run();
  }

  @Test
  void longHistoriesShowTheirNewestSessions() {
    List<Run> runs = new ArrayList<>();
    for (int day = 0; day < 300; day++) {
      runs.add(
          new RunFixture()
              .label("day " + day)
              .startedAt(RunFixture.START.plus(Duration.ofDays(day)))
              .time(arm("jdk"), 100, 101)
              .run());
    }
    String text = HistoryReport.text(History.of(runs, RunFixture.STUDY), Style.PLAIN);

    assertThat(text).contains("…", "day 0", "day 299");
    assertThat(text.lines()).allMatch(line -> Words.columns(line) <= TextReport.WIDTH);
  }

  @Test
  void aStudyWithoutNumbersSaysSo() {
    History none = new History("dev.example.None", List.of(), List.of());

    assertThat(HistoryReport.text(none, Style.PLAIN)).contains("no run has numbers of it");
    assertThat(HistoryJson.of(none)).contains("\"tracks\" : [ ]");
  }
}
