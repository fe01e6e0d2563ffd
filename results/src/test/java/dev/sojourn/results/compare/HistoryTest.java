package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.History.State;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final String TOUR = "5 x 100 ms warm-up, 8 x 50 ms scored, 2 x 50 ms tail";
  private static final String SLOW_TOUR = "1 x 100 ms warm-up, 3 x 50 ms scored, 1 x 50 ms tail";
  private static final String SCREEN = "6 x 300 ms warm-up, 8 x 300 ms scored, 3 x 300 ms tail";
  private static final String LAB = "1 x 1 ms warm-up, 1 x 1 ms scored, 1 x 1 ms tail";

  private static RunFixture session(int week) {
    return new RunFixture()
        .label("2026-W" + (10 + week))
        .startedAt(RunFixture.START.plus(Duration.ofDays(7L * week)));
  }

  /** Sessions of three forks about a level, from one week on. */
  private static List<Run> sessions(
      int from, int count, double nanos, UnaryOperator<RunFixture> with) {
    Random random = new Random(from);
    List<Run> runs = new ArrayList<>();
    for (int week = from; week < from + count; week++) {
      double level = nanos * Math.exp(0.005 * random.nextGaussian());
      runs.add(with.apply(session(week)).time(arm("jdk"), level, level * 1.01, level / 1.01).run());
    }
    return runs;
  }

  private static History history(List<Run> runs) {
    return History.of(runs, RunFixture.STUDY);
  }

  private static List<Run> mixed(List<List<Run>> parts) {
    List<Run> runs = new ArrayList<>();
    parts.forEach(runs::addAll);
    Collections.shuffle(runs, new Random(1));
    return runs;
  }

  @Test
  void aSlowerLevelIsDatedByTheRunThatBeganIt() {
    History history =
        history(mixed(List.of(sessions(0, 12, 100, f -> f), sessions(12, 6, 110, f -> f))));

    History.Track track = history.tracks().getFirst();
    assertThat(history.tracks()).hasSize(1);
    assertThat(track.points()).hasSize(18);
    assertThat(track.points().getFirst().value()).isBetween(98.0, 102.0);
    assertThat(track.points().getFirst().standardError()).isBetween(0.004, 0.008);
    assertThat(track.pieces()).hasSize(1);
    assertThat(track.pieces().getFirst().changes())
        .singleElement()
        .matches(c -> c.state() == State.CONFIRMED && c.label().value().equals("2026-W22"))
        .matches(c -> c.ratio() > 1.08 && c.ratio() < 1.12);
  }

  @Test
  void anotherJdkAndAnotherCodeBeginPiecesThatAreNotJoined() {
    History history =
        history(
            mixed(
                List.of(
                    sessions(0, 8, 100, f -> f),
                    sessions(8, 8, 150, f -> f.jdk("Example 26+1")),
                    sessions(16, 8, 220, f -> f.jdk("Example 26+1").fingerprint("other")))));

    History.Track track = history.tracks().getFirst();
    assertThat(track.pieces()).hasSize(3).allMatch(HistoryTest::unchanged);
    assertThat(track.pieces().get(0).reason()).isEmpty();
    assertThat(track.pieces().get(1).reason()).contains("Example 25+36 / Example 26+1");
    assertThat(track.pieces().get(2).reason()).contains("code changed");
  }

  @Test
  void theTourIsNotJoinedWithAScreenWhoseForksWarmUpForLonger() {
    History history =
        history(
            mixed(
                List.of(
                    sessions(0, 8, 110, f -> f.shape(TOUR)),
                    sessions(8, 8, 100, f -> f.shape(SCREEN)))));

    assertThat(history.tracks().getFirst().pieces())
        .hasSize(2)
        .allMatch(HistoryTest::unchanged)
        .last()
        .satisfies(
            piece ->
                assertThat(piece.reason())
                    .isEqualTo("the forks did not do the same: " + TOUR + " / " + SCREEN));
  }

  /** Of a tour of every study, of one without labs, and of one without slow operations. */
  @Test
  void aPlanOfOtherStudiesHasNotForThatOtherForks() {
    History history =
        history(
            mixed(
                List.of(
                    sessions(0, 3, 100, f -> f.shape(LAB + "; " + TOUR + "; " + SLOW_TOUR)),
                    sessions(3, 3, 100, f -> f.shape(TOUR + "; " + SLOW_TOUR)),
                    sessions(6, 3, 100, f -> f.shape(LAB + "; " + TOUR)))));

    assertThat(history.tracks().getFirst().pieces()).hasSize(1);
  }

  @Test
  void labsAreAlikeInEveryPlanAndMakeNoOtherStudiesAlike() {
    List<List<Run>> parts =
        List.of(
            sessions(0, 4, 100, f -> f.shape(LAB + "; " + TOUR)),
            sessions(4, 4, 100, f -> f.shape(LAB + "; " + SCREEN)));

    assertThat(history(mixed(parts)).tracks().getFirst().pieces()).hasSize(2);
    assertThat(history(ofALab(parts)).tracks().getFirst().pieces()).hasSize(1);
  }

  /** What the lab counts itself: its times are no findings. */
  private static List<Run> ofALab(List<List<Run>> parts) {
    Metric depth = new Metric("depth", "levels", false);
    List<Run> runs = new ArrayList<>();
    for (Run run : mixed(parts)) {
      RunFixture lab = new RunFixture().lab().label(run.label().value()).startedAt(run.startedAt());
      runs.add(lab.shape(run.plan().shape()).metric(arm("jdk"), depth, 12, 12.1, 12.2).run());
    }
    return runs;
  }

  @Test
  void aRunThatDoesNotSayItsShapePartsNothingAndJoinsNothing() {
    History history =
        history(
            mixed(
                List.of(
                    sessions(0, 4, 100, f -> f),
                    sessions(4, 4, 100, f -> f.shape(TOUR)),
                    sessions(8, 4, 100, f -> f),
                    sessions(12, 4, 100, f -> f.shape(SCREEN)))));

    assertThat(history.tracks().getFirst().pieces())
        .extracting(piece -> piece.points().size())
        .containsExactly(12, 4);
  }

  private static boolean unchanged(History.Piece piece) {
    return piece.changes().stream().noneMatch(change -> change.state() == State.CONFIRMED);
  }

  @Test
  void anotherProcessorIsAnotherTrackAlsoWhenItsRunsLieBetween() {
    List<Run> mixed = new ArrayList<>();
    for (int week = 0; week < 20; week++) {
      String cpu = week % 2 == 0 ? "Slow 1" : "Fast 2";
      mixed.addAll(sessions(week, 1, week % 2 == 0 ? 200 : 100, f -> f.cpu(cpu)));
    }

    History history = history(mixed);

    assertThat(history.tracks())
        .hasSize(2)
        .allMatch(track -> track.pieces().size() == 1 && track.points().size() == 10)
        .allMatch(track -> unchanged(track.pieces().getFirst()));
  }

  @Test
  void unfinishedAndSmokeAndFailedRunsAreLeftOutByName() {
    Run failed = session(40).run();

    History history =
        history(
            mixed(
                List.of(
                    sessions(0, 3, 100, f -> f),
                    sessions(3, 1, 100, RunFixture::unfinished),
                    sessions(4, 1, 100, f -> f.effort("smoke")),
                    List.of(failed))));

    assertThat(history.tracks().getFirst().points()).hasSize(3);
    assertThat(history.skipped().stream().map(s -> s.label() + " " + s.reason()))
        .containsExactly(
            "2026-W13 unfinished",
            "2026-W14 smoke effort, which shows that things run",
            "2026-W50 the study failed");
  }

  /** An old revision measured today is no point of today, and its machine no other one. */
  @Test
  void aReplayBetweenTwoSessionsDoesNotCutTheirSeries() {
    String old = Provenance.revisionOfJar("old.jar", "0a1b2c3d");

    History history =
        history(
            mixed(
                List.of(
                    sessions(0, 6, 100, f -> f),
                    sessions(6, 1, 130, f -> f.revision(old).fingerprint("").jdk("Other 1")),
                    sessions(7, 6, 110, f -> f))));

    assertThat(history.tracks())
        .singleElement()
        .satisfies(track -> assertThat(track.points()).hasSize(12))
        .satisfies(track -> assertThat(track.pieces()).hasSize(1))
        .satisfies(
            track ->
                assertThat(track.pieces().getFirst().changes())
                    .singleElement()
                    .matches(c -> c.label().value().equals("2026-W17")));
    assertThat(history.skipped())
        .singleElement()
        .matches(s -> s.label().value().equals("2026-W16") && s.reason().contains("old.jar"));
  }

  @Test
  void bytesAreCountedAndNeedNoSecondSession() {
    List<Run> runs = new ArrayList<>();
    double[] bytes = {0, 0, 24, 24.3};
    for (int week = 0; week < bytes.length; week++) {
      runs.add(session(week).metric(arm("jdk"), Metric.ALLOCATION, bytes[week]).run());
    }

    assertThat(history(runs).tracks().getFirst().pieces().getFirst().changes())
        .singleElement()
        .matches(c -> c.label().value().equals("2026-W12") && c.state() == State.CONFIRMED);
  }

  /** Faster code of equal bytes, cut to 64 bytes in week 10 and to 32 in week 11; then 64 more. */
  @Test
  void aStepOfBytesThatSpeedMovedIsNoChange() {
    List<Run> runs = new ArrayList<>();
    double[] bytes = {3_968, 4_000, 4_064};
    double[] steps = {64, 32, 32};
    for (int week = 0; week < bytes.length; week++) {
      ForkConditions fork =
          new ForkConditions(
              arm("jdk"),
              0,
              0,
              1,
              ForkConditions.Fate.KEPT,
              "",
              new TreeMap<>(Map.of(ForkConditions.ALLOCATION_STEP, steps[week])),
              List.of(),
              Optional.empty());
      RunFixture run = session(week).conditions(fork);
      runs.add(run.metric(arm("jdk"), Metric.ALLOCATION, bytes[week]).run());
    }

    assertThat(history(runs).tracks().getFirst().pieces().getFirst().changes())
        .singleElement()
        .matches(c -> c.label().value().equals("2026-W12"));
  }

  @Test
  void aChangeThatTheCanarySharesIsTheMachines() {
    History history =
        history(
            mixed(
                List.of(
                    sessions(0, 10, 100, f -> canary(f, 1.0)),
                    sessions(10, 10, 110, f -> canary(f, 1.1)))));

    assertThat(history.tracks().getFirst().pieces().getFirst().changes())
        .singleElement()
        .matches(c -> c.state() == State.SUSPECT && c.reason().contains("canary moved by +10.0 %"));
  }

  private static RunFixture canary(RunFixture fixture, double nanos) {
    return fixture.conditions(
        new ForkConditions(
            arm("jdk"),
            0,
            0,
            1,
            ForkConditions.Fate.KEPT,
            "",
            new TreeMap<>(Map.of(ForkConditions.CANARY_ALU, nanos)),
            List.of(),
            Optional.empty()));
  }

  @Test
  void aStudyNobodyMeasuredHasNoTracks() {
    assertThat(History.of(sessions(0, 2, 100, f -> f), "dev.example.Other").tracks()).isEmpty();
  }
}
