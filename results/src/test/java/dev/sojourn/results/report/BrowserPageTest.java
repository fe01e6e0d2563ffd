package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The page of a usual ledger as a browser without a network shows it. */
class BrowserPageTest extends TypicalPage {
  /** One of ratios, one of scaling, spectra and shifts of four points each, a history. */
  private static final int PICTURES = 3 + 1 + 4 + 4 + 1;

  private Path file;

  BrowserPageTest(Browser browser) {
    super(browser);
  }

  @BeforeEach
  void open() {
    file = browser.open("typical", page().html());
  }

  @Test
  void itOpensWithoutARequestAndWithoutAComplaint() {
    browser.ask("unfold()");
    browser.ask("scrollTo(0, document.body.scrollHeight)");
    browser.await("document.querySelector('.tools')");

    assertThat(browser.requests()).containsExactly(file.toUri().toString());
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.asked("foreign()")).isEmpty();
  }

  @Test
  void thisBrowserWouldHaveSeenARequestAndAComplaint() {
    browser.open(
        "control", "<script>console.error('seen')</script><img src='https://example.com/x.png'>");

    assertThat(browser.requests()).contains("https://example.com/x.png");
    assertThat(browser.complaints()).anyMatch(text -> text.contains("seen"));
    assertThat(browser.ask("all('img')[0].naturalWidth").asInt()).isZero();
    assertThat(browser.asked("foreign()")).hasSize(1);
  }

  @Test
  void aScriptThatGotIntoThePageWouldNotRun() {
    browser.ask(
        "document.body.append(Object.assign(document.createElement('script'), {textContent:"
            + " 'window.ran = true'}))");

    assertThat(browser.ask("window.ran === undefined").asBoolean()).isTrue();
    assertThat(browser.complaints()).anyMatch(text -> text.contains("Content Security Policy"));
  }

  /** A reader's software asks for a page as it was opened, long before all of it was in sight. */
  @Test
  void everyPlotIsAPictureWithItsWordsBeforeItWasEverInSight() {
    List<WebElement> pictures = browser.findAll("figure > svg");

    assertThat(pictures).hasSize(PICTURES);
    for (WebElement picture : pictures) {
      assertThat(picture.getAriaRole()).isIn("img", "image");
      assertThat(picture.getAccessibleName()).isEqualTo(picture.getDomAttribute("aria-label"));
    }
  }

  @Test
  void everyPlotHasARoleANameAndItsTable() {
    browser.ask("unfold()");
    List<WebElement> pictures = browser.findAll("figure > svg");

    assertThat(pictures).hasSize(PICTURES);
    for (WebElement picture : pictures) {
      assertThat(picture.getAriaRole()).isIn("img", "image");
      assertThat(picture.getAccessibleName()).contains(". ", "below.").hasSizeGreaterThan(40);
    }
    for (JsonNode rows : browser.ask("all('figure').map(f => tables(f).map(t => t.rows.length))")) {
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).asInt()).isPositive();
    }
  }

  @Test
  void everyPlotShowsMarksThatStandOutInBothSchemes() {
    for (String scheme : List.of("light", "dark")) {
      browser.media("screen", scheme);

      assertThat(browser.ask("pictures().map(svg => drawn(svg).length)"))
          .hasSize(PICTURES)
          .allMatch(count -> count.asInt() > 0);
      assertThat(browser.asked("paleMarks()")).as(scheme).isEmpty();
      assertThat(browser.asked("paleWords()")).as(scheme).isEmpty();
    }
  }

  @Test
  void plotsShowWithoutScripts() {
    browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.open("typical", page().html());

      assertThat(browser.findAll(".scheme, .tools")).isEmpty();
      assertThat(browser.ask("pictures().map(svg => drawn(svg).length)"))
          .hasSize(PICTURES)
          .allMatch(count -> count.asInt() > 0);
    } finally {
      browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void aWeekOfTheMapLeadsToItsStudies() {
    assertThat(browser.findAll(".weeks > li")).hasSize(PageContextTest.WEEKS.size());

    browser.find(".week.worse a").click();

    assertThat(browser.find(":target").getText()).isEqualTo("Week 17: Title 17");
    browser.await("Math.abs(document.querySelector(':target').getBoundingClientRect().top) < 100");
  }
}
