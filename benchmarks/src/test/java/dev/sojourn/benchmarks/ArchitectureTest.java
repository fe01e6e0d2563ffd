package dev.sojourn.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sojourn.harness.Study;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame of the project: which module may know which, and who may know JMH and the console. */
class ArchitectureTest {
  private static final String JMH = "org.openjdk.jmh..";
  private static final String GENERATED = "..jmh_generated..";
  private static final String JMH_COMMAND = "dev.sojourn.benchmarks.cli.JmhCommand";

  private static JavaClasses all;

  @BeforeAll
  static void scan() {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sojourn");
  }

  @ParameterizedTest
  @CsvSource({
    "dev.sojourn.structures, 30",
    "dev.sojourn.results, 40",
    "dev.sojourn.harness, 30",
    "dev.sojourn.networking, 8",
    "dev.sojourn.crypto, 10",
    "dev.sojourn.benchmarks, 30"
  })
  void scanSawTheModule(String root, int atLeast) {
    assertThat(all.stream().filter(in(root)).filter(written()))
        .hasSizeGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void structuresKnowNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.sojourn.structures..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.sojourn.structures..")
        .check(all);
  }

  @Test
  void onlyTheHarnessAndStudiesKnowJmh() {
    Set<String> studyPackages = studyPackages();
    noClasses()
        .that(
            DescribedPredicate.describe(
                "belong neither to the harness nor to a package of studies",
                type ->
                    !type.getPackageName().startsWith("dev.sojourn.harness")
                        && !studyPackages.contains(type.getPackageName())
                        && !type.getPackageName().endsWith(".jmh_generated")
                        && !type.getName().equals(JMH_COMMAND)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JMH)
        .because(
            "whoever else needs a measurement asks the harness; the jmh command passes through")
        .check(all);
  }

  @Test
  void onlyFlameForksKnowTheProfiler() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sojourn.harness.flame")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("one.profiler..")
        .because("a scored fork must never load it")
        .check(all);
  }

  @ParameterizedTest
  @CsvSource({
    "results, structures",
    "results, harness",
    "harness, structures",
    "harness, networking",
    "harness, crypto",
    "harness, benchmarks",
    "networking, crypto",
    "networking, benchmarks",
    "crypto, structures",
    "crypto, networking",
    "crypto, benchmarks"
  })
  void lowerModuleDoesNotKnow(String module, String other) {
    noClasses()
        .that()
        .resideInAPackage("dev.sojourn." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sojourn." + other + "..")
        .check(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"structures", "results", "harness", "networking", "crypto", "benchmarks"})
  void packagesOfAModuleFormNoCycle(String module) {
    slices().matching("dev.sojourn." + module + ".(**)").should().beFreeOfCycles().check(all);
  }

  @Test
  void onlyTheCommandWritesToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.sojourn.benchmarks.cli..", GENERATED)
        .should()
        .accessField(System.class, "out")
        .check(all);
  }

  private static Set<String> studyPackages() {
    return all.stream()
        .filter(type -> type.isAnnotatedWith(Study.class))
        .map(JavaClass::getPackageName)
        .collect(Collectors.toSet());
  }

  private static DescribedPredicate<JavaClass> in(String root) {
    return DescribedPredicate.describe(
        "in " + root, type -> (type.getPackageName() + ".").startsWith(root + "."));
  }

  private static DescribedPredicate<JavaClass> written() {
    return DescribedPredicate.describe(
        "written by hand", type -> !type.getPackageName().endsWith(".jmh_generated"));
  }
}
