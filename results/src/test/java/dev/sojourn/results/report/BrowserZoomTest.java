package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** However small a part of a plot is seen, its axes say which. */
class BrowserZoomTest extends TypicalPage {
  private static final String PLOTS = "all('figure').filter(f => f.querySelector('svg.plot'))";

  /** Words and places of the ticks of an axis that are seen. */
  private static final String TICKS =
      "all('.tick.at-%s', %s[%d]).filter(t => getComputedStyle(t).visibility === 'visible')"
          + ".map(t => [t.lastChild.data, ...['left', 'right', 'top', 'bottom']"
          + ".map(side => t.getBoundingClientRect()[side])])";

  /** How far the middle of each mark lies from the nearest point of a line, in units of a plot. */
  private static final String DRIFT =
      "(plot => { const scale = plot.parentElement.getScreenCTM().a;"
          + "const seen = (e, x, y) => new DOMPoint(x, y).matrixTransform(e.getScreenCTM());"
          + "const dots = all('polyline', plot).flatMap(line =>"
          + " [...line.points].map(dot => seen(line, dot.x, dot.y)));"
          + "return all('.mark', plot).map(mark => { const box = mark.getBBox();"
          + " const at = seen(mark, box.x + box.width / 2, box.y + box.height / 2);"
          + " return Math.min(...dots.map(dot => Math.hypot(dot.x - at.x, dot.y - at.y))) / scale;"
          + " }); })(%s[%d].querySelector('svg.plot'))";

  BrowserZoomTest(Browser browser) {
    super(browser);
  }

  @BeforeEach
  void open() {
    browser.open("zoom", page().html());
    browser.ask("layOut()");
  }

  private int plots() {
    return browser.ask(PLOTS + ".length").asInt();
  }

  private WebElement bring(int plot) {
    String figure = PLOTS + "[" + plot + "]";
    browser.ask(figure + ".scrollIntoView({block: 'center'})");
    browser.await(figure + ".querySelector('.tools')");
    return browser.findAll("figure:has(svg.plot)").get(plot);
  }

  private static void press(WebElement figure, String label) {
    figure.findElement(By.cssSelector("button[aria-label='" + label + "']")).click();
  }

  /** At least two, none alike, none upon another, all of them in the picture. */
  private Set<String> legible(int plot, String axis) {
    JsonNode ticks = browser.ask(TICKS.formatted(axis, PLOTS, plot));
    String which = "ticks along " + axis + " of plot " + plot + ": " + ticks;
    assertThat(ticks).as(which).hasSizeGreaterThan(1);
    Set<String> words = new HashSet<>();
    for (JsonNode tick : ticks) {
      assertThat(words.add(tick.get(0).asText())).as(which).isTrue();
      for (JsonNode other : ticks) {
        assertThat(tick.equals(other) || !touch(tick, other)).as(which).isTrue();
      }
    }
    JsonNode frame =
        browser.ask(
            "(b => [b.left, b.right])(%s[%d].querySelector('svg').getBoundingClientRect())"
                .formatted(PLOTS, plot));
    for (JsonNode tick : ticks) {
      assertThat(tick.get(1).asDouble()).as(which).isGreaterThan(frame.get(0).asDouble() - 1);
      assertThat(tick.get(2).asDouble()).as(which).isLessThan(frame.get(1).asDouble() + 1);
    }
    return words;
  }

  private static boolean touch(JsonNode one, JsonNode other) {
    return one.get(1).asDouble() < other.get(2).asDouble()
        && other.get(1).asDouble() < one.get(2).asDouble()
        && one.get(3).asDouble() < other.get(4).asDouble()
        && other.get(3).asDouble() < one.get(4).asDouble();
  }

