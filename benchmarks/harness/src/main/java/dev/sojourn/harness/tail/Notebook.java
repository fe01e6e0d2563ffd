package dev.sojourn.harness.tail;

import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a lab found out in one invocation: several views of its latencies, and numbers of its own.
 *
 * <p>A lab method takes a notebook as it would take a {@link TailClock}. What is written in a tail
 * iteration is stored with the run; everything else is torn out.
 *
 * <p><b>Threads.</b> One notebook per benchmark thread; not to be shared.
 */
@State(Scope.Thread)
public class Notebook {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

  private final Map<String, Histogram> views = new LinkedHashMap<>();
  private final Map<Metric, Double> metrics = new LinkedHashMap<>();

  /** Called by JMH, once for each benchmark thread. */
  public Notebook() {}

  /** Announces this thread's notebook to the fork's session. */
  @Setup(Level.Trial)
  public void register() {
    TailSession.register(this);
  }

  /** Starts an iteration on an empty page. */
  @Setup(Level.Iteration)
  public void turnPage() {
    views.clear();
    metrics.clear();
  }

  /**
   * Writes down one view of the latencies.
   *
   * @param name {@link Tail#LATENCY}, or what else was timed; letters, digits, dots, hyphens and
   *     underscores
   * @param histogram values in nanoseconds, copied
   */
  public void view(String name, Histogram histogram) {
    views.put(checked("view", name), histogram.copy());
  }

  /**
   * Writes down one number.
   *
   * @param metric what it counts; its name is of letters, digits, dots, hyphens and underscores
   * @param value a finite number
   */
  public void metric(Metric metric, double value) {
    checked("metric", metric.name());
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "metric " + metric.name() + " must be a finite number, was " + value + "; leave it out");
    }
    metrics.put(metric, value);
  }

  /**
   * The views so far.
   *
   * @return histogram by view, in the order they were written
   */
  public Map<String, Histogram> views() {
    return Collections.unmodifiableMap(views);
  }

  /**
   * The numbers so far.
   *
   * @return value by metric, in the order they were written
   */
  public Map<Metric, Double> metrics() {
    return Collections.unmodifiableMap(metrics);
  }

  private static String checked(String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          kind
              + " must be named by letters, digits, dots, hyphens and underscores, was \""
              + name
              + "\"");
    }
    return name;
  }
}
