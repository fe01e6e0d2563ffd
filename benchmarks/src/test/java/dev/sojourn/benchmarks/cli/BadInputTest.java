package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.StudyDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "compare nothing-here",
        "compare a b c",
        "compare --weeks 5 37",
        "compare --weeks 5 nothing-here",
        "compare --weeks 5 37 nothing-here",
        "compare --weeks 5 49 nothing-here",
        "compare --weeks 5 5 nothing-here",
        "compare --weeks 5 37 nothing-here --gate",
        "report nothing-here",
        "report --study [",
        "history NoSuchStudyAnywhere",
        "run --resume",
        "run --resume --label nothing-here",
        "run --resume --tour",
        "run --tour --effort calibrate",
        "calibrate --study NoSuchStudyAnywhere",
        "calibrate --study [",
        "calibrate --pairs 5",
        "calibrate --sessions 0",
        "calibrate --resume",
        "calibrate --resume --label nothing-here",
        "calibrate --resume --pairs 16",
        "calibrate --again",
        "calibrate --again --label nothing-here",
        "duel none.jar none.jar",
        "duel pom.xml pom.xml",
        "duel pom.xml pom.xml [",
        "duel pom.xml pom.xml --jvm-args \"",
        "duel pom.xml pom.xml --jvm pom.xml",
        "replay HEAD",
        "replay HEAD HEAD --week 99",
        "replay HEAD HEAD --study [",
        "replay HEAD HEAD --week 17 --study HeapHoldBench",
        "replay HEAD HEAD --pairs 0",
        "replay HEAD HEAD --effort heroic",
        "replay no-such-revision HEAD --ignore-changes",
        "replay --ignore-changes -- -x HEAD",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weeks 49 | nearest: 48",
        "weeks 0 | nearest: 1",
        "weeks 7-3 | nearest: 3-7",
        "weeks 40-60 | nearest: 40-48",
        "weeks seven | 17-20",
        "list --week 99 | nearest: 48",
        "run --week 49 | nearest: 48",
        "run --week 0 | nearest: 1",
        "run --week 3 | nearest with studies: 1",
        "list --week 47-48 | nearest with studies: 42",
        "run --study HeapHoldBanch | nearest: HeapHoldBench",
        "run --study .*HeapHoldBanch | nearest: HeapHoldBench",
        "run --study NoSuchStudyAnywhere | nearest: ",
        "run --study AeadBench --param bites=64 | nearest: bytes",
        "run --study AeadBench --param zzz=64 | nearest: bytes",
        "run --study AeadBench --param bytes=65 | 64, 1024, 16384",
        "run --study AeadBench --method aes192Gcm | aes128Gcm",
        "run --tour --effort heroic | screen",
        "export nothing-here --format excel | csv, openmetrics",
        "reprot | nearest: report"
      })
  void isAnsweredWithTheNearestThatExists(String line, String nearest) {
    Spoken spoken = Spoken.by(line.split(" "));

    assertThat(spoken.exitCode()).as(spoken.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err().strip().lines()).as(spoken.err()).hasSize(1);
    assertThat(spoken.err()).contains(nearest);
  }

  @Test
  void aStudyLikeNoOtherIsStillAnsweredWithStudiesThatExist() {
    String said = Spoken.by("run", "--study", "NoSuchStudyAnywhere").err();

    assertThat(Catalog.fromClassPath().studies())
        .extracting(StudyDescriptor::name)
        .containsAll(List.of(said.strip().replaceFirst(".*nearest: ", "").split(", ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"report 2026-W84", "compare 2026-W84 2026-W48", "run --resume --label W48"})
  void anUnknownLabelIsAnsweredWithTheNearestOfTheLedger(String line) {
    String ledger = Path.of("..", "results", "runs").toString();

    Spoken spoken = Spoken.by(append(line.split(" "), "--results=" + ledger));

    assertThat(spoken.exitCode()).as(spoken.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(spoken.err().strip().lines()).as(spoken.err()).hasSize(1);
    assertThat(spoken.err()).contains("'2026-W48'");
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
