package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.LedgerException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A method has one colour, dash and marker in all plots of its study. */
class LinesTest {
  private static final String STUDY = "a.b.UnevenBench";

  @TempDir private Path folder;

  /** The second method lacks a point, the last has one that the others lack. */
  private static SyntheticRun uneven(int week) {
    SyntheticRun run =
        LedgerPage.session(week)
            .study(SyntheticRun.card(STUDY, "Whose line is it?", "base", "partial", "late"));
    for (String size : List.of("10", "1000", "100000")) {
      Arm base = Arm.of(STUDY, "base", Map.of("size", size));
      for (String method : List.of("late", "base")) {
        run.time(base.withMethod(method), 50).tail(base.withMethod(method), 1, 5_000, 12_000);
      }
      if (size.equals("10")) {
        Arm partial = base.withMethod("partial");
        run.time(partial, 40).tail(partial, 1, 4_000, 12_000);
      }
    }
    return run;
  }

  private Document page() throws Exception {
    Run[] runs = {uneven(0).build(), uneven(1).build(), uneven(2).build()};
    return parsed(LedgerPage.of(folder, runs).html());
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  /** How a legend shows each name: class of its line, class and shape of its marker. */
  private static Map<String, Set<String>> looks(Document page) {
    Map<String, Set<String>> looks = new HashMap<>();
    NodeList texts = page.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      if (text.getAttribute("class").equals("legend")) {
        Element mark = before(text);
        Element line = before(mark);
        String name = text.getTextContent().replaceAll(", slope.*", "");
        String look = line.getAttribute("class") + "; " + mark.getAttribute("class");
        looks.computeIfAbsent(name, any -> new HashSet<>()).add(look + "; " + shape(mark));
      }
    }
    return looks;
  }

  /** Commands of the outline without the places. */
  private static String shape(Element mark) {
    return mark.getAttribute("d").replaceAll("[^A-Za-z]", "");
  }

  private static Element before(Node node) {
    Node before = node.getPreviousSibling();
    return before instanceof Element element ? element : before(before);
  }

  @Test
  void aMethodLooksTheSameInEveryPlotOfItsStudy() throws Exception {
    Document page = page();
    Map<String, Set<String>> looks = looks(page);

    assertThat(page.getElementsByTagName("figure").getLength()).isGreaterThan(7);
    assertThat(page.getDocumentElement().getTextContent()).contains("History over 3 sessions");
    assertThat(looks).containsOnlyKeys("base", "partial", "late");
    assertThat(looks).allSatisfy((name, all) -> assertThat(all).as(name).hasSize(1));
    assertThat(looks.values().stream().distinct()).hasSize(3);
  }

  @Test
  void methodsComeAsTheStudyNamesThemThenViewsThenWhatIsNoMethods() throws LedgerException {
    Run run = uneven(0).build();
    StudyView study = new RunView(run).studies().getFirst();
    Lines lines = Lines.of(run, study);

    assertThat(List.of("base", "partial", "late").stream().map(lines::place))
        .containsExactly(0, 1, 2);
    assertThat(lines.place("the platform's hiccups")).isEqualTo(3);
  }
}
