package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Apache Commons CSV makes of the export. */
class CsvParsedTest {
  private static final CSVFormat WITH_HEAD =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyForkAndEveryFailureIsARecordWithItsOwnNumbers(Map.Entry<String, Run> odd)
      throws Exception {
    Run run = odd.getValue();
    List<CSVRecord> left = new ArrayList<>(records(run));

    for (Measurement measurement : run.findings()) {
      for (ForkSample fork : measurement.forks()) {
        holds(left.removeFirst(), run, measurement, fork);
      }
    }
    for (Failure failure : run.failures()) {
      CSVRecord record = left.removeFirst();
      assertThat(record.get("method")).isEqualTo(failure.arm().method());
      assertThat(record.get("failure")).isEqualTo(failure.stage() + ": " + failure.cause());
      assertThat(record.get("median")).isEmpty();
    }

    assertThat(left).isEmpty();
  }

  private static List<CSVRecord> records(Run run) throws Exception {
    try (CSVParser parser = CSVParser.parse(CsvReport.run(run), WITH_HEAD)) {
      return parser.getRecords();
    }
  }

  private static void holds(CSVRecord record, Run run, Measurement measurement, ForkSample fork) {
    assertThat(record.isConsistent()).isTrue();
    assertThat(record.get("label")).isEqualTo(run.label().value());
    assertThat(record.get("study")).isEqualTo(measurement.arm().study());
    assertThat(record.get("method")).isEqualTo(measurement.arm().method());
    assertThat(record.get("params")).isEqualTo(measurement.arm().paramsText());
    assertThat(record.get("metric")).isEqualTo(measurement.metric().name());
    assertThat(record.get("unit")).isEqualTo(measurement.metric().unit());
    assertThat(record.get("round")).isEqualTo(Integer.toString(fork.round()));
    assertThat(Double.parseDouble(record.get("median"))).isEqualTo(fork.median());
    assertThat(Arrays.stream(record.get("scores").split(" ")).map(Double::valueOf).toList())
        .isEqualTo(fork.scores());
    assertThat(record.get("failure")).isEmpty();
  }
}
