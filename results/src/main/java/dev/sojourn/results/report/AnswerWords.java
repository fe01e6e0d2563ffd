package dev.sojourn.results.report;

import dev.sojourn.results.model.Answers;
import java.util.Optional;
import java.util.stream.Collectors;

/** One sentence on whether all methods gave the same answers. */
final class AnswerWords {
  private AnswerWords() {}

  static String of(Optional<Answers> answers) {
    return answers.map(AnswerWords::of).orElse("answers: not compared");
  }

  private static String of(Answers answers) {
    String compared = "answers: " + Units.count(answers.compared()) + " of each method compared";
    String differing =
        answers.differingShare().entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getKey() + " differs from the baseline in " + Units.percent(e.getValue()))
            .collect(Collectors.joining(", "));
    if (differing.isEmpty()) {
      return compared + ", all alike";
    }
    String allowed =
        answers.allowedShare() > 0
            ? " (up to "
                + Units.percent(answers.allowedShare())
                + " expected; against an exact baseline this is the false-positive rate)"
            : " (none may)";
    return compared + "; " + differing + allowed;
  }
}
