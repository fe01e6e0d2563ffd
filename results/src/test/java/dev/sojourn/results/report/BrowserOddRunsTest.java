package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What a ledger may hold at worst, on the page, in a browser. */
@ExtendWith(BrowserExtension.class)
class BrowserOddRunsTest {
  @TempDir private Path folder;

  private final Browser browser;

  BrowserOddRunsTest(Browser browser) {
    this.browser = browser;
  }

  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  private void open(String name, String html) {
    Path file = browser.open("odd-" + name.replace(' ', '-'), html);
    browser.ask("unfold()");
    assertThat(browser.asked("foreign()")).isEmpty();
    assertThat(browser.ask("pictures().map(svg => drawn(svg).length)"))
        .allMatch(count -> count.asInt() > 0);
    assertThat(browser.asked("[...beyond(), ...covered()]")).as("on a desk").isEmpty();
    browser.phone();
    assertThat(browser.asked("[...beyond(), ...covered()]")).as("on a phone").isEmpty();
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).containsExactly(file.toUri().toString());
  }

  private String main() {
    return browser.find("main").getText();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anyRunBecomesAPageThatHoldsTogether(Map.Entry<String, Run> odd) throws Exception {
    open(odd.getKey(), LedgerPage.of(folder, odd.getValue()).html());

    assertThat(main()).contains("Machine and quality");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anyRunAgainstItselfBecomesAPageThatHoldsTogether(Map.Entry<String, Run> odd)
      throws Exception {
    RunComparison comparison = RunComparison.of(odd.getValue(), odd.getValue(), true);

    open("against-itself-" + odd.getKey(), HtmlComparison.page(comparison, Optional.empty()));

    assertThat(main()).contains("Changes", "The two runs");
  }

  @Test
  void anEmptyLedgerSaysHowToTakeARun() throws Exception {
    open("empty", LedgerPage.of(folder).html());

    assertThat(main()).contains("No run yet", "mvn -Pbench");
    assertThat(browser.find(".map").getText()).contains("0 of 48 weeks run");
    assertThat(browser.findAll(".weeks > li.none")).hasSize(48);
  }

  @Test
  void oneRunHasNoHistory() throws Exception {
    open("one run", LedgerPage.of(folder, LedgerPage.session(1).heaps(1).build()).html());

    assertThat(main()).contains("Run session 1").doesNotContain("History over");
    assertThat(browser.find(".archive summary").getText()).endsWith("(1)");
  }

  @Test
  void aFailedBenchmarkIsNamedWithItsCauseAboveTheOthersNumbers() throws Exception {
    open("failed", LedgerPage.of(folder, LedgerPage.session(1).queues().build()).html());

    assertThat(browser.find(".failed").getText())
        .contains("Not measured", "failed", "HandOverLab.broken", "slot taken twice");
    assertThat(main()).contains("2 of 3 planned arms measured", "ring", "blocking");
  }

  @Test
  void oneValueIsThePagesMaximumAndNoPercentile() throws Exception {
    open("one value", LedgerPage.of(folder, OddRuns.named("one value in a histogram")).html());

    assertThat(browser.asked("tables(document).find(t => t.heads.includes('max')).rows[0].cells"))
        .containsSequence("-", "-", "-", "1.23 µs");
  }

  @Test
  void aHostileLabelIsReadAsItWasGivenAndLeadsToItsRun() throws Exception {
    Run hostile = OddRuns.named("hostile");
    open("hostile", LedgerPage.of(folder, hostile).html());
    browser.desk();

    String label = hostile.label().value();
    assertThat(browser.find("article h2").getText()).isEqualTo("Run " + label);
    assertThat(browser.driver().getTitle()).isEqualTo(label + " - Sojourn");
    browser.driver().findElement(By.linkText("Run " + label)).click();
    assertThat(browser.find(":target").getText()).isEqualTo("Run " + label);
    assertThat(browser.asked("all('article code').map(c => c.textContent)"))
        .anyMatch(code -> code.contains("<script>alert("));
  }

  @Test
  void aLongQuestionIsShortUntilAllOfItIsAskedFor() throws Exception {
    String question = "a".repeat(5_000) + " " + "😀<b>'\" ".repeat(700) + "?";
    assertThat(question).hasSizeGreaterThan(10_000);
    Arm arm = Arm.of("a.b.LongBench", "jdk", Map.of());
    SyntheticRun run =
        LedgerPage.session(1).study(SyntheticRun.card(arm.study(), question, "jdk")).time(arm, 10);
    browser.open("long", LedgerPage.of(folder, run.build()).html());
    browser.phone();

    WebElement shown = browser.find("article .study > .question");
    assertThat(shown.getText()).endsWith("…").hasSizeLessThan(400);
    assertThat(browser.asked("beyond()")).isEmpty();
    browser.find(".question + details summary").click();
    assertThat(browser.find(".question + details p").getText()).isEqualTo(question);
    assertThat(browser.asked("beyond()")).isEmpty();
    assertThat(browser.asked("foreign()")).isEmpty();
  }

  @Test
  void aRunFromAnotherMachineIsToldOfAndNotJoined() throws Exception {
    Run elsewhere =
        LedgerPage.session(1).machine(Machine.CPU_MODEL, "Other <CPU> \"9\"").heaps(1).build();
    LedgerPage page =
        LedgerPage.of(
            folder,
            LedgerPage.session(0).heaps(1).build(),
            elsewhere,
            LedgerPage.session(2).heaps(1).build());
    open("elsewhere", page.html());

    assertThat(main())
        .contains("History over 2 sessions", "On other machines, not joined: 1 session.");
    assertThat(browser.find(".archive").getText()).contains(elsewhere.machine().name());
  }

  @Test
  void aNewestRunFromAnotherMachineStandsAlone() throws Exception {
    Run elsewhere =
        LedgerPage.session(2).machine(Machine.CPU_MODEL, "Other <CPU> \"9\"").heaps(1).build();
    LedgerPage page = LedgerPage.of(folder, LedgerPage.session(0).heaps(1).build(), elsewhere);
    open("alone", page.html());

    assertThat(main()).contains("Other <CPU> \"9\"").doesNotContain("History over");
  }
}
