package dev.sojourn.results.report;

import java.util.List;
import java.util.function.Consumer;

/**
 * A picture with its caption and the numbers behind it, folded away where no other table has them.
 *
 * <p>HTML wants a caption to come first or last. It is written last, so that picture and numbers
 * are read together; the style sheet shows it right beneath the picture.
 */
final class HtmlFigure {
  private final Markup page;
  private final String caption;

  private HtmlFigure(Markup page, String caption) {
    this.page = page;
    this.caption = caption;
  }

  /** A figure: picture first, then what the picture is. */
  static HtmlFigure open(Markup page, Consumer<Markup> picture, String caption) {
    page.open("figure").line();
    picture.accept(page);
    return new HtmlFigure(page, caption);
  }

  /** Sentences beneath the caption. */
  HtmlFigure notes(List<String> notes) {
    if (!notes.isEmpty()) {
      page.open("ul", "class", "notes").line();
      notes.forEach(note -> page.element("li", note).line());
      page.close().line();
    }
    return this;
  }

  /** The numbers, and the end of the figure. */
  void data(String summary, List<String> heads, Consumer<HtmlTable> rows) {
    page.open("details").element("summary", summary).line();
    HtmlTable table = HtmlTable.open(page, summary, heads);
    rows.accept(table);
    table.close();
    page.close().line();
    end();
  }

  /** The end of a figure whose numbers all stand in a table of the page. */
  void end() {
    page.element("figcaption", caption).line();
    page.close().line();
  }
}
