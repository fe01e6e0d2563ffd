package dev.sojourn.results.report;

import java.util.List;
import java.util.Set;

/** A table that scrolls within itself where the page is narrower, by finger or by keyboard. */
final class HtmlTable {
  private static final Set<String> WORDS =
      Set.of(
          "verdict",
          "title",
          "question",
          "outcome",
          "start",
          "machine",
          "effort",
          "state",
          "what",
          "run before",
          "run after",
          "changes");

  private final Markup page;
  private final int columns;
  private boolean body;

  private HtmlTable(Markup page, int columns) {
    this.page = page;
    this.columns = columns;
  }

  static HtmlTable open(Markup page, String caption, List<String> heads) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    page.open("table").element("caption", caption, "class", "unseen").line();
    page.open("thead").open("tr");
    heads.forEach(head -> head(page, head));
    page.close().close().line();
    return new HtmlTable(page, heads.size());
  }

  /** Words stand under the start of their head, numbers under its end. */
  private static void head(Markup page, String head) {
    if (WORDS.contains(head)) {
      page.element("th", head, "scope", "col", "class", "word");
    } else {
      page.element("th", head, "scope", "col");
    }
  }

  /** Begins a group of rows under a head of its own. */
  void group(String name) {
    endBody();
    startBody();
    page.open("tr", "class", "group");
    page.open("th", "scope", "rowgroup", "colspan", Integer.toString(columns));
    page.element("span", name).close().close().line();
  }

  HtmlTable row(String head) {
    startBody();
    page.open("tr").element("th", head, "scope", "row");
    return this;
  }

  HtmlTable cell(String text) {
    page.element("td", text);
    return this;
  }

  /** Words, which may break into lines. */
  HtmlTable words(String text) {
    page.element("td", text, "class", "words");
    return this;
  }

  HtmlTable cell(String text, String style, String title) {
    return number(text, "word " + style, title);
  }

  /** A number with what stands behind it. */
  HtmlTable number(String text, String style, String title) {
    page.element("td", text, "class", style, "title", title);
    return this;
  }

  void endRow() {
    page.close().line();
  }

  void close() {
    endBody();
    page.close().close().line();
  }

  private void startBody() {
    if (!body) {
      page.open("tbody").line();
      body = true;
    }
  }

  private void endBody() {
    if (body) {
      page.close().line();
      body = false;
    }
  }
}
