package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Contrasts;
import dev.sojourn.results.compare.PlatformTail;
import dev.sojourn.results.compare.TailSummary;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.store.LedgerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees in the tables and plots is what the ledger holds. */
@ExtendWith(BrowserExtension.class)
class BrowserNumbersTest {
  /** Three digits are shown: half a step of the last of {@code 1.00}. */
  private static final Percentage ROUNDING = Percentage.withPercentage(0.501);

  /** The same, and a histogram's own of three digits. */
  private static final Percentage ROUNDING_OF_COUNTS = Percentage.withPercentage(0.7);

  /** The middle of an arrow is not its point. */
  private static final double PIXELS = 2.5;

  private static final Map<String, Double> UNITS =
      Map.of("ns", 1.0, "µs", 1e3, "ms", 1e6, "s", 1e9, "B", 1.0, "KiB", 1024.0);

  @TempDir private static Path folder;
  private static Run run;

  private static Map<String, Map<String, String>> cells;

  @BeforeAll
  static void open(Browser browser) throws LedgerException {
    LedgerPage page = LedgerPage.typical(folder);
    run = page.run();
    browser.open("numbers", page.html());
    cells = cells(browser.ask("all('main').flatMap(tables)"));
  }

  /** Cells by their heads, of each row of the tables of numbers: by study, point and method. */
  private static Map<String, Map<String, String>> cells(JsonNode tables) {
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (JsonNode table : tables) {
      String caption = table.path("caption").asText();
      if (caption.endsWith(": numbers")) {
        String study = caption.substring(0, caption.indexOf(':'));
        for (JsonNode row : table.path("rows")) {
          Map<String, String> byHead = new HashMap<>();
          for (int i = 0; i < table.path("heads").size(); i++) {
            byHead.put(table.path("heads").path(i).asText(), row.path("cells").path(i).asText());
          }
          rows.put(key(study, row.path("group").asText(), of(byHead, "method")), byHead);
        }
      }
    }
    return rows;
  }

  private static String key(String study, String point, String method) {
    return String.join(" | ", study, point, method);
  }

