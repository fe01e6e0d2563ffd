package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Run;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Flame graphs as a page links them, read back by a parser. */
class HtmlFlamesTest {
  private static final String ODD = "a \"b\" <c> & 'd' 😀";

  private record Link(String words, String href) {}

  private static String page(Run run, FlameLinks links) {
    return HtmlReport.page(List.of(run), PageContext.none().linking(links));
  }

  private static List<Element> elements(String page, String tag) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)))
            .getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The links that lead out of the page. */
  private static List<Link> links(String page) throws Exception {
    return elements(page, "a").stream()
        .map(a -> new Link(a.getTextContent(), a.getAttribute("href")))
        .filter(link -> !link.href().startsWith("#"))
        .toList();
  }

  private static Run run(String method, String value) {
    Arm jdk = Arm.of("x.Heap", "jdk", Map.of("size", value));
    return SyntheticRun.of(1, 2)
        .study(SyntheticRun.card("x.Heap", "Which?", "jdk", method))
        .time(jdk, 100)
        .time(jdk.withMethod(method), 80)
        .build();
  }

  @Test
  void withoutFlameGraphsThePageSaysNothingOfThem() throws Exception {
    String page = page(SyntheticRun.typical(1).build(), FlameLinks.NONE);

    assertThat(page).doesNotContain("Flame graphs");
    assertThat(links(page)).isEmpty();
  }

  @Test
  void onlyThoseThatExistAreLinked() throws Exception {
    Run run = run("ours", "1");

    String page =
        page(
            run,
            (r, arm, event) ->
                arm.method().equals("ours") && event == FlameEvent.ALLOC
                    ? Optional.of("flames/ours.html")
                    : Optional.empty());

    assertThat(links(page)).containsExactly(new Link("allocation", "flames/ours.html"));
    assertThat(elements(page, "li").stream().map(Element::getTextContent))
        .contains("size=1: ours allocation");
  }

  @Test
  void everyArmOfEveryStudyIsLinkedOnce() throws Exception {
    Run run = SyntheticRun.typical(1).build();
    long arms = run.measurements().stream().map(m -> m.arm()).distinct().count();

    String page =
        page(run, (r, arm, event) -> Optional.of(Integer.toHexString(arm.hashCode()) + event.id()));

    assertThat(links(page)).doesNotHaveDuplicates().hasSize((int) (2 * arms));
  }

  @Test
  void namesAndAddressesAreEscaped() throws Exception {
    String page = page(run("m" + ODD, ODD), (r, arm, event) -> Optional.of(ODD + event.id()));

    assertThat(links(page))
        .containsExactly(
            new Link("CPU time", ODD + "ctimer"),
            new Link("allocation", ODD + "alloc"),
            new Link("CPU time", ODD + "ctimer"),
            new Link("allocation", ODD + "alloc"));
    assertThat(page).doesNotContain("<c>");
    assertThat(elements(page, "li").stream().map(Element::getTextContent))
        .contains(
            "size=%s: jdk CPU time, allocation; m%s CPU time, allocation".formatted(ODD, ODD));
  }

  @Test
  void linksChangeNothingElseOnThePage() {
    Run run = SyntheticRun.typical(1).build();
    String with = page(run, (r, arm, event) -> Optional.of("x"));

    assertThat(with.replaceAll("(?s)<h5>Flame graphs</h5>.*?</ul>\n", ""))
        .isEqualTo(page(run, FlameLinks.NONE));
  }
}
