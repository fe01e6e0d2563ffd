package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The page on a phone and on paper; and a screenshot of each way to look at it. */
class BrowserPaperTest extends TypicalPage {
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
  void itPrintsOnAFewSheets() {
    String pdf = new String(browser.print("print"), StandardCharsets.ISO_8859_1);

    assertThat(pdf).startsWith("%PDF-");
    assertThat(pdf.split("/Type /Page\\b", -1)).hasSizeBetween(3, 30);
  }
}
