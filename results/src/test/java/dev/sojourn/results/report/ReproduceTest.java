package dev.sojourn.results.report;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command takes the points that were measured, in the order they were, and no others. */
class ReproduceTest {
  private static String command(Arm... planned) {
    RunFixture fixture = new RunFixture();
    List.of(planned).forEach(fixture::planned);
    Run run = fixture.run();
    return Reproduce.study(run, run.studies().getFirst());
  }

  @Test
  void theMeasuredPointsAreNamed() {
    assertThat(
            command(
                arm("jdk", "size", "10", "mix", "read-only"),
                arm("own", "size", "10", "mix", "read-only"),
                arm("jdk", "size", "1000", "mix", "read-only")))
        .contains(" --method '^(jdk|own)$' --param mix=read-only --param size=10,1000 --effort ")
        .endsWith(" --seed=-42");
  }

  @Test
  void aCalibrationIsTakenAgainByItsOwnCommand() {
    Run run = new RunFixture().effort("calibrate").planned(arm("jdk")).run();

    assertThat(Reproduce.run(run)).hasValueSatisfying(c -> assertThat(c).endsWith(" calibrate"));
    assertThat(Reproduce.study(run, run.studies().getFirst())).contains(" --effort screen ");
  }

  @Test
  void whatNoCommandTakesHasNone() {
    assertThat(Reproduce.run(new RunFixture().effort("jmh").run())).isEmpty();
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
}
