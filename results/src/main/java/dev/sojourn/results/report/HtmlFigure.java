package dev.sojourn.results.report;

import java.util.List;
import java.util.function.Consumer;

/** A picture with its caption and the numbers behind it, folded away. */
final class HtmlFigure {
  private final Markup page;

  private HtmlFigure(Markup page) {
    this.page = page;
  }

  /** A figure: picture first, then what the picture is. */
  static HtmlFigure open(Markup page, Consumer<Markup> picture, String caption) {
    page.open("figure").line();
    picture.accept(page);
    page.element("figcaption", caption).line();
    return new HtmlFigure(page);
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
    page.close().close().line();
  }
}
