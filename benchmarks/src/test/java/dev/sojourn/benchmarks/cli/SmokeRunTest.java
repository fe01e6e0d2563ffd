package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One real run of a small study, then every command that reads it. Nothing here looks at a time.
 */
class SmokeRunTest {
  private static final String LABEL = "it's \"<1>\" & é";

  @TempDir private static Path folder;
  private static Spoken run;

  @BeforeAll
  static void measure() {
    run =
        Spoken.by(
            "run",
            "--study",
            "AeadBench$",
            "--param",
            "bytes=64",
            "--method",
            "aes256",
            "--effort",
            "smoke",
            "--label",
            LABEL,
            "--results",
            runs());
  }

  private static String runs() {
    return folder.resolve("runs").toString();
  }

  @Test
  void theRunEndsWellAndSaysWhatItDid() {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("AeadBench").contains("aes256").contains("Stored as " + LABEL);
  }

  @Test
  void aLabelIsTakenOnce() {
    Spoken again = Spoken.by("run", "--tour", "--label", LABEL, "--results", runs());

    assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("taken");
  }

  @Test
  void comparedWithItselfNothingChanged() throws Exception {
    Spoken spoken = Spoken.by("compare", LABEL, LABEL, "--format", "json", "--results", runs());

    JsonNode json = new ObjectMapper().readTree(spoken.out());
    assertThat(json.get("format").asInt()).isEqualTo(1);
    assertThat(json.get("before").asText()).isEqualTo(LABEL);
    assertThat(json.get("comparisons")).isNotEmpty();
    for (JsonNode comparison : json.get("comparisons")) {
      assertThat(comparison.fieldNames())
          .toIterable()
          .contains(
              "study", "method", "params", "metric", "ratio", "low", "high", "verdict", "reason");
      assertThat(comparison.get("ratio").asDouble()).isEqualTo(1.0);
      assertThat(comparison.get("verdict").asText())
          .isNotEqualTo("regressed")
          .isNotEqualTo("improved");
    }
  }

  @Test
  void thePageHoldsTheStudyAndEscapesTheLabel() throws Exception {
    Path page = folder.resolve("deep/er/page.html");

    Spoken spoken = Spoken.by("report", LABEL, "-o", page.toString(), "--results", runs());

    assertThat(spoken.exitCode()).isZero();
    assertThat(Files.readString(page)).contains("AeadBench").doesNotContain("<1>");
  }

  @Test
  void theCommandThatIsPrintedFindsTheRun() throws Exception {
    String page = folder.resolve("pasted.html").toString();
    List<String> words = Pasted.words(Pasted.after("Look at it: ", run.out()));

    Spoken spoken =
        Spoken.by(
            words.stream().map(w -> w.equals("report.html") ? page : w).toArray(String[]::new));

    assertThat(words).contains("report.html", LABEL);
    assertThat(spoken.exitCode()).as(spoken.toString()).isZero();
    assertThat(Files.readString(Path.of(page))).contains("Run it&#39;s &quot;");
  }

  @Test
  void everyExportHoldsTheMethods() {
    for (String format : new String[] {"csv", "openmetrics", "jmh-json", "hlog", "md"}) {
      Spoken spoken = Spoken.by("export", LABEL, "--format", format, "--results", runs());
      assertThat(spoken.exitCode()).as(format + spoken.err()).isZero();
      assertThat(spoken.out()).as(format).contains("aes128Gcm").contains("aes256Gcm");
    }
  }

  @Test
  void twoJmhFilesCompareWithoutALedger() throws Exception {
    String json = Spoken.by("export", LABEL, "--format", "jmh-json", "--results", runs()).out();
    String file = Files.writeString(folder.resolve("jmh.json"), json).toString();

    Spoken spoken = Spoken.by("compare", file, file);

    assertThat(spoken.exitCode()).as(spoken.err()).isZero();
    assertThat(spoken.out()).contains("AeadBench");
  }
}
