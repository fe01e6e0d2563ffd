package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.List;

/**
 * One study of the page: its question, what was expected and what came, the numbers, the plots, the
 * command.
 */
final class HtmlStudy {
  private final Markup page;
  private final RunView view;
  private final Run run;
  private final StudyView study;
  private final String id;
  private final PageContext context;
  private final boolean full;

  HtmlStudy(
      Markup page, RunView view, StudyView study, String id, PageContext context, boolean full) {
    this.page = page;
    this.view = view;
    this.run = view.run();
    this.study = study;
    this.id = id;
    this.context = context;
    this.full = full;
  }

  void write() {
    StudyCard card = study.card();
    page.open("section", "class", "study", "aria-labelledby", id).line();
    page.open("h4", "id", id).text(card.name());
    if (card.week() > 0) {
      page.element("span", " week " + card.week(), "class", "quiet");
    }
    page.close().line();
    longText("question", card.question());
    longText("insight", card.insight());
    longText("quiet", card.source().isEmpty() ? "" : "Source: " + card.source());
    claims(study.claims());
    if (study.points().isEmpty()) {
      page.element("p", "Nothing was measured.").line();
    } else {
      new HtmlNumbers(page, run, study).write();
      new HtmlPlots(page, view, study, context.archive(), full).write();
      new HtmlFlames(page, run, study, context.flames()).write();
    }
    Reproduce.study(run, card).ifPresent(this::again);
    page.close().line();
  }

  private void again(Reproduce.Command command) {
    String words =
        command.exact()
            ? "Measure this study again:"
            : "Measure this study again, perhaps at more points:";
    page.element("p", words, "class", "quiet");
    page.open("pre").element("code", command.text()).close().line();
  }

  private void longText(String style, String text) {
    if (text.isEmpty()) {
      return;
    }
    String shown = Words.shortened(text, Words.QUESTION_CHARACTERS);
    page.element("p", shown, "class", style).line();
    if (!shown.equals(text)) {
      page.open("details").element("summary", "All of it").element("p", text).close().line();
    }
  }

  private void claims(List<ClaimOutcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    page.element("h5", "Claims").open("ul", "class", "claims").line();
    for (ClaimOutcome outcome : outcomes) {
      page.open("li").element("strong", badge(outcome.state()), "class", style(outcome.state()));
      page.text(" " + ClaimWords.of(outcome.study(), outcome.claim()));
      page.element("div", outcome.evidence(), "class", "quiet").close().line();
    }
    page.close().line();
  }

  private static String badge(ClaimOutcome.State state) {
    return switch (state) {
          case SHOWN -> "✓ ";
          case NOT_SHOWN -> "✗ ";
          case NOT_SEPARABLE -> "? ";
          case NOT_RUN -> "– ";
        }
        + state.words();
  }

  private static String style(ClaimOutcome.State state) {
    return switch (state) {
      case SHOWN -> "badge better";
      case NOT_SHOWN -> "badge worse";
      case NOT_SEPARABLE, NOT_RUN -> "badge inconclusive";
    };
  }
}
