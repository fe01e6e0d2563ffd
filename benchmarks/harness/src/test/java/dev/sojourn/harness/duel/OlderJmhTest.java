package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.foreign.ForeignProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jars shaded with another JMH than ours: the oldest and one in between. The build puts them under
 * {@code target/jmh}.
 */
class OlderJmhTest {
  private static final ForkShape SHORT = new ForkShape(2, 40, 4, 25, 0);
  private static final List<String> SMALL = List.of("-Xms64m", "-Xmx64m", "-XX:+UseSerialGC");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1.21", "1.33"})
  void bothJarsAreReadAndMeasured(String version) throws Exception {
    ForeignProject project = project(version);
    JavaProgram java = JavaProgram.own();
    Contender before = Contender.of(JmhJar.open(project.jar("Old", 100, 2)), java);
    Contender after = Contender.of(JmhJar.open(project.jar("New", 100, 2)), java);
    Bouts bouts = Bouts.of(before, after, (name, point) -> name.endsWith(".changed"), "changed");
    Duel duel = new Duel(before, after, bouts.bouts());
    JarForkRunner runner = new JarForkRunner(duel, benchmark -> SMALL, 1, message -> {});

    List<PlannedFork> forks = duel.plan(Effort.SMOKE, 1, 1).schedule();

    assertThat(forks).hasSize(4);
    for (PlannedFork fork : forks) {
      assertThat(runner.run(shortened(fork)))
          .as("%s of JMH %s", fork.arm(), version)
          .isInstanceOf(ForkOutcome.Measured.class);
    }
  }

  private static PlannedFork shortened(PlannedFork fork) {
    return new PlannedFork(fork.round(), fork.position(), fork.arm(), fork.study(), SHORT);
  }

  private ForeignProject project(String version) throws IOException {
    Path jars = Path.of("target", "jmh", version).toAbsolutePath();
    Predicate<Path> generates = jar -> jar.getFileName().toString().contains("annprocess");
    try (Stream<Path> files = Files.list(jars)) {
      List<Path> all = files.sorted().toList();
      Path generator = all.stream().filter(generates).findFirst().orElseThrow();
      return new ForeignProject(
          folder, all.stream().filter(generates.negate()).toList(), generator);
    }
  }
}
