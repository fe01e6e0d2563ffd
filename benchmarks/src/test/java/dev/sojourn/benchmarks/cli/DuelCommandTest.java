package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.harness.foreign.ForeignProject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two builds of a project that knows nothing of us, through the command line.
 *
 * <p>The tests that time something want a quiet machine: {@code mvn -pl benchmarks -am test
 * -Dtest=DuelCommandTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtest.jvm.arguments=-Dsojourn.long=true}.
 */
class DuelCommandTest {
  private static final String SMALL = "-Xms64m -Xmx64m -XX:+UseSerialGC";

  @TempDir private static Path folder;
  private static String before = "";
  private static String same = "";
  private static String slower = "";

  @BeforeAll
  static void build() throws Exception {
    ForeignProject project = new ForeignProject(folder);
    slower = project.jar("New", 1100, 2).toString();
    before = project.jar("Old", 1000, 2).toString();
    same = Files.copy(Path.of(before), folder.resolve("same.jar")).toString();
  }

  private static String runs() {
    return folder.resolve("runs").toString();
  }

  @Test
  void aDuelIsStoredComparedAndShownAndABenchmarkThatFailedIsFive() throws Exception {
    Path page = folder.resolve("page.html");

    Spoken duel =
        Spoken.by(
            "duel",
            before,
            slower,
            "OddBench|SpinBench.changed",
            "--effort",
            "smoke",
            "--label",
            "first",
            "--results",
            runs(),
            "--jvm-args",
            SMALL,
            "-o",
            page.toString(),
            "--format",
            "json");

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.BENCHMARK_FAILED);
    assertThat(duel.err())
        .contains("foreign.OddBench.onlyOld is only in old.jar")
        .contains("foreign.OddBench.onlyNew is only in new.jar")
        .contains("java.lang.IllegalStateException: planted")
        .contains("foreign.SpinBench is other code in new.jar")
        .contains("first-old and first-new");
    JsonNode json = new ObjectMapper().readTree(duel.out());
    assertThat(json.get("before").asText()).isEqualTo("first-old");
    assertThat(json.get("comparisons"))
        .anySatisfy(
            c -> {
              assertThat(c.get("study").asText()).isEqualTo("foreign.SpinBench");
              assertThat(c.get("method").asText()).isEqualTo("changed");
              assertThat(c.get("verdict").asText()).isEqualTo("inconclusive");
            });
    assertThat(json.get("comparisons"))
        .anySatisfy(c -> assertThat(c.get("method").asText()).isEqualTo("once"));
    assertThat(Files.readString(page))
        .contains("SpinBench.changed", "benchmarks.jar duel old.jar new.jar ")
        .doesNotContain("benchmarks.jar run ");

    Spoken compared =
        Spoken.by("compare", "first-old", "first-new", "--results", runs(), "--format", "json");
    assertThat(new ObjectMapper().readTree(compared.out()).get("comparisons"))
        .isEqualTo(json.get("comparisons"));
    assertThat(
            Spoken.by("duel", before, same, "once", "--label", "first", "--results", runs()).err())
        .contains("label first-old is taken");
  }

  @Test
  void aWishThatNothingMatchesIsAnsweredWithWhatThereIs() {
    Spoken duel = Spoken.by("duel", before, slower, "SpinBanch", "--results", runs());

    assertThat(duel.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(duel.err()).contains("SpinBanch").contains("foreign.SpinBench.changed");
  }

  /** Takes two minutes, and the machine to itself: what a duel is for. */
  @Test
  @EnabledIfSystemProperty(named = "sojourn.long", matches = "true")
  void tenPercentMoreWorkFailsTheGate() {
    Spoken duel = gate(slower, "slower");

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.REGRESSION);
    assertThat(duel.out()).contains("regressed");
  }

  /** A pass or an honest shrug, never a regression: both jars are one. */
  @Test
  @EnabledIfSystemProperty(named = "sojourn.long", matches = "true")
  void theSameBuildTwiceDoesNotFailTheGate() {
    Spoken duel = gate(same, "same");

    assertThat(duel.exitCode()).as(duel.toString()).isIn(ExitCode.OK, ExitCode.UNPROVEN);
    assertThat(duel.out()).doesNotContain("regressed");
  }

  private static Spoken gate(String after, String label) {
    return Spoken.by(
        "duel",
        before,
        after,
        "SpinBench.changed",
        "--gate",
        "--pairs",
        "8",
        "--label",
        label,
        "--results",
        runs(),
        "--jvm-args",
        SMALL);
  }
}
