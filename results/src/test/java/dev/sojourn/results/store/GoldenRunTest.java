package dev.sojourn.results.store;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of format 1 as it was first written: every later version of the tool must read it to the
 * same numbers.
 */
class GoldenRunTest {
  private static final String GOLDEN = "ledger-format-1/run.json";

  @TempDir Path directory;

  private static Run expected() {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(85, 900);
    histogram.recordValueWithCount(4_000, 99);
    histogram.recordValue(1_250_000);
    return new RunFixture()
        .claim(
            new ClaimCard(
                ClaimCard.Kind.RATIO,
                "fourWay",
                "jdk",
                "time",
                0.8,
                Double.NaN,
                Map.of("size", "1000")))
        .claim(
            new ClaimCard(ClaimCard.Kind.COUNT, "fourWay", "jdk", "alloc", 0, Double.NaN, Map.of()))
        .planned(arm("jdk", "size", "1000"))
        .planned(arm("fourWay", "size", "1000"))
        .time(arm("jdk", "size", "1000"), 61.25, 60.1, 62.0000000000001)
        .time(arm("fourWay", "size", "1000"), 48.5, Double.NaN)
        .metric(arm("fourWay", "size", "1000"), Metric.ALLOCATION, 0.00031)
        .tail(arm("jdk", "size", "1000"), 16, histogram)
        .failure(new Failure(arm("peer", "size", "1000"), "answers", "differs from jdk: \"7\""))
        .run();
  }

  private static Path golden() throws Exception {
    return Path.of(
        Objects.requireNonNull(GoldenRunTest.class.getClassLoader().getResource(GOLDEN), GOLDEN)
            .toURI());
  }

  @Test
  void formatOneIsReadForEver() throws Exception {
    assertThat(Ledger.readFile(golden())).isEqualTo(expected());
  }

  /** But for blanks, which are no part of a format. */
  @Test
  void formatOneIsStillWhatIsWritten() throws Exception {
    Ledger ledger = Ledger.at(directory);

    ledger.write(expected());

    Path written = ledger.entries().getFirst().directory().resolve("run.json");
    assertThat(fields(written)).isEqualTo(fields(golden()));
  }

  /** With their order. */
  private static String fields(Path file) throws Exception {
    return Json.MAPPER.readTree(Files.readAllBytes(file)).toString();
  }

  @Test
  void aForkIsNotSpreadOverLines() throws Exception {
    Ledger ledger = Ledger.at(directory);
    ledger.write(expected());

    assertThat(Files.readAllLines(ledger.entries().getFirst().directory().resolve("run.json")))
        .contains("  \"measurements\": [ {", "}")
        .anyMatch(line -> line.startsWith("    \"params\": { "))
        .noneMatch(line -> line.strip().startsWith("\"round\""))
        .noneMatch(line -> line.endsWith(" "));
  }
}
