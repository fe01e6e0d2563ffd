package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** A hundred million keys, as many as planned for: the error is the one that was asked for. */
class BloomFullTest {
  private static final int KEYS = 100_000_000;
  private static final int ABSENT = 4_000_000;
  private static final double RATE = 0.01;

  @Test
  void falsePositivesOfAFullFilterAreWithinFivePercentOfStated() {
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(KEYS).falsePositiveRate(RATE).seed(1).build();
    for (long i = 0; i < KEYS; i++) {
      filter.put(Keys.key(1, i));
    }

    long positives = Keys.stream(2, ABSENT).filter(filter::mightContain).count();

    assertThat((double) positives / ABSENT).isCloseTo(RATE, Percentage.withPercentage(5));
    assertThat(filter.expectedFalsePositiveRate()).isCloseTo(RATE, Percentage.withPercentage(5));
  }
}
