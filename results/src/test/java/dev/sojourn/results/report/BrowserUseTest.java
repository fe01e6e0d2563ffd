package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page under a reader's hands: zoom, larger plots, the choice of scheme, the keyboard. */
class BrowserUseTest extends TypicalPage {
  /** The first plot of two axes; those of ratios have nothing to zoom. */
  private static final String PLOT = "all('figure').find(f => f.querySelector('svg.plot'))";

  private static final String ZOOM = "Number(" + PLOT + ".querySelector('svg').dataset.zoom)";

  BrowserUseTest(Browser browser) {
    super(browser);
  }

  @BeforeEach
  void open() {
    browser.open("use", page().html());
    browser.ask(PLOT + ".scrollIntoView({block: 'center'})");
    browser.await(PLOT + ".querySelector('.tools')");
  }

  private WebElement figure() {
    return browser.find("figure:has(svg.plot)");
  }

  private void press(String label) {
    figure().findElement(By.cssSelector("button[aria-label='" + label + "']")).click();
  }

  private void press(Keys key, String label) {
    browser.ask(PLOT + ".querySelector('button[aria-label=\"" + label + "\"]').focus()");
    new Actions(browser.driver()).sendKeys(key).perform();
  }

  private double zoom() {
    return browser.ask(ZOOM).asDouble();
  }

  /** Left end, top, width and height of what is seen. */
  private List<Double> seen() {
    return browser
        .asked(PLOT + ".querySelector('svg.plot').getAttribute('viewBox').split(' ')")
        .stream()
        .map(Double::valueOf)
        .toList();
  }

  private double markWidth() {
    return browser
        .ask(PLOT + ".querySelector('svg.plot .mark').getBoundingClientRect().width")
        .asDouble();
  }

  private String background() {
    return browser.ask("getComputedStyle(document.body).backgroundColor").asText();
  }

