package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Run;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** One run of the page: what it was taken on, how good it is, then its studies. */
final class HtmlRun {
  private final Markup page;
  private final RunView view;
  private final Run run;
  private final String id;
  private final PageContext context;
  private final boolean full;

  /**
   * A run.
   *
   * @param full whether every plot is drawn, or only the ratios
   */
  HtmlRun(Markup page, RunView view, String id, PageContext context, boolean full) {
    this.page = page;
    this.view = view;
    this.run = view.run();
    this.id = id;
    this.context = context;
    this.full = full;
  }

  static String runId(int index) {
    return "run-" + (index + 1);
  }

  static String weekId(String runId, int week) {
    return runId + "-week-" + week;
  }

  static String studyId(String runId, int index) {
    return runId + "-study-" + (index + 1);
  }

  void write() {
    List<StudyView> studies = view.studies();
    page.open("article", "class", "run", "aria-labelledby", id).line();
    page.element("h2", "Run " + run.label().value(), "id", id).line();
    card(studies);
    failures();
    if (studies.isEmpty()) {
      page.element("p", "No study was measured.").line();
    }
    List<Markup> written =
        IntStream.range(0, studies.size()).parallel().mapToObj(i -> written(studies, i)).toList();
    int week = -1;
    for (int i = 0; i < studies.size(); i++) {
      StudyView study = studies.get(i);
      if (study.card().week() != week) {
        if (week >= 0) {
          page.close().line();
        }
        week = study.card().week();
        openWeek(week, studies);
      }
      page.append(written.get(i));
    }
    if (week >= 0) {
      page.close().line();
    }
    page.close().line();
  }

  private Markup written(List<StudyView> studies, int index) {
    Markup piece = new Markup();
    String studyId = studyId(id, index);
    new HtmlStudy(piece, view, studies.get(index), studyId, context, full).write();
    return piece;
  }

  /** A week's question above its studies, and what became of their claims. */
  private void openWeek(int week, List<StudyView> studies) {
    String weekId = weekId(id, week);
    Optional<WeekCard> card =
        context.weeks().stream().filter(known -> known.week() == week).findFirst();
    String title = week > 0 ? "Week " + week : "Outside the curriculum";
    page.open("section", "class", "week-of", "aria-labelledby", weekId).line();
    page.element("h3", title + card.map(w -> ": " + w.title()).orElse(""), "id", weekId).line();
    card.ifPresent(known -> page.element("p", known.question(), "class", "question").line());
    List<ClaimOutcome> outcomes =
        studies.stream()
            .filter(study -> study.card().week() == week)
            .flatMap(study -> study.claims().stream())
            .toList();
    if (!outcomes.isEmpty()) {
      page.element("p", WeekOutcomes.counted(outcomes), "class", "quiet").line();
    }
  }

  private void card(List<StudyView> studies) {
    page.open("section", "class", "card").element("h3", "Machine and quality").line();
    page.open("dl").line();
    RunFacts.of(view).forEach(this::fact);
    fact("verdicts", verdicts(studies));
    fact("claims", claims());
    fact("complete", completeness());
    page.close().line();
    page.open("details").element("summary", "Every fact recorded").open("dl").line();
    facts(run.machine().identity());
    facts(run.machine().conditions());
    fact("JVM arguments", String.join(" ", run.provenance().jvmArguments()));
    page.close().close().line();
    Reproduce.run(run).ifPresent(this::again);
    page.close().line();
  }

  /** Each study of the run has an exact command of its own. */
  private void again(Reproduce.Command command) {
    String words =
        command.exact()
            ? "Take the same numbers again:"
            : "Take at least these numbers again, perhaps others of the same studies too; each"
                + " study below has a command of its own:";
    page.element("p", words, "class", "quiet");
    page.open("pre").element("code", command.text()).close().line();
  }

  private void facts(SortedMap<String, String> facts) {
    facts.forEach(this::fact);
  }

  private void fact(String name, String value) {
    page.element("dt", name).element("dd", value.isEmpty() ? "none" : value).line();
  }

  private static String verdicts(List<StudyView> studies) {
    Map<Finding, Integer> counts = new EnumMap<>(Finding.class);
    studies.stream()
        .flatMap(StudyView::contrasts)
        .forEach(c -> counts.merge(Finding.of(c), 1, Integer::sum));
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (finding, count) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(word(finding)));
    return text.isEmpty() ? "nothing to compare" : text + " (time against the baseline)";
  }

  private static String word(Finding finding) {
    return switch (finding) {
      case BETTER -> "faster";
      case WORSE -> "slower";
      case EQUIVALENT, INCONCLUSIVE, UNPROVEN -> finding.style();
    };
  }

  private String claims() {
    Map<ClaimOutcome.State, Integer> counts = new EnumMap<>(ClaimOutcome.State.class);
    view.claims().forEach(c -> counts.merge(c.state(), 1, Integer::sum));
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (state, count) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(state.words()));
    return text.isEmpty() ? "none made" : text.toString();
  }

  private String completeness() {
    int planned = run.plan().arms().size();
    return Units.count(planned - view.missing().size())
        + " of "
        + Units.count(planned)
        + " planned arms measured"
        + (run.finished() ? "" : "; the run is unfinished");
  }

  private void failures() {
    List<Failure> failures = run.failures();
    List<Arm> silent =
        view.missing().stream()
            .filter(arm -> failures.stream().noneMatch(f -> f.arm().equals(arm)))
            .toList();
    if (failures.isEmpty() && silent.isEmpty()) {
      return;
    }
    page.open("section", "class", "card failed").element("h3", "Not measured").open("ul").line();
    failures.forEach(f -> item("failed", f.arm().toString(), " (" + f.stage() + "): " + f.cause()));
    silent.forEach(arm -> item("missing", arm.toString(), ""));
    page.close().close().line();
  }

  private void item(String state, String arm, String why) {
    page.open("li").element("strong", state).text(" ");
    page.element("code", arm).text(why).close().line();
  }
}
