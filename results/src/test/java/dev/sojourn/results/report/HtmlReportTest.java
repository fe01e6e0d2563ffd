package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Contrasts;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The pictures themselves, without the plots that lie within them. */
  private static List<Element> pictures(Document page) {
    return elements(page, "svg").stream()
        .filter(svg -> !svg.getAttribute("class").equals("plot"))
        .toList();
  }

  @Test
  void allViewsOfAnArmAreCurvesOfOnePlot() throws Exception {
    Arm arm = Arm.of("a.b.EdgeLab", "stalling", Map.of());
    Histogram closed = new Histogram(3);
    closed.recordValueWithCount(7_000, 200_000);
    Run run =
        SyntheticRun.of(1, 2)
            .time(arm, 5_000)
            .tail(new Tail(arm, "closed", 1, List.of(new Tail.ForkTail(0, closed))))
            .tail(arm, 1, 5_000, 20_000)
            .build();

    Document page = parsed(HtmlReport.page(List.of(run)));

    assertThat(pictures(page))
        .filteredOn(svg -> svg.getAttribute("aria-label").contains("Latency by percentile"))
        .singleElement()
        .satisfies(
            svg -> {
              assertThat(svg.getAttribute("aria-label")).contains("2 lines");
              assertThat(svg.getTextContent()).contains("stalling", "stalling closed");
            });
  }

  @ParameterizedTest
  @MethodSource("runs")
  void pageIsWellFormedAndEveryPictureSpeaks(Map.Entry<String, Run> odd) throws Exception {
    Document page = parsed(HtmlReport.page(List.of(odd.getValue())));

    for (Element svg : pictures(page)) {
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      assertThat(svg.getAttribute("aria-label")).isNotBlank();
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(svg.getElementsByTagName("path").getLength()).isPositive();
      Element figure = (Element) svg.getParentNode();
      assertThat(figure.getTagName()).isEqualTo("figure");
      assertThat(figure.getElementsByTagName("table").getLength()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void picturesHoldNoCoordinateThatIsNoNumber(Map.Entry<String, Run> odd) {
    assertThat(HtmlReport.page(List.of(odd.getValue()))).doesNotContain("NaN", "Infinity");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void headingsDescendOneLevelAtATimeAndNamesAreUnique(Map.Entry<String, Run> odd)
      throws Exception {
    Document page = parsed(HtmlReport.page(List.of(odd.getValue(), odd.getValue())));
    int level = 0;
    Set<String> ids = new HashSet<>();

    for (Element element : elements(page, "*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertThat(next).isLessThanOrEqualTo(level + 1);
        level = next;
      }
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).isTrue();
      }
    }
    for (Element link : elements(page, "a")) {
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
  }

  @Test
  void pageAsksNobodyForAnything() {
    String page = HtmlReport.page(List.of(SyntheticRun.typical(1).build()));

    assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "url(", "fetch", "eval");
    assertThat(page).contains("default-src 'none'".replace("'", "&#39;"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void dataNeverBecomesMarkup(Map.Entry<String, Run> odd) throws Exception {
    String page = HtmlReport.page(List.of(odd.getValue()));

    assertThat(elements(parsed(page), "script"))
        .singleElement()
        .satisfies(script -> assertThat(script.getTextContent()).doesNotContain("alert"));
    assertThat(elements(parsed(page), "img")).isEmpty();
    assertThat(page).doesNotContain("\u001b", "\u0000");
  }

  @Test
  void labelIsShownAsItWasGiven() throws Exception {
    Document page = parsed(HtmlReport.page(List.of(OddRuns.named("hostile"))));

    assertThat(elements(page, "h2").getFirst().getTextContent())
        .isEqualTo("Run \"><img src=x onerror='y'>😀 <!-- ]]>");
  }

  @Test
  void longQuestionIsShortenedWithTheRestBehindIt() throws Exception {
    Document page = parsed(HtmlReport.page(List.of(OddRuns.named("hostile"))));

    Element question =
        elements(page, "p").stream()
            .filter(p -> p.getAttribute("class").equals("question"))
            .findFirst()
            .orElseThrow();
    assertThat(question.getTextContent()).hasSizeLessThan(400).endsWith("…");
    Element whole = (Element) question.getNextSibling().getNextSibling();
    assertThat(whole.getTagName()).isEqualTo("details");
    assertThat(whole.getTextContent()).hasSizeGreaterThan(5_000);
  }

  @Test
  void emptyPageSaysHowToTakeARun() throws Exception {
    Document page = parsed(HtmlReport.page(List.of()));

    assertThat(elements(page, "main").getFirst().getTextContent()).contains("mvn -Pbench");
  }

  @Test
  void pageOfATypicalRunIsSmall() {
    assertThat(HtmlReport.page(List.of())).hasSizeLessThan(30_000);
    assertThat(HtmlReport.page(List.of(SyntheticRun.typical(1).build()))).hasSizeLessThan(300_000);
  }

  @Test
  void studyShowsForestScalingAndSpectra() throws Exception {
    Document page = parsed(HtmlReport.page(List.of(SyntheticRun.of(1, 8).heaps(1).build())));

    assertThat(pictures(page).stream().map(svg -> svg.getAttribute("aria-label")))
        .hasSize(8)
        .anyMatch(text -> text.contains("ratio to the baseline"))
        .anyMatch(text -> text.contains("time per operation by size"))
        .anyMatch(text -> text.contains("ratio of latencies to the baseline's"))
        .anyMatch(text -> text.contains("Latency by percentile"));
  }

  @Test
  void whatWouldSettleARowIsTextAndNoTooltipAlone() throws Exception {
    Run run = SyntheticRun.of(1, 8).open().build();
    List<String> reasons =
        Contrasts.of(run, Optional.empty()).stream()
            .filter(c -> Finding.of(c) == Finding.INCONCLUSIVE)
            .filter(c -> c.metric().equals(Metric.TIME))
            .map(c -> c.subject().method() + " at size=" + size(c) + ": " + c.verdict().reason())
            .toList();

    Document page = parsed(HtmlReport.page(List.of(run)));

    assertThat(reasons).isNotEmpty();
    assertThat(elements(page, "li").stream().map(Element::getTextContent)).containsAll(reasons);
    assertThat(elements(page, "summary").stream().map(Element::getTextContent))
        .anyMatch(text -> text.matches("Why not: \\d+ inconclusive rows?"));
  }

  private static String size(Comparison c) {
    return Objects.requireNonNull(c.subject().params().get("size"));
  }

  @Test
  void commandToReproduceIsThere() {
    assertThat(HtmlReport.page(List.of(SyntheticRun.typical(1).build())))
        .contains(
            "java -jar benchmarks/target/benchmarks.jar run --study"
                + " &#39;^dev\\.sojourn\\.benchmarks\\.heap\\.HeapHoldBench$&#39;"
                + " --method &#39;^(fourWay|pairing)$&#39;"
                + " --param size=1000,1000000,10000000 --effort screen --pairs 8");
  }

  @Test
  void sameRunsGiveTheSamePage() {
    assertThat(HtmlReport.page(List.of(SyntheticRun.typical(7).build())))
        .isEqualTo(HtmlReport.page(List.of(SyntheticRun.typical(7).build())));
  }

  @Test
  void onlyTheOneScriptMayRunAndItsHashIsThePolicys() throws Exception {
    String page = HtmlReport.page(List.of());
    String script = elements(parsed(page), "script").getFirst().getTextContent();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));

    assertThat(page)
        .contains("script-src &#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;");
  }

  @Test
  void curvesAreLabelledWithTheirSlopes() throws Exception {
    Document page = parsed(HtmlReport.page(List.of(SyntheticRun.of(1, 8).heaps(1).build())));

    assertThat(pictures(page))
        .filteredOn(svg -> svg.getAttribute("aria-label").contains("time per operation by size"))
        .singleElement()
        .satisfies(
            svg ->
                assertThat(svg.getTextContent())
                    .contains("jdk, slope 0.2", "pairing, slope 0.2", "fourWay, slope 0.2"));
  }

  @Test
  void aPageOfVeryManyStudiesDrawsOnlyRatiosAndSaysHowToSeeTheRest() throws Exception {
    SyntheticRun many = SyntheticRun.of(1, 4).label("2026-W48");
    for (int i = 0; i <= HtmlReport.MOST_STUDIES_IN_FULL; i++) {
      String study = "dev.example.Study" + i + "Bench";
      many.study(SyntheticRun.card(study, "Is it so?", "jdk", "own"));
      for (String size : List.of("10", "1000")) {
        many.time(Arm.of(study, "jdk", Map.of("size", size)), 50);
        many.time(Arm.of(study, "own", Map.of("size", size)), 40);
      }
    }

    Document page = parsed(HtmlReport.page(List.of(many.build())));

    assertThat(pictures(page)).hasSize(HtmlReport.MOST_STUDIES_IN_FULL + 1);
    assertThat(elements(page, "code"))
        .anyMatch(
            code ->
                code.getTextContent()
                    .endsWith("report --study '^dev\\.example\\.Study7Bench$' 2026-W48"));
  }
}
