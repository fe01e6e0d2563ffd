package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticLedger;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.LedgerException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Every page is HTML as the standard has it, says the checker that browsers' makers use. */
class HtmlValidTest {
  private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

  private static final List<String> COMPLAINTS = new ArrayList<>();

  @TempDir private static Path folder;
  private static SimpleDocumentValidator validator;

  @BeforeAll
  static void readSchema() throws Exception {
    validator = new SimpleDocumentValidator(true, false, false);
    validator.setUpMainSchema(SCHEMA, new Complaints());
    validator.setUpValidatorAndParsers(new Complaints(), false, false);
  }

  /** Its knowledge of style sheets is older than ours; browsers judge those in other tests. */
  private record Complaints() implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      error(e);
    }

    @Override
    public void error(SAXParseException e) {
      if (!String.valueOf(e.getMessage()).startsWith("CSS:")) {
        COMPLAINTS.add(e.getLineNumber() + ": " + e.getMessage());
      }
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }

  private static List<String> complaints(String html) throws Exception {
    COMPLAINTS.clear();
    InputSource page = new InputSource(new StringReader(html));
    page.setSystemId("https://example.org/page.html");
    validator.checkHtmlInputSource(page);
    return List.copyOf(COMPLAINTS);
  }

  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  @Test
  void thisCheckerWouldHaveComplained() throws Exception {
    String page = HtmlReport.page(List.of());

    assertThat(complaints(page.replace("</main>", "<figcaption>x</figcaption></main>")))
        .singleElement()
        .asString()
        .contains("figcaption");
    assertThat(complaints(page.replace("<title>", "<title id=\"results\">")))
        .anyMatch(text -> text.contains("Duplicate ID"));
  }

  @Test
  void thePageIsValidBeforeItIsFilled() throws Exception {
    assertThat(complaints(HtmlReport.page(List.of()))).isEmpty();
    assertThat(complaints(LedgerPage.of(folder.resolve("empty")).html())).isEmpty();
  }

  @Test
  void aPageOfEveryKindOfPlotWithItsWeeksIsValid() throws Exception {
    String page = LedgerPage.typical(folder.resolve("typical")).html();

    assertThat(page).contains("class=\"weeks\"", "History over", "Percentile spectrum");
    assertThat(complaints(page)).isEmpty();
  }

  @Test
  void aPageOfALedgerOfManySessionsIsValid() throws Exception {
    assertThat(complaints(ofSynthetic(12, 5))).isEmpty();
  }

  private static String ofSynthetic(int runs, int studies) throws LedgerException {
    SyntheticLedger ledger = new SyntheticLedger(runs, studies, 7);
    Run[] all = IntStream.range(0, runs).mapToObj(ledger::run).toArray(Run[]::new);
    return LedgerPage.of(folder.resolve("synthetic"), all).html();
  }

  @Test
  void aPageOfVeryManyStudiesIsValid() throws Exception {
    Run run = new SyntheticLedger(1, HtmlReport.MOST_STUDIES_IN_FULL + 1, 7).run(0);

    assertThat(complaints(HtmlReport.page(List.of(run)))).isEmpty();
  }

  @Test
  void aComparisonIsValid() throws Exception {
    Run before = SyntheticRun.of(1, 16).label("before").heaps(1).filters().build();
    Run after = SyntheticRun.of(2, 16).label("after").heaps(1.4).filters().queues().build();
    String page = HtmlComparison.page(RunComparison.of(before, after, true), Optional.empty());

    assertThat(page).contains("regressed", "<figure>");
    assertThat(complaints(page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anyRunBecomesAValidPage(Map.Entry<String, Run> odd) throws Exception {
    assertThat(complaints(HtmlReport.page(List.of(odd.getValue())))).isEmpty();
  }
}
