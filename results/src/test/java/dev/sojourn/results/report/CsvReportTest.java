package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  @Test
  void runReadsAsItDid() {
    Golden.check("filters.csv", CsvReport.run(SyntheticRun.of(1, 2).filters().build()));
  }

  @Test
  void fieldsWithCommasQuotesAndLineBreaksAreQuoted() {
    Arm arm = Arm.of("a.B", "m", Map.of("p", "x,\"y\"\n"));

    assertThat(CsvReport.run(SyntheticRun.of(1, 1).time(arm, 10).build()))
        .contains(",a.B,m,\"p=x,\"\"y\"\"\n\",time,ns/op,0,");
  }

  @Test
  void whatFailedIsARowThatSaysWhy() {
    Arm arm = Arm.of("a.B", "m", Map.of());

    assertThat(CsvReport.run(SyntheticRun.of(1, 1).failure(arm, "fork", "no, never").build()))
        .endsWith(",a.B,m,,,,,,,,,\"fork: no, never\"\r\n")
        .hasLineCount(2);
  }

  @Test
  void emptyRunIsItsHead() {
    assertThat(CsvReport.run(SyntheticRun.of(1, 1).build())).startsWith("label,").hasLineCount(1);
  }
}
