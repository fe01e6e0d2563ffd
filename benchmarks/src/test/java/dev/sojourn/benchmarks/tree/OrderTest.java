package dev.sojourn.benchmarks.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000, 100_001})
  void ordersHaveTheSameDistinctKeys(int size) {
    long[][] random = Order.RANDOM.draw(size);
    long[][] ascending = Order.ASCENDING.draw(size);
    long[][] zigzag = Order.ZIGZAG.draw(size);

    assertThat(Integer.bitCount(random.length)).isEqualTo(1);
    for (int i = 0; i < random.length; i++) {
      assertThat(sorted(random[i])).isEqualTo(ascending[i]).isEqualTo(sorted(zigzag[i]));
      assertThat(LongStream.of(random[i]).distinct().count()).isEqualTo(size);
    }
  }

  @Test
  void zigzagTurnsBackAtEveryKey() {
    long[] ascending = Order.ASCENDING.draw(5)[0];

    assertThat(Order.ZIGZAG.draw(5)[0])
        .containsExactly(ascending[0], ascending[4], ascending[1], ascending[3], ascending[2]);
  }

  private static long[] sorted(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
