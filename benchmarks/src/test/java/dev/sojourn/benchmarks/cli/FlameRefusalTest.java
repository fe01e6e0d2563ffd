package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --flame} on a processor for which there is no profiler. */
class FlameRefusalTest {
  private static final String PROCESSOR = "os.arch";

  @TempDir private Path folder;
  private String here;

  @BeforeEach
  void moveToAnotherProcessor() {
    here = System.getProperty(PROCESSOR);
    System.setProperty(PROCESSOR, "riscv64");
  }

  @AfterEach
  void comeBack() {
    System.setProperty(PROCESSOR, here);
  }

  private Spoken say(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 1);
    all[args.length] = "--results=" + folder.resolve("runs");
    return Spoken.by(all);
  }

  private void assertRefused(Spoken spoken) {
    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err())
        .startsWith("sojourn: --flame cannot run here: ")
        .contains("riscv64", "leave out --flame")
        .hasLineCount(1);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void isRefusedBeforeAnythingIsMeasured() {
    assertRefused(say("run", "--study", "AeadBench$", "--effort", "smoke", "--flame"));
  }

  @Test
  void mavenPassesTheSwitchOn() {
    assertRefused(say("maven", "--study=AeadBench$", "--effort=smoke", "--flame=true"));
  }

  @Test
  void mavensSwitchIsTrueOrFalse() {
    Spoken spoken = say("maven", "--study=AeadBench$", "--effort=smoke", "--flame=perhaps");

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).contains("--flame", "perhaps").doesNotContain("cannot run here");
  }

  @Test
  void besideAWholeCommandTheSwitchWouldBeLost() {
    Spoken spoken = say("maven", "--command=weeks 17", "--flame=true");

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).contains("-Dflame=true");
  }
}
