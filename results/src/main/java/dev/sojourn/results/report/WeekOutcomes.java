package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of each week: of its studies on the page, each by the first run that has it, and of
 * those only other runs have, each by the newest. A run that was taken to be judged goes before a
 * smoke run, wherever it is, and a calibration counts for nothing.
 */
record WeekOutcomes(List<WeekOutcome> weeks) {
  WeekOutcomes {
    weeks = List.copyOf(weeks);
  }

  /** What a week can come to; a week is no better than the worst of its claims. */
  enum State {
    NOT_RUN("not run", "·", "none"),
    RUN("run", "•", "run"),
    SHOWN("claim shown", "✓", "better"),
    NOT_SEPARABLE("not separable", "?", "open"),
    NOT_SHOWN("not shown", "✗", "worse");

    private final String words;
    private final String sign;
    private final String style;

    State(String words, String sign, String style) {
      this.words = words;
      this.sign = sign;
      this.style = style;
    }

    String words() {
      return words;
    }

    String sign() {
      return sign;
    }

    String style() {
      return style;
    }
  }

  /**
   * One week.
   *
   * @param week its place and words in the curriculum
   * @param state what it came to
   * @param detail the same with numbers
   * @param target where the page shows it, if it does
   */
  record WeekOutcome(WeekCard week, State state, String detail, Optional<String> target) {}

  /** A study's outcomes, and where they stand. */
  private record Found(
      Standing standing,
      StudyCard study,
      List<ClaimOutcome> outcomes,
      String label,
      Optional<String> target) {}

  static WeekOutcomes of(PageContext context, List<RunView> views) {
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      all.addAll(found(views.get(i), HtmlRun.runId(i)));
    }
    context.archive().elsewhere().forEach(e -> all.add(found(e)));
    Map<String, Found> found = new LinkedHashMap<>();
    all.stream()
        .filter(f -> f.standing() != Standing.CALIBRATION)
        .sorted(Comparator.comparing(Found::standing))
        .forEach(f -> found.putIfAbsent(f.study().study(), f));
    return new WeekOutcomes(
        context.weeks().stream().map(week -> outcome(week, List.copyOf(found.values()))).toList());
  }

  private static List<Found> found(RunView view, String runId) {
    Standing standing = Standing.of(view.run());
    String label = view.run().label().value();
    return view.studies().stream()
        .filter(study -> !study.points().isEmpty())
        .map(
            study -> {
              String target = HtmlRun.weekId(runId, study.card().week());
              return new Found(standing, study.card(), study.claims(), label, Optional.of(target));
            })
        .toList();
  }

  private static Found found(Archive.Elsewhere e) {
    return new Found(e.standing(), e.study(), e.outcomes(), e.label().value(), Optional.empty());
  }

  private static WeekOutcome outcome(WeekCard week, List<Found> all) {
    List<Found> found = all.stream().filter(f -> f.study().week() == week.week()).toList();
    if (found.isEmpty()) {
      return new WeekOutcome(week, State.NOT_RUN, State.NOT_RUN.words(), Optional.empty());
    }
    List<ClaimOutcome> outcomes = found.stream().flatMap(f -> f.outcomes().stream()).toList();
    List<String> labels = found.stream().map(Found::label).distinct().toList();
    String in = " in run " + Words.shortened(String.join(", ", labels), 60);
    Optional<String> target = found.stream().flatMap(f -> f.target().stream()).findFirst();
    return new WeekOutcome(week, state(outcomes), counted(outcomes) + in, target);
  }

  private static State state(List<ClaimOutcome> outcomes) {
    State worst = State.RUN;
    for (ClaimOutcome outcome : outcomes) {
      State state = state(outcome.state());
      worst = state.compareTo(worst) > 0 ? state : worst;
    }
    return worst;
  }

  private static State state(ClaimOutcome.State claim) {
    return switch (claim) {
      case SHOWN -> State.SHOWN;
      case NOT_SHOWN -> State.NOT_SHOWN;
      case NOT_SEPARABLE -> State.NOT_SEPARABLE;
      case NOT_RUN -> State.RUN;
    };
  }

  /** Such as {@code 3 claims: 2 shown, 1 not separable}. */
  static String counted(List<ClaimOutcome> outcomes) {
    if (outcomes.isEmpty()) {
      return "run, no claim made";
    }
    Map<ClaimOutcome.State, Integer> counts = new EnumMap<>(ClaimOutcome.State.class);
    outcomes.forEach(o -> counts.merge(o.state(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (state, count) -> parts.add(count + " " + state.words().toLowerCase(Locale.ROOT)));
    return Words.counted(outcomes.size(), "claim") + ": " + String.join(", ", parts);
  }
}
