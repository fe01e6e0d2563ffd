package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  @Test
  void comparisonReadsAsItDid() throws Exception {
    Golden.check("comparison.json", JsonReport.comparison(TextReportTest.twoRuns()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyComparisonHasTheFieldsOthersRelyOn(Map.Entry<String, Run> odd) throws Exception {
    RunComparison same = RunComparison.of(odd.getValue(), odd.getValue(), true);

    JsonNode root = new ObjectMapper().readTree(JsonReport.comparison(same));

    assertThat(root.fieldNames())
        .toIterable()
        .containsExactly("format", "before", "after", "comparisons", "warnings");
    assertThat(root.get("format").intValue()).isEqualTo(1);
    assertThat(root.get("comparisons")).hasSameSizeAs(same.comparisons());
    root.get("comparisons").forEach(JsonReportTest::hasFields);
  }

  private static void hasFields(JsonNode node) {
    assertThat(node.fieldNames())
        .toIterable()
        .containsExactly(
            "study", "method", "params", "metric", "ratio", "low", "high", "verdict", "reason");
    assertThat(node.get("verdict").textValue())
        .isIn(List.of("regressed", "improved", "equivalent", "inconclusive", "unproven"));
    for (String number : List.of("ratio", "low", "high")) {
      assertThat(node.get(number).isNumber() || node.get(number).isNull()).isTrue();
    }
  }

  @Test
  void intervalWithoutAnEndIsNull() throws Exception {
    Run run = OddRuns.named("one pair");

    JsonNode root =
        new ObjectMapper().readTree(JsonReport.comparison(RunComparison.of(run, run, false)));

    assertThat(root.get("comparisons").get(0).get("high").isNull()).isTrue();
  }
}
