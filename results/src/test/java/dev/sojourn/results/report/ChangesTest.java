package dev.sojourn.results.report;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.Verdict;
import dev.sojourn.results.model.Metric;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final double[] FORKS = {100, 100.2, 99.9, 100.1, 100, 100.3, 100.05, 99.95};

  private static String summary(RunFixture before, RunFixture after) throws Exception {
    return Changes.of(
            RunComparison.of(before.label("before").run(), after.label("after").run(), false))
        .summary();
  }

  @Test
  void equivalentsAreCountedWithTheWidthTheyWereHeldTo() throws Exception {
    assertThat(
            summary(
                new RunFixture().time(arm("jdk"), FORKS),
                new RunFixture().positionsFrom(1).time(arm("jdk"), FORKS)))
        .isEqualTo("1 equivalent within 2 %");
  }

  @Test
  void equalCountsHaveNoWidth() throws Exception {
    assertThat(
            summary(
                new RunFixture().metric(arm("jdk"), Metric.ALLOCATION, 24),
                new RunFixture().positionsFrom(1).metric(arm("jdk"), Metric.ALLOCATION, 24)))
        .isEqualTo("1 equivalent");
  }

  /** One arm that a few pairs more would settle, measured in turn. */
  private static RunComparison open(int apart) throws Exception {
    double[] later = {104, 100, 103, 99, 105, 101, 100, 102};
    return RunComparison.of(
        new RunFixture().label("before").time(arm("jdk"), FORKS).run(),
        new RunFixture().label("after").positionsFrom(apart).time(arm("jdk"), later).run(),
        false);
  }

  @Test
  void everyFormatSaysOfAnOpenRowHowManyPairsWouldSettleIt() throws Exception {
    RunComparison comparison = open(1);
    Verdict.Inconclusive verdict =
        (Verdict.Inconclusive) comparison.comparisons().getFirst().verdict();
    String pairs = Words.counted(verdict.morePairs(), "more pair");

    assertThat(verdict.morePairs()).isPositive();
    assertThat(TextReport.comparison(comparison))
        .contains("inconclusive, needs ~" + pairs)
        .contains("The inconclusive would need " + pairs + ".");
    assertThat(MarkdownReport.comparison(comparison))
        .contains("| inconclusive, needs ~" + pairs + " |")
        .contains("The inconclusive would need " + pairs + ".");
    assertThat(HtmlComparison.page(comparison, Optional.empty()))
        .contains("inconclusive, needs ~" + pairs);
  }

  @Test
  void whatMorePairsWouldNotSettleIsSaidToo() throws Exception {
    // No place of their own in one order: two sessions.
    RunComparison sessions = open(0);

    String way = "whose forks did not run in turn: measure both in turn, as duel and replay do.";
    assertThat(Changes.of(sessions).remedies())
        .containsExactly("More pairs would not settle 1 of the inconclusive, " + way);
    assertThat(MarkdownReport.comparison(sessions)).contains(way);
    assertThat(TextReport.comparison(sessions).replaceAll("\\s+", " ")).contains(way);
  }

  @Test
  void countsThatDifferBetweenForksAreNotSettledByPairs() throws Exception {
    Metric count = new Metric("probes", "probes/op", true);
    RunComparison counts =
        RunComparison.of(
            new RunFixture().label("before").metric(arm("jdk"), count, 3, 5, 4).run(),
            new RunFixture().label("after").metric(arm("jdk"), count, 5, 6, 5).run(),
            false);

    assertThat(Changes.of(counts).remedies())
        .containsExactly(
            "More pairs would not settle 1 of the inconclusive, which are counts: forks of the"
                + " same code disagree.");
  }
}
