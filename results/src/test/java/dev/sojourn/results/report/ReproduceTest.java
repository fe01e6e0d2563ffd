package dev.sojourn.results.report;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command takes the points that were measured, in the order they were, and no others. */
class ReproduceTest {
  private static String command(Arm... planned) {
    RunFixture fixture = new RunFixture();
    List.of(planned).forEach(fixture::planned);
    Run run = fixture.run();
    return Reproduce.study(run, run.studies().getFirst()).orElseThrow().text();
  }

  @Test
  void theMeasuredPointsAreNamed() {
    assertThat(
            command(
                arm("jdk", "size", "10", "mix", "read-only"),
                arm("own", "size", "10", "mix", "read-only"),
                arm("jdk", "size", "1000", "mix", "read-only")))
        .contains(" run --study '^dev\\.example\\.HeapHold$' --method '^own$' ")
        .contains(" --param mix=read-only --param size=10,1000 --effort ")
        .endsWith(" --seed=-42");
  }

  @Test
  void aCalibrationIsTakenAgainByItsOwnCommand() {
    Run run =
        new RunFixture()
            .effort("calibrate")
            .planned(arm("jdk", "calibrate", "+2%"))
            .planned(arm("jdk", "calibrate", "A"))
            .run();
    String command =
        "java -jar benchmarks/target/benchmarks.jar calibrate"
            + " --study '^dev\\.example\\.HeapHold$' --pairs 16 --seed=-42";

    assertThat(Reproduce.run(run)).contains(new Reproduce.Command(command, true));
    assertThat(Reproduce.study(run, run.studies().getFirst()))
        .contains(new Reproduce.Command(command, true));
  }

  @Test
  void noCommandTakesADrillAlone() {
    Run drill =
        new RunFixture()
            .effort("calibrate")
            .planned(arm("jdk", "calibrate", "A"))
            .planned(arm("jdk", "calibrate", "B"))
            .run();

    assertThat(Reproduce.run(drill)).isEmpty();
    assertThat(Reproduce.study(drill, drill.studies().getFirst())).isEmpty();
  }

  @Test
  void aCommandThatMayTakeMoreIsNotExact() {
    assertThat(isExact(arm("jdk", "size", "10"), arm("own", "size", "10"))).isTrue();
    assertThat(isExact(arm("jdk", "mix", "1,2"))).as("a value with a comma").isFalse();
    assertThat(isExact(arm("jdk", "a", "1", "b", "1"), arm("jdk", "a", "2", "b", "2")))
        .as("not every pair of values")
        .isFalse();
  }

  private static boolean isExact(Arm... planned) {
    RunFixture fixture = new RunFixture();
    List.of(planned).forEach(fixture::planned);
    return Reproduce.run(fixture.run()).orElseThrow().exact();
  }

  @Test
  void namesStandForThemselvesAlone() {
    assertThat(Reproduce.pattern(List.of("a.B$C"))).isEqualTo("^a\\.B\\$C$");
    assertThat("axB").doesNotMatch(Reproduce.pattern(List.of("a.B")));
    for (String name : List.of("a.B$C", "m(", "[x]{2}", "q\\E?+*|^")) {
      assertThat(name).matches(Reproduce.pattern(List.of(name, "other")));
    }
  }

  @Test
  void whatNoCommandTakesHasNone() {
    Run foreign = new RunFixture().effort("jmh").run();

    assertThat(Reproduce.run(foreign)).isEmpty();
    assertThat(Reproduce.study(foreign, foreign.studies().getFirst())).isEmpty();
  }

  @Test
  void valuesMeanNothingToTheShell() {
    assertThat(command(arm("jdk", "mix", "$(x) 'a'")))
        .contains(" --param 'mix=$(x) '\\''a'\\''' --effort ");
  }

  @Test
  void valuesThatTheOptionWouldSplitAreLeftOut() {
    assertThat(command(arm("jdk", "mix", "1,2", "size", "10")))
        .contains(" --param size=10 --effort ")
        .doesNotContain("mix");
  }

  private static RunFixture side(String jar) {
    return new RunFixture()
        .effort("screen")
        .revision(Provenance.revisionOfJar(jar, "0a1b2c3d"))
        .planned(arm("put", "size", "10"))
        .planned(arm("put", "size", "20"))
        .planned(arm("get$2"));
  }

  @Test
  void aDuelIsFoughtAgainByTheDuelCommand() {
    Run before = side("my old.jar").time(arm("get$2"), 1, 2).run();
    Run after = side("new.jar").positionsFrom(1).time(arm("get$2"), 1, 2).run();

    assertThat(Reproduce.comparison(before, after).orElseThrow().text())
        .isEqualTo(
            "java -jar benchmarks/target/benchmarks.jar duel 'my old.jar' new.jar"
                + " '^(dev\\.example\\.HeapHold\\.put|dev\\.example\\.HeapHold\\.get\\$2)$'"
                + " --effort screen --pairs 16 --seed=-42 --jvm-args '-Xmx1g -XX:+UseSerialGC'");
  }

  @Test
  void aGateInTwoStagesIsAskedForAsOne() {
    RunFixture before = side("old.jar").effort("gate").pairs(24);
    Run after = side("new.jar").effort("gate").pairs(24).positionsFrom(1).run();

    assertThat(Reproduce.comparison(before.run(), after).orElseThrow().text())
        .contains(" --gate ")
        .doesNotContain("--pairs");
  }

  @Test
  void theWordsOfAComparisonSayWhatItsCommandTakes() {
    Run exact = new RunFixture().planned(arm("jdk", "size", "1")).run();
    Run other = new RunFixture().planned(arm("jdk", "mix", "1,2")).run();

    assertThat(words(exact, other)).startsWith("Measure at least the run after again");
    assertThat(words(other, exact)).startsWith("Measure the run after again, from its revision");
    assertThat(words(side("old.jar").run(), side("new.jar").positionsFrom(1).run()))
        .startsWith("Measure both again, from the folder of the jars");
  }

  private static String words(Run before, Run after) {
    return Reproduce.comparison(before, after).orElseThrow().words();
  }

  @Test
  void runsOfJarsHaveNoCommandOfOurStudies() {
    Run side = side("old.jar").run();
    Run other = side("new.jar").startedAt(side.startedAt().plusSeconds(1)).run();
    Run replayed = side("old-0123456789ab.jar").run();

    assertThat(Reproduce.run(side)).isEmpty();
    assertThat(Reproduce.study(side, side.studies().getFirst())).isEmpty();
    assertThat(Reproduce.comparison(side, other)).isEmpty();
    assertThat(Reproduce.comparison(replayed, side("new-0123456789ab.jar").run())).isEmpty();
  }

  @Test
  void noPageOfADuelNamesAStudyOfOurs() throws Exception {
    Run before = side("old.jar").time(arm("put"), 1, 2, 1).run();
    Run after = side("new.jar").positionsFrom(1).label("new").time(arm("put"), 1, 2, 1).run();

    String page = HtmlComparison.page(RunComparison.of(before, after, false), Optional.empty());

    assertThat(page).contains("benchmarks.jar duel old.jar new.jar").doesNotContain("jar run");
    assertThat(HtmlReport.page(List.of(before), run -> Optional.empty()))
        .doesNotContain("benchmarks.jar run");
  }
}
