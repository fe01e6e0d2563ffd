package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.fixture.SyntheticPair;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decoded while it is parsed is what the tree of the whole file says, or nothing. */
class RunScanTest {
  private static RunReader whole() {
    return new RunReader((name, count) -> Cells.NONE);
  }

  private static RunReader ofScores(BiPredicate<Arm, Metric> wanted) {
    return new RunReader(Wanted.scores(wanted), (name, count) -> Cells.NONE);
  }

  private static Run slowly(String json, RunReader reader) throws Exception {
    return reader.run(Node.root(Json.MAPPER.readTree(json)));
  }

  private static Run quickly(String json, RunReader reader) throws Exception {
    return reader.quickly(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Run run) throws Exception {
    RunWriter writer = new RunWriter((tail, fork) -> "a.hlog", (fork, cells) -> "b.hlog");
    return new String(Json.bytes(writer.run(run)), StandardCharsets.UTF_8);
  }

  private static String small() throws Exception {
    return json(
        new RunFixture()
            .time(arm("jdk", "size", "10", "mix", "a \"b\" 😀"), 1.5, 2.25e-7, 3e300)
            .time(arm("fourWay"), 1, Double.NaN, Double.POSITIVE_INFINITY)
            .metric(arm("jdk"), Metric.ALLOCATION, 24, Double.NEGATIVE_INFINITY)
            .tail(arm("jdk"), 1, RunFixture.histogram(1, 10, 5))
            .run());
  }

  @Test
  void allThatIsWrittenIsReadAlike() throws Exception {
    for (String json :
        new String[] {
          small(), json(SyntheticRun.typical(1).build()), json(new SyntheticPair(2, 16).after())
        }) {
      assertThat(quickly(json, whole())).isEqualTo(slowly(json, whole()));
    }
  }

  @Test
  void onlyWhatIsWantedIsDecoded() throws Exception {
    BiPredicate<Arm, Metric> times =
        (arm, metric) -> arm.method().equals("jdk") && metric.equals(Metric.TIME);
    String json = json(new SyntheticPair(2, 16).after());

    Run run = quickly(json, ofScores(times));

    assertThat(run).isEqualTo(slowly(json, ofScores(times)));
    assertThat(run.measurements()).hasSize(2).allMatch(m -> times.test(m.arm(), m.metric()));
    assertThat(run.conditions()).hasSize(32).allMatch(c -> c.arm().method().equals("jdk"));
    assertThat(run.tails()).isEmpty();
  }

  @Test
  void conditionsBeforeMeasurementsAreLeftToTheTree() throws Exception {
    String turned =
        json(new SyntheticPair(1).after())
            .replace("\"conditions\": [ {", "\"later\": [ {")
            .replace("\"answers\": ", "\"conditions\": [ ], \"answers\": ");

    assertThatThrownBy(() -> quickly(turned, ofScores((arm, metric) -> true)))
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"round\": 0,", "\"position\": 0,", "\"metric\": {"})
  void blanksAndUnknownFieldsDoNotMatter(String where) throws Exception {
    String json = small().replace(where, "\"later\": {\"forks\": [1, {\"study\": 2}]},   " + where);

    assertThat(json).isNotEqualTo(small());
    assertThat(quickly(json, whole())).isEqualTo(slowly(json, whole()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "measurements" | "measurement"
          "measurements": [ | "measurements": [ 7,
          "answers" | "measurements": [], "answers"
          "round" | "rounds"
          "round": 0 | "round": 0.5
          "round": 0 | "round": 4294967296
          "position": 0 | "position": null
          "startedAt": "2026-11-23T03:25:00.123456789Z", "warmup" | "startedAt": "today", "warmup"
          "metric" | "metrics"
          "name": "time" | "name": 1
          "deterministic": false | "deterministic": "false"
          "study" | "study": null, "other"
          "scores": [ | "scores": [ "fast",
          "scores": [ | "scores": [ null,
          "scores": [ | "scores": [ ], "more": [
          """)
  void whateverElseIsLeftToTheTree(String written, String other) throws Exception {
    String changed = compact(small()).replace(written, other);
    assertThat(changed).isNotEqualTo(compact(small()));

    assertThatThrownBy(() -> quickly(changed, whole())).isInstanceOf(Exception.class);
  }

  private static String compact(String json) {
    return json.replaceAll("\\n *", " ");
  }

  @Test
  void anOrderNobodyWritesIsLeftToTheTree() throws Exception {
    String json = small();
    int from = json.indexOf("\"forks\"", json.indexOf("\"measurements\""));
    String turned =
        json.substring(0, from) + "\"forks\": [], \"study\": \"x\", " + json.substring(from);

    assertThatThrownBy(() -> quickly(turned, whole())).isInstanceOf(Malformed.class);
  }

  @Test
  void aFileCutShortOrGoneOnIsNoRun() throws Exception {
    String json = small().stripTrailing();
    for (int length = 0; length < json.length(); length += 7) {
      String cut = json.substring(0, length);
      assertThatThrownBy(() -> quickly(cut, whole())).as("%d characters", length).isNotNull();
    }
    assertThatThrownBy(() -> quickly(json + "{}", whole())).isNotNull();
    assertThatThrownBy(() -> quickly(json + " x", whole())).isNotNull();
  }
}
