package dev.sojourn.harness.tail;

import dev.sojourn.results.model.Tail;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarDerivativeResult;

/**
 * A latency histogram on its way out of a fork, in the form JMH carries results.
 *
 * <p>However JMH gathers these (by thread, by iteration, by fork), the counts are added up; a
 * percentile is only ever read from the sum.
 */
public final class HistogramResult extends Result<HistogramResult> {
  /*
   * Implementation notes. JMH sends results through Java serialisation. The histogram travels in
   * HdrHistogram's own compressed form, which is a few kilobytes instead of a few hundred and does
   * not tie the two ends to one layout of that class. JMH's JSON writer leaves labels unescaped, so
   * they keep to letters, digits, dots and hyphens.
   */

  private static final String LABEL = "sojourn.tail";
  private static final long serialVersionUID = 1L;
  private static final String UNIT = "ns";

  private final String view;
  private final byte[] compressed;

  private HistogramResult(String view, Histogram histogram) {
    super(ResultRole.SECONDARY, label(view), of(histogram.getMean()), UNIT, AggregationPolicy.AVG);
    this.view = view;
    this.compressed = compress(histogram);
  }

  private static String label(String view) {
    return view.equals(Tail.LATENCY) ? LABEL : LABEL + "." + view;
  }

  /**
   * A result that carries a copy of the counts.
   *
   * @param view what was timed, such as {@link Tail#LATENCY}
   * @param histogram values in nanoseconds
   * @return the result
   */
  public static HistogramResult of(String view, Histogram histogram) {
    return new HistogramResult(view, histogram);
  }

  /**
   * What was timed.
   *
   * @return such as {@link Tail#LATENCY}
   */
  public String view() {
    return view;
  }

  /**
   * The counts.
   *
   * @return a fresh histogram, values in nanoseconds
   */
  public Histogram histogram() {
    try {
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0);
    } catch (DataFormatException e) {
      throw new IllegalStateException(
          "a latency histogram was damaged between fork and host; run again", e);
    }
  }

  /** The sum of the counts of several results of one view, at least one. */
  static HistogramResult merge(Collection<HistogramResult> results) {
    Histogram sum = TailSession.newHistogram();
    results.forEach(result -> sum.add(result.histogram()));
    return new HistogramResult(results.iterator().next().view, sum);
  }

  @Override
  protected Aggregator<HistogramResult> getThreadAggregator() {
    return HistogramResult::merge;
  }

  @Override
  protected Aggregator<HistogramResult> getIterationAggregator() {
    return HistogramResult::merge;
  }

  /** What JMH stands in for an iteration that recorded nothing: no counts, so no influence. */
  @Override
  protected HistogramResult getZeroResult() {
    return new HistogramResult(view, TailSession.newHistogram());
  }

  @Override
  @SuppressWarnings("rawtypes") // the supertype's signature
  protected Collection<? extends Result> getDerivativeResults() {
    Histogram histogram = histogram();
    return Stream.concat(
            Stream.of(50.0, 99.0, 99.9).map(p -> percentile(histogram, p)),
            Stream.of(derivative("max", (double) histogram.getMaxValue())))
        .toList();
  }

  private ScalarDerivativeResult percentile(Histogram histogram, double percentile) {
    return derivative("p" + percentile, (double) histogram.getValueAtPercentile(percentile));
  }

  private ScalarDerivativeResult derivative(String name, double value) {
    return new ScalarDerivativeResult(getLabel() + "." + name, value, UNIT, AggregationPolicy.AVG);
  }

  private static byte[] compress(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Arrays.copyOf(buffer.array(), length);
  }

  /**
   * The histograms of several results of one view, added up.
   *
   * @param results at least one result
   * @return a fresh histogram
   */
  public static Histogram sum(List<HistogramResult> results) {
    return merge(results).histogram();
  }
}
