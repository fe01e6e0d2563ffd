package dev.sojourn.harness.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.broken.DissentBench;
import dev.sojourn.harness.broken.FailingBench;
import dev.sojourn.harness.broken.Rules;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.harness.sound.FixtureLab;
import dev.sojourn.harness.sound.MinimumBench;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

final class StudyInstanceTest {
  @Test
  void statesAreFilledAndSetUpBeforeWhoeverAsksForThem() {
    for (SortedMap<String, String> point : StudyReader.read(MinimumBench.class).points()) {
      long[] queue = answers(MinimumBench.class, "queue", point);
      long[] sorted = answers(MinimumBench.class, "sortedArray", point);

      assertThat(sorted).as("at %s", point).isEqualTo(queue);
    }
  }

  @Test
  void pointsGiveOtherAnswers() {
    assertThat(answers(DissentBench.class, "right", Map.of("offset", "7")))
        .isNotEqualTo(answers(DissentBench.class, "right", Map.of("offset", "8")));
  }

  @Test
  void everyInstanceStartsAnew() {
    SortedMap<String, String> point = StudyReader.read(MinimumBench.class).firstPoint();

    assertThat(answers(MinimumBench.class, "queue", point))
        .isEqualTo(answers(MinimumBench.class, "queue", point));
  }

  @Test
  void fixturesRunOutermostFirstAndInnermostLast() {
    try (StudyInstance instance = StudyInstance.open(FixtureLab.class, "asList", Map.of())) {
      long expected =
          AnswerDigest.of(List.of("base", "trial", "iteration", "invocation", "answer"));
      assertThat(instance.answer()).isEqualTo(expected);
    }

    assertThat(FixtureLab.LATEST)
        .containsExactly(
            "base",
            "trial",
            "iteration",
            "invocation",
            "answer",
            "afterInvocation",
            "afterIteration",
            "afterTrial");
  }

  @Test
  void clocksAndBlackholesAreGiven() {
    assertThat(answers(FilterBench.class, "approximate", Map.of()))
        .contains(AnswerDigest.of(true), AnswerDigest.of(false));
  }

  @Test
  void whatExistsOnlyInsideJmhIsRefusedWithAWayOut() {
    assertThatThrownBy(
            () -> StudyInstance.open(Rules.InsideBench.class, "third", Map.of("size", "1")))
        .isInstanceOf(AnswerException.class)
        .hasMessageContaining("InsideBench.third")
        .hasMessageContaining("ThreadParams")
        .hasMessageContaining("take a @State instead");
  }

  @Test
  void methodsThatReturnNothingAreRefused() {
    assertThatThrownBy(
            () -> StudyInstance.open(Rules.VoidBench.class, "third", Map.of("size", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must return its answer");
  }

  @Test
  void missingAndUnfitParametersAreNamed() {
    assertThatThrownBy(() -> StudyInstance.open(DissentBench.class, "right", Map.of()))
        .hasMessageContaining("parameter offset");
    assertThatThrownBy(
            () -> StudyInstance.open(DissentBench.class, "right", Map.of("offset", "many")))
        .hasMessageContaining("offset is of type long, its value \"many\" is not");
    assertThatThrownBy(
            () ->
                StudyInstance.open(
                    MinimumBench.class,
                    "queue",
                    Map.of("size", "1", "order", "SIDEWAYS", "negated", "false")))
        .hasMessageContaining("order is of type Order");
    assertThatThrownBy(
            () ->
                StudyInstance.open(
                    MinimumBench.class,
                    "queue",
                    Map.of("size", "1", "order", "RISING", "negated", "maybe")))
        .hasMessageContaining("negated is of type boolean");
  }

  @Test
  void whatAMethodThrowsIsTheCause() {
    try (StudyInstance instance =
        StudyInstance.open(FailingBench.class, "failing", Map.of("how", "throw"))) {
      assertThatThrownBy(instance::answer)
          .isInstanceOf(AnswerException.class)
          .hasMessageContaining("FailingBench.failing")
          .hasMessageContaining("the heap is empty")
          .hasCauseInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void unknownMethodIsRefused() {
    assertThatThrownBy(() -> StudyInstance.open(DissentBench.class, "left", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("left");
  }

  private static long[] answers(Class<?> study, String method, Map<String, String> point) {
    try (StudyInstance instance = StudyInstance.open(study, method, point)) {
      return instance.answers(500);
    }
  }
}
