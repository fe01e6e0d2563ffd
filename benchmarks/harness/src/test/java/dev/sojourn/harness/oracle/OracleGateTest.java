package dev.sojourn.harness.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.broken.DissentBench;
import dev.sojourn.harness.broken.FailingBench;
import dev.sojourn.harness.sound.MinimumBench;
import dev.sojourn.results.model.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Starts other JVMs; each test starts one. */
final class OracleGateTest {
  private static final Oracle ORACLE = new Oracle(400, Duration.ofSeconds(20));
  private static final OracleGate GATE = new OracleGate(ORACLE, Duration.ofMinutes(1));
  private static final List<String> SMALL_HEAP = List.of("-Xmx64m");

  @Test
  void anotherJvmAnswersAsThisOneDoes() {
    StudyDescriptor study = StudyReader.read(MinimumBench.class);

    Answers answers = GATE.check(study, study.firstPoint(), SMALL_HEAP);

    assertThat(answers).isEqualTo(ORACLE.compare(study, study.firstPoint()));
  }

  @Test
  void dissentCrossesOver() {
    StudyDescriptor study = StudyReader.read(DissentBench.class);

    assertThat(Oracle.dissent(GATE.check(study, study.firstPoint(), SMALL_HEAP)))
        .containsOnlyKeys("wrong");
  }

  @Test
  void methodThatThrowsIsNamedWithItsCause() {
    assertThat(failure(GATE, "throw", SMALL_HEAP))
        .containsOnlyKeys("failing")
        .extractingByKey("failing")
        .asString()
        .contains("the heap is empty");
  }

  @Test
  void methodThatEndsItsJvmIsNamedWithTheExitCode() {
    assertThat(failure(GATE, "exit", SMALL_HEAP))
        .containsOnlyKeys("failing")
        .extractingByKey("failing")
        .asString()
        .contains("exit code 42");
  }

  @Test
  void methodThatHangsIsKilledAndNamed() {
    OracleGate impatient =
        new OracleGate(new Oracle(4, Duration.ofSeconds(1)), Duration.ofSeconds(5));

    assertThat(failure(impatient, "hang", SMALL_HEAP))
        .containsOnlyKeys("failing")
        .extractingByKey("failing")
        .asString()
        .contains("no answer within 12 s");
  }

  @Test
  void jvmThatDoesNotStartIsReportedInItsOwnWords() {
    assertThat(failure(GATE, "throw", List.of("-XX:NoSuchOption")))
        .extractingByKey("sound")
        .asString()
        .contains("exit code 1")
        .contains("NoSuchOption");
  }

  private static Map<String, String> failure(OracleGate gate, String how, List<String> jvmArgs) {
    StudyDescriptor study = StudyReader.read(FailingBench.class);
    TreeMap<String, String> point = new TreeMap<>(Map.of("how", how));
    var thrown = new TreeMap<String, String>();
    assertThatThrownBy(() -> gate.check(study, point, jvmArgs))
        .isInstanceOfSatisfying(OracleException.class, e -> thrown.putAll(e.causes()));
    return thrown;
  }
}
