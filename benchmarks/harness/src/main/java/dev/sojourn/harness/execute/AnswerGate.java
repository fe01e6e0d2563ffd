package dev.sojourn.harness.execute;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Answers;
import java.util.SortedMap;

/** Asks all methods of a study the same questions before any of them is timed. */
@FunctionalInterface
public interface AnswerGate {
  /**
   * Asks nobody: for methods that are one piece of code in two builds, and may answer as they do.
   */
  AnswerGate NONE =
      (study, params) -> {
        throw new IllegalStateException("nobody is asked about " + study.name());
      };

  /**
   * Compares the answers at one parameter point.
   *
   * @param study the study
   * @param params the parameter point
   * @return what each method answered, and how many answers differ from the baseline's
   * @throws Exception if a method could not be asked; the point is then failed by name, and others
   *     go on
   */
  Answers check(StudyDescriptor study, SortedMap<String, String> params) throws Exception;
}