  private static String cell(Arm arm, String head) {
    String study = arm.study().substring(arm.study().lastIndexOf('.') + 1);
    String point =
        arm.params().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(", "));
    String key = key(study, point.isEmpty() ? "no parameters" : point, arm.method());
    return of(of(cells, key), head);
  }

  private static <V> V of(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> key + " is none of " + map.keySet());
  }

  /** The number of a cell such as {@code 41.2 ns} or {@code ≈0 B}. */
  private static double quantity(String cell) {
    String[] words = cell.replaceAll("[≈~,]", "").split(" ", -1);
    return Double.parseDouble(words[0]) * of(UNITS, words[1]);
  }

  /** Of the forks, each by the middle one of its scores. */
  private static double median(Measurement measurement) {
    return median(
        measurement.forks().stream()
            .map(ForkSample::scores)
            .mapToDouble(s -> median(s.stream().mapToDouble(x -> x))));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static List<Measurement> measured(Metric metric) {
    return run.measurements().stream().filter(m -> m.metric().equals(metric)).toList();
  }

  private static List<Comparison> contrasts() {
    return Contrasts.of(run).stream().filter(c -> c.metric().equals(Metric.TIME)).toList();
  }

  @Test
  void everyArmHasARowWithItsTimeAndItsForks() {
    List<Measurement> times = measured(Metric.TIME);

    assertThat(cells).hasSameSizeAs(times).hasSize(14);
    for (Measurement time : times) {
      assertThat(quantity(cell(time.arm(), "time/op"))).isCloseTo(median(time), ROUNDING);
      assertThat(cell(time.arm(), "forks")).isEqualTo(Integer.toString(time.forks().size()));
    }
  }

  @Test
  void allocationIsTheLedgers() {
    assertThat(measured(Metric.ALLOCATION)).isNotEmpty();
    for (Measurement bytes : measured(Metric.ALLOCATION)) {
      assertThat(quantity(cell(bytes.arm(), "alloc/op"))).isCloseTo(median(bytes), within(0.01));
    }
  }

  @Test
  void ratiosAreThoseOfTheComparisonsAndNearThoseOfTheTimes() {
    assertThat(contrasts()).hasSize(9);
    for (Comparison c : contrasts()) {
      double ratio = Double.parseDouble(cell(c.subject(), "ratio"));
      String[] ends = cell(c.subject(), "95% interval").split("\\.\\.", -1);
      double times =
          quantity(cell(c.subject(), "time/op")) / quantity(cell(c.reference(), "time/op"));
      assertThat(ratio).isCloseTo(c.ratio(), ROUNDING).isCloseTo(times, within(0.03 * times));
      assertThat(Double.parseDouble(ends[0])).isCloseTo(c.low(), ROUNDING);
      assertThat(Double.parseDouble(ends[1])).isCloseTo(c.high(), ROUNDING);
      assertThat(cell(c.subject(), "verdict")).startsWith(Finding.contrastWord(c));
    }
  }

  @Test
  void latenciesAreThoseOfTheHistograms() {
    assertThat(run.tails()).hasSize(11);
    for (Tail tail : run.tails()) {
      TailSummary summary = TailSummary.of(tail, PlatformTail.of(run, tail.arm()));
      List<String> heads = List.of("p50", "p99", "p99.9");
      for (int i = 0; i < heads.size(); i++) {
        TailSummary.Quantile quantile = summary.quantiles().get(i);
        String shown = cell(tail.arm(), heads.get(i));
        if (quantile.known()) {
          assertThat(quantity(shown)).isCloseTo(quantile.nanos() / tail.batch(), ROUNDING);
        } else {
          assertThat(shown).isEqualTo("-");
        }
      }
      double largest = tail.merged().getMaxValueAsDouble() / tail.batch();
      assertThat(quantity(cell(tail.arm(), "max"))).isCloseTo(largest, ROUNDING_OF_COUNTS);
    }
  }

  /** Places along a logarithmic axis are as far apart as the logarithms of what they show. */
  @Test
  void marksOfTheRatiosStandWhereTheRatiosAre(Browser browser) {
    JsonNode places =
        browser.ask(
            "pictures().filter(svg => !svg.querySelector('svg.plot'))"
                + ".map(svg => all('.mark', svg).map(mark => centre(mark).x))");
    List<Double> pixels = new ArrayList<>();
    places.get(placeOfHeaps(browser)).forEach(x -> pixels.add(x.asDouble()));
    List<Double> logs =
        contrasts().stream()
            .filter(c -> c.subject().study().endsWith("HeapHoldBench"))
            .sorted((a, b) -> PointView.compare(a.subject().params(), b.subject().params()))
            .map(c -> Math.log(c.ratio()))
            .toList();

    assertThat(pixels).hasSameSizeAs(logs).hasSize(6);
    int least = logs.indexOf(logs.stream().min(Double::compare).orElseThrow());
    int most = logs.indexOf(logs.stream().max(Double::compare).orElseThrow());
    double scale = (pixels.get(most) - pixels.get(least)) / (logs.get(most) - logs.get(least));
    assertThat(scale).isGreaterThan(50);
    for (int i = 0; i < logs.size(); i++) {
      double expected = pixels.get(least) + scale * (logs.get(i) - logs.get(least));
      assertThat(pixels.get(i)).isCloseTo(expected, within(PIXELS));
    }
  }

  private static int placeOfHeaps(Browser browser) {
    return browser
        .ask(
            "pictures().filter(svg => !svg.querySelector('svg.plot')).findIndex(svg =>"
                + " svg.getAttribute('aria-label').startsWith('HeapHoldBench'))")
        .asInt();
  }

  @Test
  void theIndexNamesEveryRunOfTheLedger(Browser browser) {
    assertThat(browser.asked("all('.archive tbody th').map(head => head.textContent)"))
        .containsExactly("session 3", "session 2", "session 1", "session 0");
  }
}
