package dev.sojourn.structures.queue;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of "full" and "empty" that are given while two others are stopped half way. */
class StoppedThreadsLincheckTest {
  @ParameterizedTest
  @ValueSource(
      classes = {MpmcCases.MpmcOffersAndPolls.class, MpmcCases.LongMpmcOffersAndPolls.class})
  void ofAWholeLap(Class<?> type) {
    Lincheck.threeThreads()
        .addCustomScenario(scenario(type, "o", List.of("o", "o", "pp")))
        .addCustomScenario(scenario(type, "o", List.of("p", "p", "oo")))
        .sequentialSpecification(QueueSpecs.SpecOfTwo.class)
        .check(type);
  }

  @ParameterizedTest
  @ValueSource(classes = {MpmcCases.MpmcOfThree.class, MpmcCases.LongMpmcOfThree.class})
  void ofLessThanALap(Class<?> type) {
    Lincheck.threeThreads()
        .addCustomScenario(scenario(type, "oo", List.of("o", "o", "ppp")))
        .addCustomScenario(scenario(type, "oo", List.of("p", "p", "ooo")))
        .sequentialSpecification(QueueSpecs.SpecOfThree.class)
        .check(type);
  }

  /** Offers of 1, 2, 3 ... and polls, by their first letters. */
  private static ExecutionScenario scenario(Class<?> type, String before, List<String> threads) {
    AtomicInteger next = new AtomicInteger();
    return new ExecutionScenario(
        actors(type, before, next),
        threads.stream().map(thread -> actors(type, thread, next)).toList(),
        List.of(),
        null);
  }

  private static List<Actor> actors(Class<?> type, String letters, AtomicInteger next) {
    return letters
        .chars()
        .mapToObj(
            letter ->
                letter == 'o'
                    ? new Actor(method(type, "offer", int.class), List.of(next.incrementAndGet()))
                    : new Actor(method(type, "poll"), List.of()))
        .toList();
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
