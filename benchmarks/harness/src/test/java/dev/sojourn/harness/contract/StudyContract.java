package dev.sojourn.harness.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.oracle.Oracle;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The law of studies. A module keeps it by one test class in the package above all of its studies:
 *
 * <pre>{@code
 * final class BenchmarksStudiesTest extends StudyContract {
 *   @Override
 *   protected int expectedStudies() {
 *     return 12;
 *   }
 * }
 * }</pre>
 */
public abstract class StudyContract {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** For subclasses. */
  protected StudyContract() {}

  /**
   * How many studies the module has at least. A new study need not raise it: that compiled studies
   * and listed ones are the same is tested besides. It fails when all of them vanish together.
   *
   * @return the number
   */
  protected abstract int expectedStudies();

  /**
   * How thoroughly answers are compared.
   *
   * @return limits of the comparison
   */
  protected Oracle oracle() {
    return new Oracle(Oracle.THOROUGH.mostAnswers(), Duration.ofSeconds(2));
  }

  /**
   * The module's studies: those in the package of this class and below.
   *
   * @return in the order of the catalog
   */
  protected final List<StudyDescriptor> studies() {
    return Catalog.fromClassPath().studies().stream()
        .filter(study -> study.id().startsWith(root()))
        .toList();
  }

  @Test
  void everyStudyKeepsTheRulesOfStudies() {
    List<String> problems =
        Catalog.fromClassPath().problems().stream()
            .filter(problem -> problem.contains(" " + root()))
            .toList();

    assertThat(problems).isEmpty();
  }

  @Test
  void everyCompiledStudyIsListedByJmh() throws IOException {
    assertThat(studies())
        .extracting(StudyDescriptor::id)
        .as("studies in JMH's list; when some are missing, its annotation processor did not run")
        .containsExactlyInAnyOrderElementsOf(CompiledStudies.under(getClass()))
        .hasSizeGreaterThanOrEqualTo(expectedStudies());
  }

  @TestFactory
  Stream<DynamicTest> everyMethodAnswersAsItsBaselineDoes() {
    return studies().stream()
        .map(study -> DynamicTest.dynamicTest(study.id(), () -> answersAlike(study)));
  }

  private void answersAlike(StudyDescriptor study) {
    var answers =
        assertTimeoutPreemptively(
            PATIENCE, () -> oracle().compare(study, study.firstPoint()), study::id);

    assertThat(answers.digests()).containsOnlyKeys(study.card().methods());
    assertThat(Oracle.dissent(answers)).as("methods that answer otherwise").isEmpty();
  }

  private String root() {
    return getClass().getPackageName() + ".";
  }
}
