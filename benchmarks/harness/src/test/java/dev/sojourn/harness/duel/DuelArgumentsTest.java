package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuelArgumentsTest {
  private static final List<String> OURS = DuelArguments.defaults(java("17"));

  private static JavaProgram java(String version) {
    return new JavaProgram(Path.of("java"), Map.of("java.specification.version", version));
  }

  private static List<DeclaredBenchmark> declaring(List<String> main, List<String> others) {
    return List.of(new DeclaredBenchmark("a.B.c", "a.B", "Throughput", main, others, Map.of()));
  }

  @Test
  void heapAndCollectorAreFixed() {
    assertThat(OURS).containsExactly("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC");
  }

  @Test
  void olderJavaIsNotGivenWhatItWouldRefuse() {
    assertThat(DuelArguments.defaults(java("1.8"))).isEqualTo(OURS);
    assertThat(DuelArguments.defaults(java("25")))
        .contains("--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void aBenchmarkThatDeclaresNothingGetsOurs() {
    assertThat(DuelArguments.merged(OURS, declaring(List.of(), List.of()))).isEqualTo(OURS);
  }

  @Test
  void aHeapOfItsOwnTakesThePlaceOfOurs() {
    assertThat(DuelArguments.merged(OURS, declaring(List.of("-Xmx300m"), List.of("-Da=b"))))
        .containsExactly("-XX:+UseG1GC", "-Xmx300m");
    assertThat(DuelArguments.merged(OURS, declaring(List.of(), List.of("-XX:MaxRAMPercentage=50"))))
        .containsExactly("-XX:+UseG1GC");
  }

  @Test
  void aCollectorOfItsOwnTakesThePlaceOfOurs() {
    assertThat(DuelArguments.merged(OURS, declaring(List.of(), List.of("-XX:+UseParallelGC"))))
        .containsExactly("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");
  }

  @Test
  void argumentsWithBlanksAreQuotedAndQuotesRefused() throws Exception {
    assertThat(DuelArguments.joined(List.of("-Xmx1g", "-Da=b c"))).isEqualTo("-Xmx1g \"-Da=b c\"");
    assertThatThrownBy(() -> DuelArguments.joined(List.of("-Da=\"b\"")))
        .isInstanceOf(DuelException.class)
        .hasMessageContaining("-Da=");
  }
}
