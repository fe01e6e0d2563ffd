package dev.sojourn.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JourneyTest {
  private static Journey sent(int messages) {
    Journey journey = new Journey(10);
    for (int i = 0; i < messages; i++) {
      journey.ended(1000L * i, 1000L * i + 5, 1000L * i + 10);
    }
    return journey;
  }

  @Test
  void aDeliveryCountsFromWhenItsMessageWasDue() {
    Journey journey = sent(2);
    journey.received(0, 700);
    journey.received(1, 1050);

    assertThat(journey.delivery().getTotalCount()).isEqualTo(2);
    assertThat(journey.delivery().getMinValue()).isEqualTo(50);
    assertThat(journey.delivery().getMaxValue()).isEqualTo(700);
    assertThat(journey.astray()).isZero();
  }

  @Test
  void lostMessagesAreAstray() {
    Journey journey = sent(3);
    journey.received(0, 10);

    assertThat(journey.astray()).isEqualTo(2);
  }

  @Test
  void messagesThatOvertakeAreAstray() {
    Journey journey = sent(2);
    journey.received(1, 2000);
    journey.received(0, 2010);

    assertThat(journey.astray()).isEqualTo(2);
  }
}
