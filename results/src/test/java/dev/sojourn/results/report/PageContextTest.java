package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page with all there is beside the runs: the map of the weeks, histories, the index. */
class PageContextTest {
  private static final Instant START = Instant.parse("2026-01-05T03:25:00Z");

  static final List<WeekCard> WEEKS =
      IntStream.rangeClosed(1, 48)
          .mapToObj(w -> new WeekCard(w, "Block " + (w - 1) / 4, "Title " + w, "Why " + w + "?"))
          .toList();

  private static SyntheticRun session(int index) {
    return SyntheticRun.of(index, 8)
        .label("s" + index)
        .startedAt(START.plusSeconds(86_400L * index));
  }

  private static String page(Run shown, Run... others) {
    Archive archive = Archive.of(List.of(shown), Stream.of(others));
    return HtmlReport.page(
        List.of(shown), new PageContext(WEEKS, archive, run -> Optional.empty()));
  }

  private static List<Element> elements(String page, String tag, String style) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)));
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      if (element.getAttribute("class").startsWith(style)) {
        elements.add(element);
      }
    }
    return elements;
  }

  @Test
  void everyWeekIsACellThatSaysWhatBecameOfIt() throws Exception {
    String page = page(session(9).heaps(1).filters().build());

    List<Element> cells = elements(page, "li", "week");
    assertThat(cells).hasSize(48);
    assertThat(cells.get(16).getAttribute("class")).isEqualTo("week worse");
    assertThat(cells.get(16).getTextContent())
        .contains("week 17", "Title 17", "4 claims: 1 shown, 1 not shown", "in run s9");
    assertThat(cells.get(2).getTextContent()).contains("run, no claim made");
    assertThat(cells.get(0).getTextContent()).contains("not run");
    assertThat(cells.get(16).getElementsByTagName("a").getLength()).isEqualTo(1);
    assertThat(cells.get(0).getElementsByTagName("a").getLength()).isZero();
  }

  @Test
  void weeksThatOnlyOtherRunsHaveAreOnTheMapToo() throws Exception {
    String page = page(session(9).filters().build(), session(3).heaps(1).build());

    Element cell = elements(page, "li", "week").get(16);
    assertThat(cell.getTextContent()).contains("4 claims", "in run s3");
    assertThat(cell.getElementsByTagName("a").getLength()).isZero();
  }

  /** One method of the heaps beside itself. */
  private static Run calibration(int index) {
    StudyCard heaps = session(index).heaps(1).build().studies().getFirst();
    SyntheticRun run = session(index).effort("calibrate").study(heaps);
    for (String variant : List.of("A", "B")) {
      Arm jdk = Arm.of(heaps.study(), "jdk", Map.of("size", "1000"));
      run.time(new CalibrationArm(jdk, variant).arm(), 41);
    }
    return run.build();
  }

  private static Run smoke(int index) {
    return SyntheticRun.of(index, 1)
        .label("s" + index)
        .effort("smoke")
        .startedAt(START.plusSeconds(86_400L * index))
        .heaps(1)
        .build();
  }

  /** The cell of the heaps' week. */
  private static Element heapWeek(Run shown, Run... others) throws Exception {
    return elements(page(shown, others), "li", "week").get(16);
  }

  @Test
  void aCalibrationHidesNoOutcomeWhereverItIs() throws Exception {
    Run heaps = session(3).heaps(1).build();

    for (Element cell :
        List.of(
            heapWeek(session(9).filters().build(), heaps, calibration(5)),
            heapWeek(calibration(9), heaps))) {
      assertThat(cell.getAttribute("class")).isEqualTo("week worse");
      assertThat(cell.getTextContent()).contains("4 claims: 1 shown", "in run s3");
    }
    assertThat(heapWeek(calibration(9), calibration(5)).getTextContent()).endsWith("not run");
  }

  @Test
  void aSmokeRunFillsAWeekThatNothingBetterIsKnownOf() throws Exception {
    Run filters = session(9).filters().build();
    Run heaps = session(3).heaps(1).build();

    assertThat(heapWeek(filters, smoke(5), smoke(4)).getTextContent()).endsWith("in run s5");
    assertThat(heapWeek(filters, smoke(5), heaps).getTextContent()).endsWith("in run s3");
    assertThat(heapWeek(smoke(9), heaps).getTextContent()).endsWith("in run s3");
    assertThat(heapWeek(smoke(9), smoke(12)).getTextContent()).endsWith("in run s9");
    assertThat(heapWeek(smoke(9), calibration(5)).getTextContent()).endsWith("in run s9");
  }

  @Test
  void aStudyThatFailedInTheShownRunKeepsItsOlderOutcome() throws Exception {
    Run heaps = session(3).heaps(1).build();
    StudyCard card = heaps.studies().getFirst();
    SyntheticRun failed = session(9).filters().study(card);
    card.methods().forEach(m -> failed.failure(Arm.of(card.study(), m, Map.of()), "gate", "slot"));

    assertThat(heapWeek(failed.build(), heaps).getTextContent())
        .contains("4 claims: 1 shown")
        .endsWith("in run s3");
  }

  @Test
  void aClaimWithMissingPointsIsOpenOnTheMapWhereverItIs() throws Exception {
    ClaimCard half =
        new ClaimCard(ClaimCard.Kind.RATIO, "own", "jdk", "time", 0.8, Double.NaN, Map.of());
    StudyCard card =
        new StudyCard(
            "a.b.HalfBench",
            17,
            "bench",
            "How fast?",
            "",
            "",
            "jdk",
            List.of("jdk", "own"),
            List.of(half),
            "f00d");
    Arm small = Arm.of(card.study(), "jdk", Map.of("size", "10"));
    Arm large = Arm.of(card.study(), "jdk", Map.of("size", "1000"));
    Run run =
        session(3)
            .study(card)
            .time(small, 50)
            .time(small.withMethod("own"), 20)
            .time(large, 50)
            .failure(large.withMethod("own"), "fork", "slot taken")
            .build();

    for (Element cell : List.of(heapWeek(run), heapWeek(session(9).filters().build(), run))) {
      assertThat(cell.getAttribute("class")).isEqualTo("week open");
      assertThat(cell.getTextContent()).endsWith("1 claim: 1 not separable in run s3");
    }
  }

  @Test
  void studiesThatThePageLeavesOutAreOnTheMapAndInTheIndex() throws Exception {
    Run whole = session(9).heaps(1).filters().queues().build();
    Run cut = session(9).filters().build();
    Archive archive =
        Archive.of(List.of(cut), List.of(whole), Stream.of(session(3).heaps(1.2).build()));

    String page =
        HtmlReport.page(List.of(cut), new PageContext(WEEKS, archive, run -> Optional.empty()));

    Element cell = elements(page, "li", "week").get(16);
    assertThat(cell.getTextContent()).contains("4 claims").endsWith("in run s9");
    assertThat(cell.getElementsByTagName("a").getLength()).isZero();
    assertThat(archive.sessions())
        .extracting(Archive.Session::studies, Archive.Session::failures)
        .containsExactly(tuple(3, 1), tuple(1, 0));
  }

  @Test
  void studiesStandUnderTheQuestionOfTheirWeek() throws Exception {
    List<Element> weeks = elements(page(session(9).heaps(1).build()), "section", "week-of");

    assertThat(weeks)
        .singleElement()
        .satisfies(
            week ->
                assertThat(week.getTextContent())
                    .startsWith("\nWeek 17: Title 17\nWhy 17?\n4 claims"));
  }

  @Test
  void commandsNameTheLedgerThatTheyWouldNotFind() {
    Run shown = session(1).heaps(1).build();
    Archive archive = Archive.of(List.of(shown), Stream.of(session(0).heaps(1).build()));
    PageContext context = new PageContext(WEEKS, archive, run -> Optional.empty());

    assertThat(HtmlReport.page(List.of(shown), context))
        .contains("benchmarks.jar report LABEL<", "benchmarks.jar history dev.sojourn.")
        .doesNotContain("--results");
    assertThat(HtmlReport.page(List.of(shown), context.ofLedger("my runs")))
        .contains(
            "benchmarks.jar report --results &#39;my runs&#39; LABEL<",
            "benchmarks.jar history --results &#39;my runs&#39; dev.sojourn.");
  }

  @Test
  void aHistoryMarksWhereTheLevelChanged() {
    Run[] others =
        IntStream.range(0, 19)
            .mapToObj(i -> session(i).heaps(i < 10 ? 1 : 1.5).build())
            .toArray(Run[]::new);

    assertThat(page(session(19).heaps(1.5).build(), others))
        .contains("History over 20 sessions at size=10000000", "slower at s10");
  }

  @Test
  void anotherJdkIsABreakAndAnotherMachineIsNotJoined() {
    Run jdk = session(1).machine(Machine.JDK, "Other 26").heaps(1).build();
    Run machine = session(2).machine(Machine.CPU_MODEL, "Other CPU").heaps(1).build();

    assertThat(page(session(3).heaps(1).build(), session(0).heaps(1).build(), jdk, machine))
        .contains(
            "History over 3 sessions",
            "From s1: jdk.build: Temurin 25.0.1+8 / Other 26",
            "From s3: jdk.build: Other 26 / Temurin 25.0.1+8",
            "On other machines, not joined: 1 session.");
  }

  @Test
  void oneRunHasNoHistoryAndAnIndexOfOne() {
    assertThat(page(session(1).heaps(1).build()))
        .contains("All runs of the ledger (1)")
        .doesNotContain("History over");
  }

  @Test
  void emptyLedgerShowsTheMapAndHowToTakeARun() {
    String page =
        HtmlReport.page(List.of(), new PageContext(WEEKS, Archive.none(), run -> Optional.empty()));

    assertThat(page).contains("0 of 48 weeks run", "mvn -Pbench");
  }

  @Test
  void hostileRunsAreHarmlessInEveryPartOfThePage() throws Exception {
    Run hostile = OddRuns.named("hostile");
    Run later = session(300).build();
    String page = page(hostile, later, OddRuns.named("only failures"));

    assertThat(elements(page, "script", "")).hasSize(1);
    assertThat(elements(page, "img", "")).isEmpty();
    assertThat(page).contains("All runs of the ledger (3)", "1 arm failed");
  }

  @Test
  void cachesAreMarkedWhereTheAxisIsInBytes() {
    assertThat(caches("bytes", Metric.ALLOCATION)).isTrue();
    assertThat(caches("messageBytes", Metric.ALLOCATION)).isTrue();
    assertThat(caches("size", Metric.ALLOCATION)).isFalse();
    assertThat(caches("size", new Metric("footprint", "B/element", true))).isTrue();
  }

  @Test
  void cachesOfAFootprintAreMarkedBetweenTheValuesThatWereMeasured() {
    Metric footprint = new Metric("footprint", "B", true);
    Arm arm = Arm.of("a.b.TreeBench", "jdk", Map.of());
    SyntheticRun run = session(1).study(SyntheticRun.card(arm.study(), "How fast?", "jdk", "own"));
    for (int size : new int[] {1_000, 100_000}) {
      for (String method : List.of("jdk", "own")) {
        Arm at = Arm.of(arm.study(), method, Map.of("size", Integer.toString(size)));
        double bytes = method.equals("jdk") ? size / 1_000.0 * 3_276.8 : 8;
        run.time(at, 10).metric(at, footprint, bytes, 0);
      }
    }
    StudyView study = new RunView(run.build()).studies().getFirst();
    Scaling scaling = Scaling.of(study, Lines.of(run.build(), study)).getFirst();

    List<XyPlot.Rule> rules = CacheRules.of(run.build().machine(), study, scaling);

    assertThat(rules).extracting(XyPlot.Rule::label).containsExactly("L1d");
    assertThat(rules.getFirst().x()).isCloseTo(10_000, within(1e-6));
    assertThat(page(run.build()))
        .contains(">L1d</text>", "Upright lines: where the baseline&#39;s data fill a cache");
  }

  @Test
  void whyNoCacheIsMarkedIsSaid() {
    assertThat(page(session(1).heaps(1).build()))
        .contains("not drawn, for the study does not say how many bytes its data take at a size");
    assertThat(copies("bytes", Metric.ALLOCATION, "1024", "16384"))
        .contains("No cache fills within these values.")
        .doesNotContain("Upright lines", ">L1d</text>");
  }

  @Test
  void theCaptionNamesTheCachesThatAreMarked() {
    assertThat(copies("bytes", Metric.ALLOCATION, "1024", "65536"))
        .contains("Upright lines: where the baseline&#39;s data fill a cache, L1d 32 KiB.");
    assertThat(copies("bytes", Metric.ALLOCATION, "1024", "16777216"))
        .contains("where the baseline&#39;s data fill a cache, L1d 32 KiB, L2 1 MiB.");
  }

  private static boolean caches(String parameter, Metric metric) {
    return copies(parameter, metric, "1000", "1000000", "100000000").contains(">L1d</text>");
  }

  /** A page of one study along a parameter. */
  private static String copies(String parameter, Metric metric, String... values) {
    String study = "a.b.CopyBench";
    SyntheticRun run = session(1).study(SyntheticRun.card(study, "How fast?", "jdk", "own"));
    for (String value : values) {
      for (String method : List.of("jdk", "own")) {
        Arm arm = Arm.of(study, method, Map.of(parameter, value));
        run.time(arm, 10).metric(arm, metric, 16, 0);
      }
    }
    return page(run.build());
  }
}
