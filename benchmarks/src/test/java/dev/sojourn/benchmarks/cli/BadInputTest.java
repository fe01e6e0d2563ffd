package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not exist is answered in one line that names it and a way on, with exit code 2. */
class BadInputTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weeks 49",
        "weeks 0",
        "weeks 7-3",
        "weeks seven",
        "list --week 99",
        "run",
        "run --tour --week 17",
        "run --study NoSuchStudyAnywhere",
        "run --study [",
        "run --week 3",
        "run --tour --effort heroic",
        "run --tour --pairs 0",
        "run --study AeadBench --param byte=64",
        "run --study AeadBench --param bytes=65",
        "run --study AeadBench --method [",
        "run --study AeadBench --method noSuchMethod",
        "run --tour --param bytes=64",
        "run --tour --method jdk",
        "export nothing-here --format csv",
        "export nothing-here --format excel",
        "compare nothing-here nothing-there",
        "report nothing-here",
        "run --resume",
        "run --resume --label nothing-here",
        "run --resume --tour",
        "raport",
        "maven --command=\"weeks"
      })
  void isOneLineAndExitCodeTwo(String line) {
    String[] words = line.split(" ");
    boolean usesLedger =
        !words[0].equals("weeks")
            && !words[0].equals("list")
            && words.length > 1
            && !words[0].equals("maven");
    String[] args = usesLedger ? append(words, "--results=" + folder.resolve("runs")) : words;

    Spoken spoken = Spoken.by(args);

    assertThat(spoken.exitCode()).as(spoken.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err().strip().lines()).as(spoken.err()).hasSize(1);
    assertThat(spoken.err()).startsWith("sojourn: ");
    assertThat(spoken.out()).isEmpty();
  }

  @Test
  void aMistypedStudyIsAnsweredWithTheNearest() {
    assertThat(Spoken.by("run", "--study", "HeapHoldBanch").err()).contains("HeapHoldBench");
  }

  @Test
  void aMistypedParameterIsAnsweredWithTheNearest() {
    assertThat(Spoken.by("run", "--study", "AeadBench", "--param", "bites=64").err())
        .contains("bytes");
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearest() {
    assertThat(Spoken.by("reprot").err()).contains("report");
  }

  @Test
  void aWeekWithoutStudiesNamesThoseThatHaveSome() {
    assertThat(Spoken.by("run", "--week", "3").err()).contains("17");
  }

  @Test
  void aResultsFolderThatIsAFileIsNamedAndLeftAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("runs"), "precious");

    Spoken spoken =
        Spoken.by(
            "run",
            "--study",
            "AeadBench",
            "--param",
            "bytes=64",
            "--effort",
            "smoke",
            "--results",
            file.toString());

    assertThat(spoken.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err()).contains(file.toString());
    assertThat(file).hasContent("precious");
  }

  private static String[] append(String[] words, String word) {
    String[] longer = java.util.Arrays.copyOf(words, words.length + 1);
    longer[words.length] = word;
    return longer;
  }
}
