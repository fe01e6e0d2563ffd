package dev.sojourn.harness.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.model.Metric;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

class NotebookTest {
  private final Notebook notebook = new Notebook();

  private static Histogram one(long value) {
    Histogram histogram = TailSession.newHistogram();
    histogram.recordValue(value);
    return histogram;
  }

  @Test
  void keepsACopyOfAViewAndTheOrderOfWriting() {
    Histogram histogram = one(5);

    notebook.view("service", histogram);
    histogram.reset();
    notebook.view("closed", one(6));

    assertThat(notebook.views().keySet()).containsExactly("service", "closed");
    assertThat(notebook.views().get("service")).isEqualTo(one(5));
  }

  @Test
  void everyIterationStartsOnAnEmptyPage() {
    notebook.view("service", one(5));
    notebook.metric(Metric.TIME, 3);

    notebook.turnPage();

    assertThat(notebook.views()).isEmpty();
    assertThat(notebook.metrics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a,b", "<b>", "µs"})
  void refusesNamesThatJmhWouldMangle(String name) {
    assertThatThrownBy(() -> notebook.view(name, one(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was \"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> notebook.metric(Metric.TIME, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time must be a finite number, was " + value);
  }

  @Test
  void aMetricSurvivesJmhsForm() {
    for (Metric metric : List.of(Metric.ALLOCATION, new Metric("p99.9.jmh", "ns", false))) {
      assertThat(MetricResult.metric(MetricResult.of(metric, 2))).hasValue(metric);
    }
  }

  @Test
  void aResultOfSomebodyElsesIsNoMetric() {
    var foreign = new ScalarResult("gc.count", 2, "counts", AggregationPolicy.SUM);

    assertThat(MetricResult.metric(foreign)).isEmpty();
  }
}
