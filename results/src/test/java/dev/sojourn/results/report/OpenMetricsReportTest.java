package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricDataParser;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.types.MetricType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scraper of the JVM makes of the export; {@link OpenMetricsReferenceTest} is stricter. */
class OpenMetricsReportTest {
  private static final Arm ARM = Arm.of("a.B", "m", Map.of());

  static Stream<Map.Entry<String, Run>> runs() {
    return OddRuns.all().entrySet().stream();
  }

  private static Map<String, MetricFamily> families(Run run) throws IOException {
    byte[] text = OpenMetricsReport.run(run).getBytes(StandardCharsets.UTF_8);
    TextPrometheusMetricDataParser parser =
        new TextPrometheusMetricDataParser(new ByteArrayInputStream(text));
    Map<String, MetricFamily> families = new LinkedHashMap<>();
    for (MetricFamily family = parser.parse(); family != null; family = parser.parse()) {
      assertThat(families.put(family.getName(), family)).as(family.getName()).isNull();
    }
    return families;
  }

  private static MetricFamily family(Run run, String name) throws IOException {
    return Objects.requireNonNull(families(run).get(name), name);
  }

  private static List<Histogram> histograms(Run run) throws IOException {
    return family(run, "sojourn_latency_seconds").getMetrics().stream()
        .map(Histogram.class::cast)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyForkIsASample(Map.Entry<String, Run> odd) throws IOException {
    Run run = odd.getValue();
    long forks = run.findings().stream().mapToLong(m -> m.forks().size()).sum();

    Map<String, MetricFamily> families = families(run);

    long samples =
        Stream.of("sojourn_time_seconds", "sojourn_allocation_bytes", "sojourn_metric")
            .map(families::get)
            .filter(Objects::nonNull)
            .mapToLong(family -> family.getMetrics().size())
            .sum();
    assertThat(samples).isEqualTo(forks);
    assertThat(families.keySet()).first().isEqualTo("sojourn_run_start_seconds");
    assertThat(OpenMetricsReport.run(run)).endsWith("\n# EOF\n").doesNotContain("\n\n");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void histogramsAreCumulativeAndHoldEveryValue(Map.Entry<String, Run> odd) throws IOException {
    Run run = odd.getValue();
    long values = run.tails().stream().mapToLong(t -> t.merged().getTotalCount()).sum();
    if (values == 0) {
      assertThat(families(run)).doesNotContainKey("sojourn_latency_seconds");
      return;
    }

    List<Histogram> histograms = histograms(run);

    assertThat(histograms).hasSameSizeAs(run.tails());
    assertThat(histograms.stream().mapToLong(Histogram::getSampleCount).sum()).isEqualTo(values);
    for (Histogram histogram : histograms) {
      List<Histogram.Bucket> buckets = histogram.getBuckets();
      assertThat(buckets).extracting(Histogram.Bucket::getCumulativeCount).isSorted();
      assertThat(buckets).extracting(Histogram.Bucket::getUpperBound).isSorted();
      assertThat(buckets.getLast().getUpperBound()).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(buckets.getLast().getCumulativeCount()).isEqualTo(histogram.getSampleCount());
      assertThat(buckets.get(buckets.size() - 2).getCumulativeCount())
          .as("what is beyond the last finite bound")
          .isEqualTo(histogram.getSampleCount());
    }
    assertThat(histograms.stream().map(h -> h.getBuckets().size()).distinct()).hasSize(1);
  }

  @Test
  void timesAreSecondsAndBytesAreBytes() throws IOException {
    Run run = SyntheticRun.of(1, 1).measurement(fork(Metric.TIME, 0, 250.0)).build();

    Gauge gauge = (Gauge) family(run, "sojourn_time_seconds").getMetrics().getFirst();

    assertThat(gauge.getValue()).isEqualTo(250e-9);
    assertThat(gauge.getLabels()).containsEntry("round", "0").containsEntry("study", "a.B");
    assertThat(OpenMetricsReport.run(run))
        .contains(
            "# TYPE sojourn_time_seconds gauge\n# UNIT sojourn_time_seconds seconds\n# HELP ");
  }

  @Test
  void bucketsCountWhatIsNotAboveTheirBound() throws IOException {
    org.HdrHistogram.Histogram recorded = new org.HdrHistogram.Histogram(3);
    recorded.recordValueWithCount(1_000, 3);
    recorded.recordValueWithCount(2_000, 2);
    recorded.recordValue(1_000_000_000);
    Tail tail = new Tail(ARM, 1, List.of(new Tail.ForkTail(0, recorded)));

    Histogram read = histograms(SyntheticRun.of(1, 1).tail(tail).build()).getFirst();

    assertThat(below(read, 1e-6)).isZero();
    assertThat(below(read, 1.2e-6)).isEqualTo(3);
    assertThat(below(read, 2.3e-6)).isEqualTo(5);
    assertThat(below(read, 0.9)).isEqualTo(5);
    assertThat(read.getSampleSum()).isCloseTo(1.000_007, within(1e-3));
  }

  /** The count of the greatest bound that is not above a time. */
  private static long below(Histogram histogram, double seconds) {
    return histogram.getBuckets().stream()
        .filter(bucket -> bucket.getUpperBound() <= seconds)
        .mapToLong(Histogram.Bucket::getCumulativeCount)
        .max()
        .orElse(0);
  }

  @Test
  void labelsAreReadAsTheyAre() throws IOException {
    String value = "a \"quoted\" \\n <b>, {x}\nsecond 😀\\";
    Run run =
        SyntheticRun.of(1, 1)
            .label("week \"47\" <é> \\ 😀")
            .time(Arm.of("a.B", "m", Map.of("p", value)), 10)
            .build();

    Map<String, String> labels =
        family(run, "sojourn_time_seconds").getMetrics().getFirst().getLabels();

    assertThat(labels)
        .containsEntry("label", "week \"47\" <é> \\ 😀")
        .containsEntry("param_p", value);
  }

  @Test
  void parametersWhoseNamesDifferOnlyInWhatALabelCannotShowStayApart() throws IOException {
    Run run =
        SyntheticRun.of(1, 1)
            .time(Arm.of("a.B", "m", Map.of("a.b", "1", "a_b", "2", "A_B", "3", "", "4")), 10)
            .build();

    assertThat(family(run, "sojourn_time_seconds").getMetrics().getFirst().getLabels())
        .containsEntry("param_a_b", "3")
        .containsEntry("param_a_b_2", "1")
        .containsEntry("param_a_b_3", "2")
        .containsEntry("param_", "4");
  }

  @Test
  void aRoundMeasuredTwiceIsOneSampleOfTheLast() throws IOException {
    Measurement twice =
        new Measurement(
            ARM,
            Metric.TIME,
            List.of(
                new ForkSample(0, 0, Instant.EPOCH, List.of(), List.of(1.0)),
                new ForkSample(0, 1, Instant.EPOCH, List.of(), List.of(2.0))));

    MetricFamily family =
        family(SyntheticRun.of(1, 1).measurement(twice).build(), "sojourn_time_seconds");

    assertThat(family.getMetrics()).hasSize(1);
    assertThat(((Gauge) family.getMetrics().getFirst()).getValue()).isEqualTo(2e-9);
  }

  @Test
  void whatAStudyCountsItselfBearsItsUnit() throws IOException {
    Metric waits = new Metric("waits", "parks/op", false);
    Run run = SyntheticRun.of(1, 1).measurement(fork(waits, 0, 0.5)).build();

    Gauge gauge = (Gauge) family(run, "sojourn_metric").getMetrics().getFirst();

    assertThat(gauge.getValue()).isEqualTo(0.5);
    assertThat(gauge.getLabels())
        .containsEntry("metric", "waits")
        .containsEntry("unit", "parks/op");
  }

  @Test
  void whatFailedIsNamed() throws IOException {
    Run run =
        SyntheticRun.of(1, 1)
            .failure(ARM, "fork", "broken")
            .failure(ARM.withMethod("n"), Failure.PASSED_OVER, "read in another mode")
            .build();

    MetricFamily family = family(run, "sojourn_failed");

    assertThat(family.getType()).isEqualTo(MetricType.GAUGE);
    assertThat(family.getMetrics()).hasSize(1);
    assertThat(family.getMetrics().getFirst().getLabels())
        .containsEntry("method", "m")
        .containsEntry("stage", "fork");
  }

  private static Measurement fork(Metric metric, int round, double score) {
    return new Measurement(
        ARM, metric, List.of(new ForkSample(round, 0, Instant.EPOCH, List.of(), List.of(score))));
  }
}
