package dev.sojourn.structures.queue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenarios of two threads at the rings for any producer and any consumer. {@link
 * LinearizabilityTest} says what the model checker can find and what it cannot.
 */
class MpmcLincheckTest {
  @ParameterizedTest
  @ValueSource(classes = {MpmcCases.MpmcOfOne.class, MpmcCases.LongMpmcOfOne.class})
  void ofOneSlot(Class<?> type) {
    Lincheck.check(type, QueueSpecs.SpecOfOne.class);
  }

  /** Where the capacity is the whole lap, "full" too is told by the slot alone. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        MpmcCases.MpmcOfTwo.class,
        MpmcCases.MpmcOffersAndPolls.class,
        MpmcCases.LongMpmcOfTwo.class,
        MpmcCases.LongMpmcOffersAndPolls.class
      })
  void ofAWholeLap(Class<?> type) {
    Lincheck.check(type, QueueSpecs.SpecOfTwo.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {MpmcCases.MpmcOfThree.class, MpmcCases.LongMpmcOfThree.class})
  void ofLessThanALap(Class<?> type) {
    Lincheck.check(type, QueueSpecs.SpecOfThree.class);
  }
}
