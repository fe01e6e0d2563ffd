package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoutsTest {
  private static DeclaredBenchmark declared(String name, String mode, Map<String, Integer> counts) {
    return new DeclaredBenchmark(name, "g", mode, List.of(), List.of(), counts);
  }

  private static Contender jar(
      String name,
      Map<String, Map<String, List<String>>> benchmarks,
      DeclaredBenchmark... declared) {
    JmhJar jar = new JmhJar(Path.of(name), "0", "1.37", 8, List.of(declared));
    return new Contender(jar, List.of("java"), benchmarks);
  }

  private static Bouts of(Contender before, Contender after) throws DuelException {
    return Bouts.of(before, after, (name, point) -> true, "all");
  }

  @Test
  void pointsAreAllCombinationsOfCommonValues() throws Exception {
    Contender before =
        jar("a.jar", Map.of("x.B.m", Map.of("n", List.of("1", "2"), "k", List.of("p", "q"))));
    Contender after =
        jar("b.jar", Map.of("x.B.m", Map.of("n", List.of("2", "3"), "k", List.of("p", "q"))));

    Bouts bouts = of(before, after);

    assertThat(bouts.bouts())
        .extracting(Bout::toString)
        .containsExactly("x.B.m{k=p, n=2}", "x.B.m{k=q, n=2}");
    assertThat(bouts.notes())
        .containsExactly("x.B.m with n=1 is only in a.jar", "x.B.m with n=3 is only in b.jar");
  }

  @Test
  void otherParametersAreNamedAndLeftOut() throws Exception {
    Contender before = jar("a.jar", Map.of("x.B.m", Map.of(), "x.B.n", Map.of()));
    Contender after = jar("b.jar", Map.of("x.B.m", Map.of("n", List.of("1")), "x.B.n", Map.of()));

    Bouts bouts = of(before, after);

    assertThat(bouts.bouts()).extracting(Bout::benchmark).containsExactly("x.B.n");
    assertThat(bouts.notes())
        .singleElement()
        .isEqualTo("x.B.m has other parameters: none in a.jar, n in b.jar; left out");
  }

  @Test
  void aValueWithACommaIsNamedBecauseTheListKnowsHowManyThereAre() throws Exception {
    Map<String, Map<String, List<String>>> listed =
        Map.of("x.B.m", Map.of("n", List.of("a", "b")), "x.B.n", Map.of());
    Contender jar = jar("a.jar", listed, declared("x.B.m", "Throughput", Map.of("n", 1)));

    Bouts bouts = of(jar, jar);

    assertThat(bouts.bouts()).extracting(Bout::benchmark).containsExactly("x.B.n");
    assertThat(bouts.notes()).singleElement().asString().contains("x.B.m").contains("comma");
  }

  @Test
  void onlyWhatHasNoOtherModeRunsInSingleShots() throws Exception {
    Contender jar =
        jar(
            "a.jar",
            Map.of("x.B.m", Map.of(), "x.B.n", Map.of()),
            declared("x.B.m", "SingleShotTime", Map.of()),
            declared("x.B.n", "SingleShotTime", Map.of()),
            declared("x.B.n", "AverageTime", Map.of()));

    assertThat(of(jar, jar).bouts()).extracting(Bout::singleShot).containsExactly(true, false);
  }

  @Test
  void argumentsThatOneBuildDeclaresOtherwiseAreNamed() throws Exception {
    DeclaredBenchmark heap =
        new DeclaredBenchmark("x.B.m", "g", "Throughput", List.of("-Xmx2g"), List.of(), Map.of());
    Contender before =
        jar("a.jar", Map.of("x.B.m", Map.of()), declared("x.B.m", "Throughput", Map.of()));
    Contender after = jar("b.jar", Map.of("x.B.m", Map.of()), heap);

    assertThat(of(before, after).notes()).singleElement().asString().contains("[] / [-Xmx2g]");
  }

  @Test
  void anotherJmhIsNamed() throws Exception {
    Contender before = jar("a.jar", Map.of("x.B.m", Map.of()));
    JmhJar older = new JmhJar(Path.of("b.jar"), "0", "1.21", 8, List.of());
    Contender after = new Contender(older, List.of("java"), before.benchmarks());

    assertThat(of(before, after).notes())
        .containsExactly(
            "a.jar measures with JMH 1.37 and b.jar with JMH 1.21: part of what is judged");
  }

  @Test
  void nothingInCommonIsRefusedWithWhatThereIs() {
    Contender before = jar("a.jar", Map.of("x.B.m", Map.of()));
    Contender after = jar("b.jar", Map.of("y.C.n", Map.of()));

    assertThatThrownBy(() -> of(before, after))
        .isInstanceOf(DuelException.class)
        .hasMessageContaining("x.B.m against y.C.n");
  }

  @Test
  void aWishThatMatchesNothingIsRefusedWithTheNearest() {
    Contender jar = jar("a.jar", Map.of("foreign.SpinBench.changed", Map.of()));

    assertThatThrownBy(
            () ->
                Bouts.of(
                    jar, jar, (name, point) -> name.contains("SpinBanch"), "SpinBanch.changed"))
        .isInstanceOf(DuelException.class)
        .hasMessageContaining("SpinBanch.changed")
        .hasMessageContaining("foreign.SpinBench.changed");
  }
}
