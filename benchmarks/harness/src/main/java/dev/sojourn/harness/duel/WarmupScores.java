package dev.sojourn.harness.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listens for the scores of warm-up iterations, which JMH prints and leaves out of its result file.
 */
final class WarmupScores {
  private static final int MOST = 1_000;
  private static final Pattern LINE =
      Pattern.compile("# Warmup Iteration\\s+\\d+: (?<score>\\d+[.,]\\d+)\\b.*");

  private final List<Double> scores = new ArrayList<>();

  synchronized void line(String text) {
    Matcher matcher = LINE.matcher(text);
    if (matcher.matches() && scores.size() < MOST) {
      scores.add(Double.valueOf(matcher.group("score").replace(',', '.')));
    }
  }

  synchronized List<Double> scores() {
    return List.copyOf(scores);
  }
}
