package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that JMH 1.21, 1.33 and 1.37 generated for one source. */
class BenchmarkListLineTest {
  private static List<DeclaredBenchmark> parsed(String version) throws IOException {
    return lines("BenchmarkList-" + version).stream().map(BenchmarkListLine::parse).toList();
  }

  static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BenchmarkListLineTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static DeclaredBenchmark one(String version, String name) throws IOException {
    return parsed(version).stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.21", "1.33", "1.37"})
  void namesModesArgumentsAndValuesAreRead(String version) throws Exception {
    DeclaredBenchmark busy = one(version, "foreign.Work.busy");

    assertThat(busy.mainArguments()).containsExactly("-XX:+UseSerialGC");
    assertThat(busy.otherArguments()).containsExactly("-Xmx300m", "-Da=b c");
    assertThat(busy.valueCounts())
        .containsExactlyInAnyOrderEntriesOf(Map.of("colour", 2, "empty", 2, "tokens", 2));
    assertThat(one(version, "foreign.Work.once").singleShot()).isTrue();
    assertThat(busy.singleShot()).isFalse();
    assertThat(one(version, "foreign.Work.Nested.inner").jvmArguments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.21", "1.37"})
  void anEntryWithEveryAnnotationIsRead(String version) throws Exception {
    DeclaredBenchmark group = one(version, "foreign.Full.g");

    assertThat(group.jvmArguments()).containsExactly("-Xms1g", "-da");
    assertThat(group.valueCounts()).containsExactly(Map.entry("kind", 2));
    assertThat(group.generatedClass()).endsWith("generated.Full_g_jmhTest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "JMH ",
        "foreign.Work===,===busy",
        "JMH S 12 foreign.Work",
        "JMH S 99 foreign.Work S 4 busy",
        "JMH S x foreign.Work",
        "JMH S -1 foreign.Work S 1 a"
      })
  void whatIsNoEntryIsRefused(String line) {
    assertThatThrownBy(() -> BenchmarkListLine.parse(line))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineCutShortAnywhereBeforeItsParametersEndIsRefused() throws Exception {
    String line = lines("BenchmarkList-1.21").getFirst();
    int end = line.indexOf("100 4 1000 ");

    for (int length = 0; length < end; length++) {
      String cut = line.substring(0, length);
      assertThatThrownBy(() -> BenchmarkListLine.parse(cut))
          .as(cut)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