  @Test
  void ticksAreLegibleAtEveryStepOfTheZoomAndEverywhereAlongTheAxis() {
    for (int plot = 0; plot < plots(); plot++) {
      WebElement figure = bring(plot);
      Set<String> whole = legible(plot, "x");
      for (int step = 0; step < 8; step++) {
        press(figure, "Zoom in");
        legible(plot, "x");
        legible(plot, "y");
      }
      for (int step = 0; step < 3; step++) {
        press(figure, "Move right");
        legible(plot, "x");
      }
      press(figure, "Reset: show all of it");
      assertThat(legible(plot, "x")).isEqualTo(whole);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void ticksAreLegibleWhenAPartOfBothAxesIsChosen() {
    for (int plot = 0; plot < plots(); plot++) {
      WebElement picture = bring(plot).findElement(By.tagName("svg"));
      for (int times = 0; times < 3; times++) {
        new Actions(browser.driver())
            .moveToElement(picture, -40, -70)
            .clickAndHold()
            .moveByOffset(60, 50)
            .release()
            .perform();
        legible(plot, "x");
        legible(plot, "y");
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }

  private int plotOf(String words) {
    return browser
        .ask(
            PLOTS
                + ".findIndex(f => f.querySelector('svg').getAttribute('aria-label')"
                + ".includes('"
                + words
                + "'))")
        .asInt();
  }

  /** The parameter goes from 1000 to 10 000 000, by logarithm. */
  @Test
  void aTickStandsWhereItsValueIs() {
    int plot = plotOf("time per operation by size");
    WebElement figure = bring(plot);
    String place =
        "%s[%d].querySelectorAll('.curve')[0].getBoundingClientRect()".formatted(PLOTS, plot);
    press(figure, "Zoom in");
    press(figure, "Zoom in");

    assertThat(legible(plot, "x")).contains("100k");
    double left = browser.ask(place + ".left").asDouble();
    double right = browser.ask(place + ".right").asDouble();
    double shown = middle(plot, "100k");
    double expected = left + (right - left) * Math.log(100) / Math.log(10_000);
    assertThat(Math.abs(shown - expected)).isLessThan(2);
  }

  private double middle(int plot, String text) {
    for (JsonNode tick : browser.ask(TICKS.formatted("x", PLOTS, plot))) {
      if (tick.get(0).asText().equals(text)) {
        return (tick.get(1).asDouble() + tick.get(2).asDouble()) / 2;
      }
    }
    throw new AssertionError("no tick " + text);
  }

  @Test
  void aMarkStaysOnItsPointHoweverFarOneZooms() {
    int followed = 0;
    for (int plot = 0; plot < plots(); plot++) {
      WebElement figure = bring(plot);
      JsonNode whole = browser.ask(DRIFT.formatted(PLOTS, plot));
      for (int step = 0; step < 6; step++) {
        press(figure, "Zoom in");
      }
      JsonNode zoomed = browser.ask(DRIFT.formatted(PLOTS, plot));
      for (int mark = 0; mark < whole.size(); mark++) {
        if (whole.get(mark).asDouble() < 1) { // others stand alone, without a line
          assertThat(zoomed.get(mark).asDouble())
              .as("mark %d of plot %d", mark, plot)
              .isLessThan(1);
          followed++;
        }
      }
    }
    assertThat(followed).isGreaterThan(plots());
  }

  @Test
  void aPercentileIsWrittenTheSameWayZoomedOrNot() {
    int plot = plotOf("Latency by percentile");
    WebElement figure = bring(plot);
    Set<String> whole = legible(plot, "x");
    assertThat(whole).contains("90", "99", "99.9").allMatch(text -> text.matches("[0-9.]+"));

    press(figure, "Zoom in");

    assertThat(legible(plot, "x"))
        .containsAnyElementsOf(whole)
        .allMatch(text -> text.matches("[0-9.]+"));
  }

  @Test
  void aGridLineGoesWithEachTick() {
    WebElement figure = bring(0);
    for (int step = 0; step < 5; step++) {
      press(figure, "Zoom in");
      List<String> upright =
          browser.asked(
              "all('.grid', %s[0]).filter(l => l.getAttribute('visibility') !== 'hidden')"
                      .formatted(PLOTS)
                  + ".filter(l => l.getAttribute('x1') === l.getAttribute('x2')).map(l => '')");
      assertThat(upright.size()).isBetween(legible(0, "x").size(), 7);
    }
  }
}
