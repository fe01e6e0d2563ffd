package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.WeekPairs;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
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
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Two weeks side by side, whatever their studies are called and however many there are. */
class WeeksReportTest {
  /** What a comment of a pull request holds. */
  private static final int COMMENT = 65_536;

  private static final String HOSTILE = OddRuns.HOSTILE;
  private static final String LABEL = "\"><img src=x onerror='y'>😀 `a` | <!-- ]]> www.example.org";

  private static StudyCard card(String study, int week, String question, List<String> methods) {
    return new StudyCard(
        study, week, "bench", question, "", "", methods.getFirst(), methods, List.of(), "f00d");
  }

  /** A study of each week, with the same methods; and one of each without a partner. */
  private static Run named(String label, String name, List<String> methods) {
    String question = name + "?";
    SyntheticRun run = SyntheticRun.of(1, 4).label(label);
    for (int week : List.of(5, 37)) {
      String study = "w" + week + "." + name + "HoldBench";
      run.study(card(study, week, question, methods));
      for (String method : methods) {
        run.time(Arm.of(study, method, Map.of(name, name)), 10 + week);
      }
      String alone = "w" + week + "." + name + "Only" + week + "Bench";
      run.study(card(alone, week, question, List.of(name + week)));
      run.time(Arm.of(alone, name + week, Map.of(name, name)), 10);
    }
    return run.build();
  }

  private static String markdown(Run run) {
    return WeeksReport.markdown(run, WeekPairs.of(run, 5, 37, Optional.empty()));
  }

  private static Document page(Run run) throws Exception {
    String html = WeeksReport.html(run, WeekPairs.of(run, 5, 37, Optional.empty()));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // By itself the parser refuses more than 100,000 characters that stand for themselves.
    factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
  }

  @Test
  void nothingOfHostileNamesIsMarkdown() {
    String text = markdown(named(LABEL, HOSTILE, List.of("base", HOSTILE)));

    MarkdownParsedTest.assertThatNothingOfTheDataIsMarkup(text);
    assertThat(text.replaceAll("<!-- -->|</?details>|</?summary>", "")).doesNotContain("<");
    assertThat(text).doesNotContain("@all", "www.example").contains("alone: ");
    assertThat(MarkdownParsedTest.firstCells(text))
        .contains("method", "base", Words.plain(HOSTILE));
  }

  @Test
  void nothingOfHostileNamesIsHtml() throws Exception {
    Document page = page(named(LABEL, HOSTILE, List.of("base", HOSTILE)));

    assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo("Weeks 5 and 37 of run " + LABEL);
    assertThat(page.getElementsByTagName("main").item(0).getTextContent())
        .contains("Without a partner", "<script>alert('x')</script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "<", "`", "@", "😀", "\u0301", "www.", "漢", "a", "\\", "- "})
  void namesOfTenThousandCharactersFitAComment(String piece) throws Exception {
    String name = "n" + piece.repeat(10_000 / piece.length());
    Run run = named("long", name, List.of("base", name));

    String text = markdown(run);

    assertThat(text).hasSizeLessThan(COMMENT).contains("alone: ", "Side by side stands");
    assertThat(MarkdownParsedTest.firstCells(text)).hasSize(3).contains("base");
    MarkdownParsedTest.assertThatNothingOfTheDataIsMarkup(text);
    assertThat(page(run).getElementsByTagName("table").getLength()).isEqualTo(1);
  }

  /** Two weeks alike but for the noise of the later one, in turn or one after the other. */
  private static Run open(boolean inTurn) {
    SyntheticRun run = SyntheticRun.of(1, 8).label("open");
    for (int week : List.of(5, 37)) {
      String study = "w" + week + ".HoldBench";
      run.study(card(study, week, "How fast?", List.of("base", "own")));
      Arm own = Arm.of(study, "own", Map.of());
      if (inTurn) {
        run.plan(own).metric(own, Metric.TIME, 50, week == 5 ? 0.01 : 0.1);
      } else {
        run.measurement(new Measurement(own, Metric.TIME, forks(week, week == 5 ? 50 : 52)));
      }
    }
    return run.build();
  }

  private static List<ForkSample> forks(int from, double nanos) {
    return IntStream.range(0, 8)
        .mapToObj(
            i -> {
              List<Double> scores = List.of(nanos * (1 + 0.05 * (i % 3)));
              return new ForkSample(i, 100 * from + i, Instant.EPOCH, List.of(), scores);
            })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whyARowIsOpenIsTextInEveryFormat(boolean inTurn) throws Exception {
    Run run = open(inTurn);
    WeekPairs pairs = WeekPairs.of(run, 5, 37, Optional.empty());
    Comparison open = pairs.meetings().getFirst().comparisons().getFirst();
    String reason = "own, time: " + open.verdict().reason();

    assertThat(Finding.of(open)).isEqualTo(Finding.INCONCLUSIVE);
    assertThat(page(run).getElementsByTagName("details").item(0).getTextContent())
        .contains("Why not: 1 open row", reason);
    assertThat(WeeksReport.markdown(run, pairs))
        .contains(
            "<details><summary>Why not: 1 open row</summary>", "- " + MarkdownText.escaped(reason));
    String text = WeeksReport.text(run, pairs, Style.PLAIN).replaceAll("\\s+", " ");
    if (inTurn) {
      assertThat(text).contains(" more pair").doesNotContain("why not");
    } else {
      assertThat(text).contains("why not: " + reason);
    }
  }

  @Test
  void whatDoesNotFitACommentIsCounted() throws Exception {
    List<String> methods = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      methods.add("implementation" + "x".repeat(60) + i);
    }
    Run run = named("many", "heap", methods);

    String text = markdown(run);

    int rows = MarkdownParsedTest.firstCells(text).size() - 1;
    assertThat(rows).isBetween(100, 999);
    assertThat(text)
        .hasSizeLessThan(COMMENT)
        .contains("_Left out for length: " + Words.counted(1_000 - rows, "comparison") + "._")
        .contains("alone: ", "Side by side stands");
    assertThat(page(run).getElementsByTagName("tr").getLength()).isEqualTo(1_001);
  }
}
