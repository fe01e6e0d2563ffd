package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.report.Style;
import dev.sojourn.results.report.WeeksReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeekPairsTest {
  private static final String HOLD = "a.HeapHoldBench";
  private static final String OBJECTS = "a.ObjectHeapHoldBench";
  private static final String BUILD = "a.HeapBuildBench";

  private static StudyCard card(String study, int week, String... methods) {
    return new StudyCard(
        study, week, "bench", "Why?", "", "", methods[0], List.of(methods), List.of(), "f00d");
  }

  private static void measure(SyntheticRun run, StudyCard card, String size, double nanos) {
    run.study(card);
    for (String method : card.methods()) {
      run.time(Arm.of(card.study(), method, Map.of("size", size)), nanos);
    }
  }

  private static Run run(StudyCard five, String size, StudyCard thirtySeven, String otherSize) {
    SyntheticRun run = SyntheticRun.of(1, 16);
    measure(run, five, size, 40);
    measure(run, thirtySeven, otherSize, 80);
    return run.build();
  }

  private static WeekPairs pairs(Run run) {
    return WeekPairs.of(run, 5, 37, Optional.empty());
  }

  @Test
  void theSameOperationPairsBaselinesAndMethodsOfOneName() {
    Run run =
        run(card(HOLD, 5, "jdk", "fourWay"), "10", card(OBJECTS, 37, "queue", "fourWay"), "10");

    WeekPairs pairs = pairs(run);

    assertThat(pairs.alone()).isEmpty();
    assertThat(pairs.meetings())
        .singleElement()
        .satisfies(
            meeting -> {
              assertThat(meeting.operation()).contains("Hold");
              assertThat(meeting.comparisons())
                  .extracting(c -> c.reference().method() + "/" + c.subject().method())
                  .containsExactlyInAnyOrder("jdk/queue", "fourWay/fourWay");
              assertThat(meeting.comparisons())
                  .allSatisfy(c -> assertThat(c.ratio()).isBetween(1.9, 2.1));
            });
  }

  @Test
  void theSameSubjectIsAMethodOfOneNameThatIsNoBaseline() {
    Run run = run(card(HOLD, 5, "jdk", "fourWay"), "10", card(BUILD, 37, "jdk", "fourWay"), "10");

    assertThat(pairs(run).meetings())
        .singleElement()
        .satisfies(
            meeting -> {
              assertThat(meeting.operation()).isEmpty();
              assertThat(meeting.comparisons())
                  .extracting(c -> c.subject().method())
                  .containsExactly("fourWay");
            });
  }

  @Test
  void otherParametersAreNotTheSameThingAndTheReasonSaysSo() {
    Run run = run(card(HOLD, 5, "jdk", "fourWay"), "10", card(OBJECTS, 37, "jdk", "fourWay"), "99");

    WeekPairs pairs = pairs(run);

    assertThat(pairs.meetings()).isEmpty();
    assertThat(pairs.alone())
        .extracting(WeekPairs.Alone::reason)
        .anyMatch(reason -> reason.contains("size=10 / size=99"));
  }

  @Test
  void nothingInCommonIsSaid() {
    Run run = run(card(HOLD, 5, "jdk", "fourWay"), "10", card(BUILD, 37, "jdk", "nine"), "10");

    assertThat(pairs(run).alone())
        .hasSize(2)
        .allMatch(alone -> alone.reason().contains("no subject and no operation in common"));
  }

  @Test
  void aWeekThatTheRunDoesNotHaveIsSaid() {
    Run run = run(card(HOLD, 5, "jdk", "own"), "10", card(BUILD, 36, "jdk", "own"), "10");

    assertThat(pairs(run).alone())
        .singleElement()
        .matches(alone -> alone.reason().equals("the run has no study of week 37"));
  }

  @Test
  void everyFormatShowsBothWeeksAndTheRule() {
    Run run = run(card(HOLD, 5, "jdk", "fourWay"), "10", card(OBJECTS, 37, "jdk", "fourWay"), "10");
    WeekPairs pairs = pairs(run);

    for (String report :
        List.of(
            WeeksReport.text(run, pairs, Style.PLAIN),
            WeeksReport.markdown(run, pairs),
            WeeksReport.html(run, pairs))) {
      assertThat(report).contains("week 5", "week 37", "ObjectHeapHoldBench", "Side by side");
    }
    assertThat(WeeksReport.text(run, pairs, Style.PLAIN).lines())
        .allMatch(line -> line.length() <= 100);
  }
}
