package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.store.FlamePages;
import dev.sojourn.results.store.Ledger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as a browser resolves them, from wherever the page is. */
class FlameHrefsTest {
  private static final Arm ARM = Arm.of("x.HeapBench", "ours", Map.of("size", "1"));
  private static final Run RUN =
      new Run(
          new Label("a \"b\" <c> 😀"),
          Instant.EPOCH,
          Instant.EPOCH,
          new PlanCard("smoke", 1, 1, "", List.of(ARM)),
          new Machine("m", new TreeMap<>(), new TreeMap<>()),
          new Provenance("1", "1.37", "a", false, List.of()),
          new TimerCost(1, 1, 1),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "runs, report.html",
    "runs, deep/er/report.html",
    "runs, runs/report.html",
    "runs, runs/m/other/report.html",
    "of mine/100%/a+b#c?d/\"é😀\"/runs, pages/x y/report.html",
    "a:b/runs, report.html",
    "runs, ./a/../report.html"
  })
  void leadFromThePageToTheFile(String ledgerFolder, String page) throws Exception {
    Ledger ledger = Ledger.at(folder.resolve(ledgerFolder));
    Path file = folder.resolve(page);
    FlamePages.of(ledger, RUN).write(ARM, FlameEvent.CTIMER, "page");

    String href = new FlameHrefs(ledger, file).href(RUN, ARM, FlameEvent.CTIMER).orElseThrow();

    assertThat(href).matches("[A-Za-z0-9._~%*/-]+").doesNotStartWith("/");
    URI base = file.toAbsolutePath().normalize().toUri();
    assertThat(Path.of(base.resolve(URI.create(href)))).hasContent("page");
  }

  @Test
  void areNoneWhereThereIsNoFile() {
    FlameHrefs links = new FlameHrefs(Ledger.at(folder), folder.resolve("report.html"));

    assertThat(links.href(RUN, ARM, FlameEvent.ALLOC)).isEmpty();
  }
}