  @Test
  void buttonsZoomMoveAndReset() {
    List<Double> whole = seen();
    double width = markWidth();

    press("Zoom in");
    assertThat(zoom()).isEqualTo(2);
    assertThat(seen().get(2)).isCloseTo(whole.get(2) / 2, within(0.01));
    assertThat(seen().get(3)).isCloseTo(whole.get(3) / 2, within(0.01));
    assertThat(seen().get(1)).isCloseTo(whole.get(1) + whole.get(3) / 4, within(0.01));
    assertThat(figure().findElement(By.tagName("output")).getText()).isEqualTo("×2.0");
    assertThat(markWidth()).isCloseTo(width, within(0.5));
    assertThat(browser.asked("all('.at-x[visibility=hidden]').map(t => t.textContent)"))
        .isNotEmpty();

    double left = seen().getFirst();
    press("Move right");
    assertThat(seen().getFirst()).isCloseTo(left + whole.get(2) / 8, within(0.01));
    press("Move left");
    double top = seen().get(1);
    press("Move up");
    assertThat(seen().get(1)).isCloseTo(top - whole.get(3) / 8, within(0.01));
    press("Move down");
    press("Zoom out");
    assertThat(zoom()).isEqualTo(1);

    press("Zoom in");
    press("Zoom in");
    press("Reset: show all of it");
    assertThat(seen()).isEqualTo(whole);
    assertThat(figure().findElement(By.tagName("output")).getText()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void zoomingHasAnEnd() {
    for (int i = 0; i < 12; i++) {
      press("Zoom in");
    }
    assertThat(zoom()).isEqualTo(50);
    List<Double> least = seen();
    press("Zoom in");
    assertThat(seen()).as("what is seen does not wander").isEqualTo(least);
    for (int i = 0; i < 12; i++) {
      press("Zoom out");
    }
    assertThat(zoom()).isEqualTo(1);
  }

  @Test
  void aDragChoosesWhatIsSeenAndTwoClicksShowAllAgain() {
    List<Double> whole = seen();
    WebElement picture = figure().findElement(By.tagName("svg"));
    int wide = 100;
    double across = browser.ask("stage(" + PLOT + ".querySelector('svg')).width").asDouble();

    new Actions(browser.driver())
        .moveToElement(picture, -50, -60)
        .clickAndHold()
        .moveByOffset(wide, 5)
        .release()
        .perform();

    assertThat(zoom()).isCloseTo(across / wide, within(0.1));
    assertThat(seen().get(3)).as("a flat drag leaves the height").isEqualTo(whole.get(3));
    assertThat(browser.findAll(".chosen")).isEmpty();

    new Actions(browser.driver()).doubleClick(picture).perform();
    assertThat(seen()).isEqualTo(whole);
  }

  @Test
  void whatATallDragChoseIsZoomedOutOfToo() {
    List<Double> whole = seen();
    WebElement picture = figure().findElement(By.tagName("svg"));
    new Actions(browser.driver())
        .moveToElement(picture, -50, -60)
        .clickAndHold()
        .moveByOffset(100, 70)
        .release()
        .perform();
    assertThat(seen().get(3)).as("a tall drag chooses a height").isLessThan(whole.get(3) / 2);

    for (int i = 0; i < 6; i++) {
      press("Zoom out");
    }

    assertThat(seen()).isEqualTo(whole);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aPlotIsEnlargedAndMadeSmallAgain() {
    String width = PLOT + ".getBoundingClientRect().width";
    double before = browser.ask(width).asDouble();

    press("Enlarge this plot");
    assertThat(browser.ask(width).asDouble()).isGreaterThan(1.5 * before);
    press("Shrink this plot");
    assertThat(browser.ask(width).asDouble()).isCloseTo(before, within(1.0));
  }

  @Test
  void everyButtonHasANameThatHoldsTheWordOnIt() {
    assertThat(browser.findAll("button")).hasSizeGreaterThan(6);
    for (WebElement button : browser.findAll("button")) {
      assertThat(button.getAccessibleName()).isNotBlank();
      if (button.getText().matches("[A-Z][a-z]+")) {
        assertThat(button.getAccessibleName()).contains(button.getText());
      }
    }
  }

  @Test
  void theSchemeIsTheSystemsUntilOneIsChosenAndTheChoiceIsKept() {
    String light = background();
    browser.media("screen", "dark");
    String dark = background();
    assertThat(dark).isNotEqualTo(light);

    WebElement chooser = browser.find("button.scheme");
    assertThat(chooser.getText()).isEqualTo("Colours: auto");
    chooser.click();
    assertThat(chooser.getText()).isEqualTo("Colours: light");
    assertThat(background()).isEqualTo(light);
    chooser.click();
    browser.media("screen", "light");
    assertThat(background()).isEqualTo(dark);

    browser.driver().navigate().refresh();
    assertThat(browser.find("button.scheme").getText()).isEqualTo("Colours: dark");
    assertThat(background()).isEqualTo(dark);
    browser.find("button.scheme").click();
    assertThat(background()).isEqualTo(light);
  }

  @Test
  void theKeyboardReachesTheResultsAndZooms() {
    browser.open("keys", page().html());
    new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
    assertThat(browser.ask("document.activeElement.textContent").asText())
        .isEqualTo("Skip to the results");
    assertThat(browser.ask("document.activeElement.getBoundingClientRect().left").asDouble())
        .isNotNegative();
    new Actions(browser.driver()).sendKeys(Keys.ENTER).perform();
    assertThat(browser.ask("document.activeElement.id").asText()).isEqualTo("results");

    browser.ask(PLOT + ".scrollIntoView({block: 'center'})");
    browser.await(PLOT + ".querySelector('.tools')");
    List<Double> whole = seen();
    press(Keys.SPACE, "Zoom in");
    assertThat(zoom()).isEqualTo(2);
    assertThat(seen().get(3)).isCloseTo(whole.get(3) / 2, within(0.01));
    press(Keys.ENTER, "Move up");
    assertThat(seen().get(1)).isCloseTo(whole.get(1) + whole.get(3) / 8, within(0.01));
  }
}
