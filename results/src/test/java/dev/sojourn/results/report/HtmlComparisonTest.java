package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlComparisonTest {
  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  private static String page(Run before, Run after) throws Exception {
    return HtmlComparison.page(RunComparison.of(before, after, true), Optional.empty());
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anyRunAgainstItselfIsAWellFormedPage(Map.Entry<String, Run> odd) throws Exception {
    Document page = parsed(page(odd.getValue(), odd.getValue()));

    assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
    assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
  }

  @Test
  void changesAreSortedByEffectAndEquivalentsFoldedAway() throws Exception {
    Run before = SyntheticRun.of(1, 16).label("before").heaps(1).filters().build();
    Run after = SyntheticRun.of(2, 16).label("after").heaps(1.4).filters().build();

    String page = page(before, after);

    assertThat(page).contains("after against before", "regressed", " equivalent</summary>");
    assertThat(page.indexOf(" equivalent</summary>")).isGreaterThan(page.indexOf("Changes, by"));
  }

  @Test
  void changesThatThePlotHasNoRoomForAreCounted() throws Exception {
    assertThat(page(ofMethods("before", 40, 10), ofMethods("after", 40, 20)))
        .contains("Data of the ratios")
        .doesNotContain("Not drawn");
    assertThat(page(ofMethods("before", 43, 10), ofMethods("after", 43, 20)))
        .contains("Not drawn, but in the table: 3 more.");
  }

  private static Run ofMethods(String label, int methods, double nanos) {
    SyntheticRun run = SyntheticRun.of(methods, 8).label(label);
    for (int i = 0; i < methods; i++) {
      run.time(Arm.of("a.b.ManyBench", "m" + i, Map.of()), nanos);
    }
    return run.build();
  }

  @Test
  void whyARowIsOpenIsTextAndNoTooltipAlone() throws Exception {
    Run before = SyntheticRun.of(1, 8).label("before").open().build();
    Run after = SyntheticRun.of(2, 8).label("after").open().build();
    List<String> reasons =
        RunComparison.of(before, after, true).comparisons().stream()
            .filter(Reasons::isOpen)
            .map(c -> ", " + c.metric().name() + ": " + c.verdict().reason())
            .toList();

    Document page = parsed(page(before, after));

    assertThat(reasons).isNotEmpty();
    assertThat(texts(page, "summary"))
        .contains("Why not: " + Words.counted(reasons.size(), "open row"));
    assertThat(texts(page, "li"))
        .filteredOn(text -> text.startsWith("NoisyGetBench."))
        .hasSize(reasons.size())
        .allMatch(text -> text.contains(" at size=") && reasons.stream().anyMatch(text::endsWith));
  }

  private static List<String> texts(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  @Test
  void forcedComparisonOfUnlikeMachinesIsStamped() throws Exception {
    Run before = SyntheticRun.of(1, 8).label("before").heaps(1).build();
    Run after =
        SyntheticRun.of(2, 8).label("after").machine(Machine.JDK, "Other 26").heaps(1).build();

    Document page = parsed(page(before, after));

    assertThat(page.getElementsByTagName("main").item(0).getTextContent())
        .contains("Know first", "jdk.build: Temurin 25.0.1+8 / Other 26");
  }

  @Test
  void factsOfEitherRunAreShown() throws Exception {
    Run unwatched = SyntheticRun.of(1, 8).label("unwatched").heaps(1).build();
    SyntheticRun watched = SyntheticRun.of(2, 8).label("watched").heaps(1);
    watched.conditions(
        new ForkConditions(
            Arm.of("a.B", "m", Map.of()),
            0,
            0,
            1,
            ForkConditions.Fate.KEPT,
            "",
            new TreeMap<>(Map.of(ForkConditions.STEAL_SHARE, 0.001)),
            List.of(),
            Optional.empty()));

    assertThat(platform(page(unwatched, watched.build()))).startsWith("platform-beside the forks:");
    assertThat(platform(page(watched.build(), unwatched)))
        .startsWith("platformbeside the forks:")
        .endsWith("-");
  }

  private static String platform(String page) throws Exception {
    return texts(parsed(page), "tr").stream()
        .map(String::strip)
        .filter(row -> row.startsWith("platform"))
        .findFirst()
        .orElse("none");
  }
}
