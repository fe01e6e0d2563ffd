package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What the machine could have made alone is marked wherever it is shown. */
class PlatformReportTest {
  private static final String STUDY = "a.b.WaitLab";
  private static final int FORKS = 8;

  private static Run run(long hiccupNanos) {
    Arm arm = Arm.of(STUDY, "base", Map.of());
    SyntheticRun run =
        SyntheticRun.of(1, FORKS)
            .study(SyntheticRun.card(STUDY, "Who waits?", "base"))
            .time(arm, 5_000)
            .tail(arm, 1, 5_000, 11_000);
    for (int round = 0; round < FORKS; round++) {
      Histogram hiccups = new Histogram(3);
      hiccups.recordValueWithCount(hiccupNanos, 1_000);
      run.conditions(
          new ForkConditions(
              arm,
              round,
              round,
              1,
              ForkConditions.Fate.KEPT,
              "",
              new TreeMap<>(),
              List.of(),
              Optional.of(Cells.of(hiccups))));
    }
    return run.build();
  }

  @Test
  void platformLimitedQuantilesAreMarkedInText() {
    assertThat(TextReport.run(run(4_000)))
        .containsPattern("base +5\\.\\d+ µs~ +\\d")
        .contains("no claim");
    assertThat(TextReport.run(run(100))).doesNotContain("~ ", "no claim");
    assertThat(MarkdownReport.run(run(4_000))).contains("no claim");
  }

  @Test
  void pageDrawsTheHiccupsAndShadesWhatTheyForbid() {
    String page = HtmlReport.page(List.of(run(4_000)));

    assertThat(page).contains("area limited", "platform&#39;s hiccups", "td class=\"limited\"");
    assertThat(page).doesNotContain("NaN", "Infinity");
  }

  @Test
  void aRunWithoutHiccupsShadesNothing() {
    String page = HtmlReport.page(List.of(SyntheticRun.typical(1).build()));

    assertThat(page).contains("area band").doesNotContain("area limited", "platform&#39;s hiccups");
  }
}
