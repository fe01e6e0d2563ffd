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

  /** Whoever saw the second element cannot be told that the first still takes its room. */
  @ParameterizedTest
  @ValueSource(classes = {MpmcCases.MpmcOfTwo.class, MpmcCases.LongMpmcOfTwo.class})
  void peekBesideAStoppedPoll(Class<?> type) {
    Lincheck.threeThreads()
        .addCustomScenario(scenario(type, "oo", List.of("p", "ko")))
        .sequentialSpecification(QueueSpecs.SpecOfTwo.class)
        .check(type);
  }

  /** Offers of 1, 2, 3 ..., polls and peeks, by their first letters; k is a peek. */
  private static ExecutionScenario scenario(Class<?> type, String before, List<String> threads) {
    AtomicInteger next = new AtomicInteger();
    return new ExecutionScenario(
        actors(type, before, next),
        threads.stream().map(thread -> actors(type, thread, next)).toList(),
        List.of(),
        null);
  }

  private static List<Actor> actors(Class<?> type, String letters, AtomicInteger next) {
    return letters.chars().mapToObj(letter -> actor(type, letter, next)).toList();
  }

  private static Actor actor(Class<?> type, int letter, AtomicInteger next) {
    return switch (letter) {
      case 'o' -> new Actor(method(type, "offer", int.class), List.of(next.incrementAndGet()));
      case 'p' -> new Actor(method(type, "poll"), List.of());
      case 'k' -> new Actor(method(type, "peek"), List.of());
      default -> throw new IllegalArgumentException("no operation " + (char) letter);
    };
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
