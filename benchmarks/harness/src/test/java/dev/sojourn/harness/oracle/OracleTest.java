package dev.sojourn.harness.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.broken.DissentBench;
import dev.sojourn.harness.broken.FailingBench;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.harness.sound.MinimumBench;
import dev.sojourn.results.model.Answers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OracleTest {
  private static final Oracle ORACLE = new Oracle(400, Duration.ofMinutes(1));

  @Test
  void agreeingMethodsHaveOneDigest() {
    StudyDescriptor study = StudyReader.read(MinimumBench.class);

    Answers answers = ORACLE.compare(study, study.firstPoint());

    assertThat(answers.study()).isEqualTo(study.id());
    assertThat(answers.params()).isEqualTo(study.firstPoint());
    assertThat(answers.compared()).isEqualTo(400);
    assertThat(answers.digests()).containsOnlyKeys("queue", "sortedArray");
    assertThat(answers.digests().get("queue")).isEqualTo(answers.digests().get("sortedArray"));
    assertThat(answers.differingShare()).isEqualTo(Map.of("queue", 0.0, "sortedArray", 0.0));
    assertThat(Oracle.dissent(answers)).isEmpty();
  }

  @Test
  void approximateMethodMayDifferAsMuchAsItSays() {
    StudyDescriptor study = StudyReader.read(FilterBench.class);

    Answers answers = ORACLE.compare(study, study.firstPoint());

    assertThat(answers.differingShare()).containsEntry("approximate", 1.0 / 16);
    assertThat(answers.allowedShare()).isEqualTo(0.07);
    assertThat(Oracle.dissent(answers)).isEmpty();
  }

  @Test
  void methodThatAnswersOtherwiseIsNamedWithItsShare() {
    StudyDescriptor study = StudyReader.read(DissentBench.class);

    Answers answers = ORACLE.compare(study, study.firstPoint());

    assertThat(answers.differingShare())
        .isEqualTo(Map.of("right", 0.0, "alsoRight", 0.0, "wrong", 0.25));
    assertThat(Oracle.dissent(answers)).containsOnlyKeys("wrong");
    assertThat(Oracle.dissent(answers).get("wrong"))
        .contains("100 of 400")
        .contains("0.250000")
        .contains("0.1 is allowed");
  }

  @ParameterizedTest
  @CsvSource({"throw,the heap is empty", "overflow,StackOverflowError"})
  void methodThatThrowsIsNamedWithItsCause(String how, String cause) {
    StudyDescriptor study = StudyReader.read(FailingBench.class);

    assertThatThrownBy(() -> ORACLE.compare(study, new TreeMap<>(Map.of("how", how))))
        .isInstanceOfSatisfying(
            OracleException.class,
            e -> {
              assertThat(e.causes()).containsOnlyKeys("failing");
              assertThat(e.causes().get("failing")).contains(cause);
            })
        .hasMessageContaining(study.id());
  }

  @Test
  void everyMethodThatCannotBeSetUpIsNamed() {
    StudyDescriptor study = StudyReader.read(FailingBench.class);

    assertThatThrownBy(() -> ORACLE.compare(study, new TreeMap<>(Map.of("how", "set-up"))))
        .isInstanceOfSatisfying(
            OracleException.class,
            e -> assertThat(e.causes()).containsOnlyKeys("sound", "failing"));
  }

  @Test
  void slowMethodsAreComparedAsFarAsTheyCame() {
    StudyDescriptor study = StudyReader.read(MinimumBench.class);

    Answers answers = new Oracle(400, Duration.ZERO).compare(study, study.firstPoint());

    assertThat(answers.compared()).isEqualTo(1);
    assertThat(Oracle.dissent(answers)).isEmpty();
  }

  @Test
  void comparingNothingIsRefused() {
    assertThatThrownBy(() -> new Oracle(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }
}
