package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Tail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TailSparksTest {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final Style ASCII = new Style(false, StandardCharsets.US_ASCII);

  /** Values, each with how often it was recorded. */
  private static Tail tail(int batch, long... valuesAndCounts) {
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < valuesAndCounts.length; i += 2) {
      histogram.recordValueWithCount(valuesAndCounts[i], valuesAndCounts[i + 1]);
    }
    Arm arm = Arm.of("x.TailBench", "a", Map.of());
    return new Tail(arm, batch, List.of(new Tail.ForkTail(0, histogram)));
  }

  private static String line(Tail tail) {
    return new TailSparks(List.of(tail)).line(0, Style.PLAIN);
  }

  @Test
  void aTailRisesFromTheMedianToTheMaximum() {
    String line = line(tail(1, 100, 990_000, 1_000, 9_900, 10_000, 99, 100_000, 1));

    assertThat(line).hasSize(12).startsWith("▁").endsWith("█");
    assertThat(line.chars().map(BLOCKS::indexOf)).isSorted();
    assertThat(line.chars().distinct()).hasSize(4);
  }

  @Test
  void noTailIsAFlatLine() {
    assertThat(line(tail(1, 100, 1_000))).isEqualTo("▁".repeat(12));
    assertThat(line(tail(1, 100, 999, 101, 1))).isEqualTo("▁".repeat(12));
  }

  @Test
  void allLinesOfAPointShareTheirScales() {
    Tail fast = tail(1, 100, 100_000, 200, 1);
    Tail slow = tail(1, 10_000, 1_000);
    TailSparks both = new TailSparks(List.of(fast, slow));

    assertThat(both.line(0, Style.PLAIN)).hasSize(12).matches("▁+▂?");
    assertThat(both.line(1, Style.PLAIN)).matches("█{6,8}");
    assertThat(both.note()).contains("100 ns to 10.0 µs");
  }

  @Test
  void batchesAreToldPerOperation() {
    assertThat(new TailSparks(List.of(tail(64, 6_400, 1_000))).note()).contains("100 ns to 100 ns");
  }

  @Test
  void oneValueAndNoneAndZeroAreShownAsWhatTheyAre() {
    assertThat(line(tail(1, 100, 1))).matches("▁+");
    assertThat(line(tail(1, 0, 5))).matches("▁+");
    assertThat(line(tail(1))).isEmpty();
    assertThat(new TailSparks(List.of()).note()).isNotEmpty();
  }

  @Test
  void anOutputWithoutBlocksGetsCharactersOfMoreAndMoreInk() {
    Tail tail = tail(1, 100, 990_000, 1_000, 9_900, 10_000, 99, 100_000, 1);

    assertThat(new TailSparks(List.of(tail)).line(0, ASCII))
        .hasSize(12)
        .matches("[_.~=+*#-]+")
        .startsWith("_")
        .endsWith("#");
  }
}
