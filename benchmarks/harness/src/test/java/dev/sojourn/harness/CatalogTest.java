package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.broken.Rules;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.harness.sound.MinimumBench;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

final class CatalogTest {
  private static final String SOUND = "dev.sojourn.harness.sound.";

  private final Catalog catalog = Catalog.fromClassPath();

  @Test
  void findsStudiesOrderedByWeek() {
    assertThat(catalog.matching("harness[.]sound").studies())
        .extracting(StudyDescriptor::name)
        .containsExactly("MinimumBench", "FilterBench", "FixtureLab");
  }

  @Test
  void listsBenchmarksThatAreNoStudies() {
    assertThat(catalog.foreign()).contains(SOUND + "ForeignBenchmark");
  }

  @Test
  void namesEveryBrokenStudyAndGoesOn() {
    long broken =
        Arrays.stream(Rules.class.getClasses())
            .filter(type -> type.isAnnotationPresent(Study.class))
            .count();

    assertThat(catalog.problems())
        .hasSize((int) broken)
        .allMatch(problem -> problem.startsWith("study " + Rules.class.getName() + "$"));
  }

  @Test
  void staleListIsAProblemWithAWayOut() {
    TreeMap<String, Set<String>> listed = new TreeMap<>();
    listed.put("dev.sojourn.harness.sound.Gone", Set.of("only"));
    listed.put(FilterBench.class.getName(), Set.of("exact"));

    Catalog stale = CatalogReader.read(listed);

    assertThat(stale.studies()).isEmpty();
    assertThat(stale.problems())
        .hasSize(2)
        .allMatch(problem -> problem.endsWith("run mvn clean verify"))
        .anyMatch(problem -> problem.contains("sound.Gone"))
        .anyMatch(problem -> problem.contains("[exact, approximate]"));
  }

  @Test
  void weeksAndExpressionsNarrowIt() {
    Catalog sound = catalog.matching("^dev.sojourn.harness.sound");

    assertThat(sound.inWeeks(new WeekRange(18, 47)).studies())
        .extracting(StudyDescriptor::name)
        .containsExactly("FilterBench");
    assertThat(sound.matching("^Minimum").studies()).hasSize(1);
    assertThat(sound.matching("NoSuchStudy").studies()).isEmpty();
    assertThat(sound.tour().studies()).extracting(StudyDescriptor::name).contains("MinimumBench");
    assertThat(sound.tour().studies())
        .extracting(StudyDescriptor::name)
        .doesNotContain("FilterBench");
  }

  @Test
  void badExpressionIsExplained() {
    assertThatThrownBy(() -> catalog.matching("Heap("))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"Heap(\"")
        .hasMessageContaining("backslash");
  }

  @Test
  void findsByEitherNameAndSuggestsForATypo() {
    assertThat(catalog.find("MinimumBench").orElseThrow().type()).isEqualTo(MinimumBench.class);
    assertThat(catalog.find(SOUND + "FilterBench").orElseThrow().type())
        .isEqualTo(FilterBench.class);
    assertThat(catalog.find("MinimunBench")).isEmpty();
    assertThat(catalog.nearest("MinimunBench")).startsWith("MinimumBench");
    assertThat(catalog.nearest("^.*MinimunBench$")).startsWith("MinimumBench");
    assertThat(catalog.nearest("Quantum")).isNotEmpty();
  }

  @Test
  void ambiguousSimpleNameIsRefused() {
    StudyDescriptor study = StudyReader.read(FilterBench.class);
    Catalog twice = new Catalog(List.of(study, study), List.of(), List.of());

    assertThatThrownBy(() -> twice.find("FilterBench"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ambiguous")
        .hasMessageContaining(FilterBench.class.getName());
  }

  @Test
  void parametersAreThoseThatJmhWillUse() {
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            VerboseMode.SILENT);
    String name = MinimumBench.class.getName();
    SortedSet<BenchmarkListEntry> entries =
        BenchmarkList.defaultList().find(silent, List.of(name), List.of());

    assertThat(entries).isNotEmpty();
    for (BenchmarkListEntry entry : entries) {
      TreeMap<String, List<String>> params = new TreeMap<>();
      entry.getParams().get().forEach((param, values) -> params.put(param, List.of(values)));
      assertThat(catalog.find(name).orElseThrow().params()).isEqualTo(params);
    }
  }
}
