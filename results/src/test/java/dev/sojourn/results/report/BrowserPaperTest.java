package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The page on a phone and on paper; and a screenshot of each way to look at it. */
class BrowserPaperTest extends TypicalPage {
  /** Heads of all kinds, without the spaces that layout puts in. */
  private static final String HEADS =
      "all('h2, h3, h4, h5, thead tr, .group').map(h => h.textContent.replaceAll(/\\s/g, ''))";

  BrowserPaperTest(Browser browser) {
    super(browser);
  }

  @BeforeEach
  void open() {
    browser.open("paper", page().html());
  }

  @Test
  void onADeskItFitsInBothSchemes() {
    assertThat(browser.asked("beyond()")).isEmpty();
    browser.keep("light");
    browser.media("screen", "dark");
    browser.keep("dark");
  }

  @Test
  void aPhoneNeverScrollsSideways() {
    browser.phone();
    browser.driver().navigate().refresh();

    assertThat(browser.ask("[innerWidth, visualViewport.scale]").toString()).isEqualTo("[390,1]");
    assertThat(browser.asked("beyond()")).isEmpty();
    browser.keep("phone");
    browser.ask("unfold()");
    assertThat(browser.asked("beyond()")).as("everything unfolded").isEmpty();
  }

  @Test
  void wideTablesOfAPhoneScrollWithinThemselves() {
    browser.phone();
    browser.ask("unfold()");

    String widest = "all('.scroll').sort((a, b) => b.scrollWidth - a.scrollWidth)[0]";
    assertThat(browser.ask(widest + ".scrollWidth").asInt()).isGreaterThan(390);
    browser.ask(widest + ".scrollBy(10000, 0)");
    assertThat(browser.ask(widest + ".scrollLeft").asInt()).isPositive();
    assertThat(
            browser
                .ask(
                    widest
                        + ".querySelector('tbody th[scope=row]')"
                        + ".getBoundingClientRect().left >= 0")
                .asBoolean())
        .as("the row's name stays in sight")
        .isTrue();
  }

  @Test
  void onPaperNothingIsCutOffAndNothingIsLeftThatOnlyAScreenNeeds() {
    browser.find("button.scheme").click();
    browser.find("button.scheme").click();
    browser.ask("all('figure').forEach(f => f.scrollIntoView())");
    browser.paper();

    assertThat(browser.ask("getComputedStyle(document.documentElement).colorScheme").asText())
        .isEqualTo("light");
    assertThat(browser.asked("paleWords()")).isEmpty();
    assertThat(browser.asked("paleMarks()")).isEmpty();
    assertThat(browser.findAll("button, nav, .skip")).noneMatch(WebElement::isDisplayed);
    assertThat(browser.asked("beyond()")).isEmpty();
    assertThat(
            browser.asked(
                "all('table').filter(t => t.getBoundingClientRect().right > innerWidth + 0.5)"
                    + ".map(t => t.caption.textContent + ' ' + t.getBoundingClientRect().right)"))
        .isEmpty();
    browser.keep("print");
  }

  @Test
  void itPrintsOnAFewSheets() throws IOException {
    assertThat(sheets()).hasSizeBetween(2, 30);
  }

  @Test
  void theFirstSheetHasMoreThanATitle() throws IOException {
    assertThat(sheets().getFirst())
        .contains("Run session 3", "Machine and quality", "Every fact recorded")
        .hasSizeGreaterThan(20);
  }

  /** A head that stands alone at the foot of a sheet says nothing of the rows on the next. */
  @Test
  void noSheetEndsInAHead() throws IOException {
    Set<String> heads = Set.copyOf(browser.asked(HEADS));
    assertThat(heads).contains("methodtime/opratio95%intervalverdictp50p99p99.9maxalloc/opforks");
    for (List<String> sheet : sheets()) {
      assertThat(sheet.getLast().replaceAll("\\s", "")).isNotIn(heads);
    }
  }

  @Test
  void whatWouldSettleARowIsOnPaper() throws IOException {
    browser.open("open", HtmlReport.page(List.of(SyntheticRun.of(1, 8).open().build())));
    String paper = sheets().stream().flatMap(List::stream).collect(Collectors.joining(" "));

    assertThat(paper).contains("Why not: ", " more pair");
    assertThat(browser.findAll(".reasons[open]")).isEmpty();
  }

  /** Lines of each sheet, from its top to its foot. */
  private List<List<String>> sheets() throws IOException {
    List<List<String>> sheets = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(browser.print("print"))) {
      PDFTextStripper words = new PDFTextStripper();
      words.setSortByPosition(true);
      for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++) {
        words.setStartPage(sheet);
        words.setEndPage(sheet);
        sheets.add(words.getText(pdf).lines().filter(line -> !line.isBlank()).toList());
      }
    }
    return sheets;
  }
}
