package dev.sojourn.results.report;

import dev.sojourn.results.report.WeekOutcomes.State;
import dev.sojourn.results.report.WeekOutcomes.WeekOutcome;
import java.util.List;

/** The map of the curriculum: one cell a week, and the same in words behind it. */
final class HtmlWeeks {
  private final Markup page;
  private final List<WeekOutcome> weeks;

  HtmlWeeks(Markup page, WeekOutcomes outcomes) {
    this.page = page;
    this.weeks = outcomes.weeks();
  }

  void write() {
    page.open("section", "class", "map", "aria-labelledby", "weeks").line();
    page.element("h2", Words.counted(weeks.size(), "week"), "id", "weeks").line();
    page.element("p", summary(), "class", "quiet").line();
    page.open("ol", "class", "weeks").line();
    weeks.forEach(this::cell);
    page.close().line();
    key();
    words();
    page.close().line();
  }

  private String summary() {
    long run = weeks.stream().filter(week -> week.state() != State.NOT_RUN).count();
    long shown = weeks.stream().filter(week -> week.state() == State.SHOWN).count();
    return run
        + " of "
        + weeks.size()
        + " weeks run; in "
        + shown
        + " of them every claim that was measured is shown.";
  }

  private void cell(WeekOutcome week) {
    String number = Integer.toString(week.week().week());
    String text = ": " + week.week().title() + "; " + week.detail();
    page.open("li", "class", "week " + week.state().style());
    String title = "Week " + number + text;
    if (week.target().isPresent()) {
      page.open("a", "href", "#" + week.target().get(), "title", title);
    } else {
      page.open("span", "title", title);
    }
    page.element("span", "week ", "class", "unseen").element("span", number, "class", "number");
    page.element("span", week.state().sign(), "class", "sign", "aria-hidden", "true");
    page.element("span", text, "class", "unseen").close().close().line();
  }

  private void key() {
    page.open("p", "class", "key quiet", "aria-hidden", "true");
    for (State state : State.values()) {
      page.open("span").element("span", state.sign(), "class", "swatch " + state.style());
      page.text(" " + state.words()).close().text(" ");
    }
    page.close().line();
  }

  private void words() {
    page.open("details").element("summary", "The weeks in words").line();
    HtmlTable table =
        HtmlTable.open(page, "The weeks in words", List.of("week", "title", "question", "outcome"));
    String block = "";
    for (WeekOutcome outcome : weeks) {
      WeekCard week = outcome.week();
      if (!week.block().equals(block)) {
        block = week.block();
        table.group(block);
      }
      String question = Words.shortened(week.question(), Words.QUESTION_CHARACTERS);
      table.row(Integer.toString(week.week())).words(week.title()).words(question);
      table.words(outcome.state().words() + "; " + outcome.detail()).endRow();
    }
    table.close();
    page.close().line();
  }
}
