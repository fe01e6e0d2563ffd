package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Curriculum;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The generated parts of the README are those of the code and of the committed run.
 *
 * <p>{@code mvn -pl benchmarks -am test -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtest.jvm.arguments=-Dsojourn.regenerate=true} writes them anew.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path README = ROOT.resolve("README.md");
  private static final Label COMMITTED = new Label("2026-W48-tour");

  @Test
  void theTableOfWeeksIsThatOfTheCurriculumAndTheCatalog() throws Exception {
    holds("weeks", WeekTable.markdown(Curriculum.load().weeks(), Catalog.fromClassPath()));
  }

  @Test
  void theTableOfResultsIsThatOfTheCommittedRun() throws Exception {
    Run run = Ledger.at(ROOT.resolve("results").resolve("runs")).read(COMMITTED);

    holds("results", ResultTable.markdown(run));
  }

  private static void holds(String name, String generated) throws Exception {
    String begin = "<!-- " + name + ":begin -->\n";
    String end = "<!-- " + name + ":end -->";
    String text = Files.readString(README);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    assertThat(text).contains(begin).contains(end);
    if (Boolean.getBoolean("sojourn.regenerate")) {
      Files.writeString(
          README, text.substring(0, from) + generated.strip() + "\n" + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to).strip())
        .as("the part '%s' of README.md is stale; regenerate it as ReadmeTest's Javadoc says", name)
        .isEqualTo(generated.strip());
  }
}
