package dev.sojourn.results.compare;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the forks of a study may have done.
 *
 * <p>A plan tells the shapes of all its forks and not whose each is. So two runs are known to have
 * measured a study by other forks only when they have no shape in common; those of labs, of one
 * scored invocation each, are no other study's.
 *
 * @param words the shapes in words; none where the run does not say
 */
record ForkShapes(List<String> words) {
  /** Of a run that does not say. */
  static final ForkShapes UNKNOWN = new ForkShapes(List.of());

  private static final String BETWEEN = "; ";
  private static final Predicate<String> OF_A_LAB =
      Pattern.compile("\\b1 x \\d+ ms scored").asPredicate();

  /** Copies the list. */
  ForkShapes {
    words = List.copyOf(words);
  }

  static ForkShapes of(Run run, String study) {
    String shape = run.plan().shape();
    if (shape.isEmpty()) {
      return UNKNOWN;
    }
    boolean lab = run.study(study).map(StudyCard::isLab).orElse(false);
    List<String> words = new ArrayList<>(List.of(shape.split(BETWEEN)));
    words.removeIf(word -> OF_A_LAB.test(word) != lab);
    return new ForkShapes(words);
  }

  boolean known() {
    return !words.isEmpty();
  }

  /** Whether no fork of the one was like any of the other; false where either does not say. */
  boolean differ(ForkShapes other) {
    return known() && other.known() && Collections.disjoint(words, other.words);
  }

  @Override
  public String toString() {
    return String.join(BETWEEN, words);
  }
}
