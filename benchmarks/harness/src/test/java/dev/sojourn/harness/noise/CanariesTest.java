package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.ForkConditions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the canaries do; how long it takes is never asserted. */
class CanariesTest {
  static Stream<Integer> powersOfTwo() {
    return IntStream.rangeClosed(3, 20).mapToObj(bits -> 1 << bits);
  }

  @ParameterizedTest
  @MethodSource("powersOfTwo")
  void aChaseVisitsEveryLineExactlyOnceAndBeginsAnew(int lines) {
    ByteBuffer memory = ByteBuffer.allocate(lines * Chase.LINE).order(ByteOrder.nativeOrder());
    Chase.link(memory, lines);

    boolean[] visited = new boolean[lines];
    int at = 0;
    for (int i = 0; i < lines; i++) {
      assertThat(at % Chase.LINE).isZero();
      assertThat(visited[at / Chase.LINE]).as("line %d, step %d", at / Chase.LINE, i).isFalse();
      visited[at / Chase.LINE] = true;
      at = memory.getInt(at);
    }

    assertThat(at).isZero();
    assertThat(Chase.walk(memory, 0, lines / Chase.STRIDE)).isZero();
    assertThat(Chase.walk(memory, 0, 1)).isEqualTo(stepByStep(memory, Chase.STRIDE));
  }

  private static int stepByStep(ByteBuffer memory, int steps) {
    int at = 0;
    for (int i = 0; i < steps; i++) {
      at = memory.getInt(at);
    }
    return at;
  }

  @Test
  void neighboursInTheChaseAreNoNeighboursInMemory() {
    int lines = 1 << 14;
    ByteBuffer memory = ByteBuffer.allocate(lines * Chase.LINE).order(ByteOrder.nativeOrder());
    Chase.link(memory, lines);

    long near =
        IntStream.range(0, lines)
            .filter(line -> Math.abs(memory.getInt(line * Chase.LINE) / Chase.LINE - line) <= 64)
            .count();

    // A random successor is as near for some 130 in 2^14 lines.
    assertThat(near).isLessThan(lines / 32);
  }

  @Test
  void eachCanaryTellsItsTime() {
    var facts = Canaries.run(new CanarySizes(1 << 14, 1 << 16, 1 << 20));

    assertThat(facts)
        .containsOnlyKeys(
            ForkConditions.CANARY_ALU,
            ForkConditions.CANARY_L2,
            ForkConditions.CANARY_L3,
            ForkConditions.CANARY_DRAM);
    assertThat(facts.values()).allMatch(nanos -> nanos > 0);
  }

  @Test
  void aCanaryTooLargeForTheJvmIsLeftOut() {
    assertThat(Canaries.run(new CanarySizes(1 << 14, 1 << 16, 1 << 30)))
        .containsOnlyKeys(
            ForkConditions.CANARY_ALU, ForkConditions.CANARY_L2, ForkConditions.CANARY_L3);
  }

  @ParameterizedTest
  @CsvSource({
    // l2, l3 of the machine in KiB; l2, l3, dram of the canaries
    "1024, 32768, 512, 4096, 65536",
    "512, 262144, 256, 32768, 131072",
    "2048, 36864, 1024, 4096, 65536",
    "0, 32768, 256, 8192, 65536",
    "12288, 0, 256, 8192, 65536",
  })
  void sizesFollowTheCaches(long l2, long l3, int smallest, int middle, int largest) {
    assertThat(CanarySizes.of(Map.of("l2", l2 << 10, "l3", l3 << 10)))
        .isEqualTo(new CanarySizes(smallest << 10, middle << 10, largest << 10));
  }

  @Test
  void sizesPassAsOneArgument() {
    CanarySizes sizes = CanarySizes.ofMachine();

    assertThat(CanarySizes.parse(sizes.text())).isEqualTo(sizes);
  }
}
