package dev.sojourn.harness.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listens for the scores of warm-up iterations, which JMH prints and leaves out of its result file.
 *
 * <p>JMH prints how an iteration is called when it begins, and its score when it ends. Whatever the
 * fork itself says in between, such as a warning of the JVM, tears the line in two.
 */
final class WarmupScores {
  private static final int MOST = 1_000;
  private static final String MEASURED = "Iteration ";
  private static final String SCORE = "(?<score>\\d+[.,]\\d+)";
  private static final Pattern BEGUN = Pattern.compile("# Warmup Iteration\\s+\\d+: ?(?<rest>.*)");
  private static final Pattern WHOLE = Pattern.compile(SCORE + "\\b.*");
  private static final Pattern TORN = Pattern.compile(SCORE + " (ns|us|ms|s)/op.*");

  private final List<Double> scores = new ArrayList<>();
  private boolean awaited;

  synchronized void line(String text) {
    Matcher begun = BEGUN.matcher(text);
    if (begun.matches()) {
      awaited = !take(WHOLE.matcher(begun.group("rest")));
    } else if (awaited) {
      awaited = !text.startsWith(MEASURED) && !take(TORN.matcher(text));
    }
  }

  private boolean take(Matcher matcher) {
    if (!matcher.matches()) {
      return false;
    }
    if (scores.size() < MOST) {
      scores.add(Double.valueOf(matcher.group("score").replace(',', '.')));
    }
    return true;
  }

  synchronized List<Double> scores() {
    return List.copyOf(scores);
  }
}
