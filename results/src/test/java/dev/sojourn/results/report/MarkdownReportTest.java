package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Run;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
}
