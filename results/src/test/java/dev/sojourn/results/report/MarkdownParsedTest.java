package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CommonMark, with the tables of GitHub, makes of the reports. */
class MarkdownParsedTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void tablesAreWholeAndNothingOfTheDataIsMarkup(Map.Entry<String, Run> odd) throws Exception {
    RunComparison same = RunComparison.of(odd.getValue(), odd.getValue(), true);

    assertThatNothingOfTheDataIsMarkup(MarkdownReport.run(odd.getValue()));
    assertThatNothingOfTheDataIsMarkup(MarkdownReport.comparison(same));
  }

  /** Tables are whole, and there is no markup but our own. */
  static void assertThatNothingOfTheDataIsMarkup(String text) {
    Node document = PARSER.parse(text);
    assertThat(all(document, Link.class)).isEmpty();
    assertThat(all(document, Image.class)).isEmpty();
    assertThat(all(document, HtmlInline.class))
        .allMatch(html -> html.getLiteral().equals("<!-- -->"));
    assertThat(all(document, HtmlBlock.class))
        .allMatch(html -> html.getLiteral().matches("</details>|<details><summary>.*</summary>"));
    assertThat(all(document, TableBlock.class)).allMatch(MarkdownParsedTest::isRectangular);
  }

  /** What stands in the first column of all tables, heads too. */
  static List<String> firstCells(String text) {
    return all(PARSER.parse(text), TableBlock.class).stream()
        .flatMap(table -> all(table, TableRow.class).stream())
        .map(row -> text(row.getFirstChild()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theLabelIsReadAsItIs(Map.Entry<String, Run> odd) {
    Node document = PARSER.parse(MarkdownReport.run(odd.getValue()));

    assertThat(text(all(document, Heading.class).getFirst()))
        .isEqualTo("Run " + Words.plain(odd.getValue().label().value()));
  }

  @Test
  void aTableHasEveryMethodInARowOfItsOwn() {
    assertThat(firstCells(MarkdownReport.run(OddRuns.named("hostile"))))
        .contains("base", Words.plain(OddRuns.HOSTILE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a list?", "+ a list?", "1. a list?", "7) a list?", "--- a rule?", "="})
  void aQuestionIsAParagraphWhateverItBeginsWith(String question) {
    Arm arm = Arm.of("a.B", "m", Map.of());
    Run run =
        SyntheticRun.of(1, 1).study(SyntheticRun.card("a.B", question, "m")).time(arm, 10).build();

    Node document = PARSER.parse(MarkdownReport.run(run));

    Node after = all(document, Heading.class).getLast().getNext();
    assertThat(after).isInstanceOf(Paragraph.class);
    assertThat(text(after)).isEqualTo(question);
    assertThat(all(document, ThematicBreak.class)).isEmpty();
    assertThat(all(document, ListBlock.class)).hasSize(1);
  }

  private static boolean isRectangular(TableBlock table) {
    return all(table, TableRow.class).stream()
            .map(row -> all(row, TableCell.class).size())
            .distinct()
            .count()
        == 1;
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    all(node, Text.class).forEach(part -> text.append(part.getLiteral()));
    return text.toString();
  }

  /** All nodes of a kind beneath one, in their order. */
  private static <T extends Node> List<T> all(Node parent, Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (kind.isInstance(child)) {
        found.add(kind.cast(child));
      }
      found.addAll(all(child, kind));
    }
    return found;
  }
}
