package dev.sojourn.harness.flame;

import dev.sojourn.results.model.FlameEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import one.profiler.AsyncProfiler;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/** Samples the measured iterations of a fork, and writes its flame graph after the last of them. */
public final class FlameProfiler implements InternalProfiler {
  /*
   * Implementation notes. An agent on the command line would sample the JVM's start, the set-up and
   * the warm-up too, and drown a short fork in the compiler. JMH's own profiler for async-profiler
   * leaves these out as well, but loads the library into the host, for whose user the JVM then
   * prints a warning, and names its files after its own fashion. JMH builds this one in the host
   * too, so the constructor only keeps what it is told; the library is loaded in the fork alone.
   * The page comes back as text, because a file's name would have to be written into a command in
   * which commas and percent signs have a meaning.
   */
  private final FlameOrder order;
  private int measured;

  /**
   * The profiler of one fork.
   *
   * @param order a {@link FlameOrder} as one text
   */
  public FlameProfiler(String order) {
    this.order = FlameOrder.parse(order);
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT && measured == 0) {
      execute(Sampling.start(order.event()));
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's signature
  public List<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() == IterationType.MEASUREMENT && ++measured == order.iterations()) {
      keep(execute(Sampling.stop(order.event(), title(benchmark, order.event()))));
    }
    return List.of();
  }

  private String execute(String command) {
    try {
      return AsyncProfiler.getInstance(order.library().toString()).execute(command);
    } catch (IOException | RuntimeException | UnsatisfiedLinkError e) {
      // Of a chain of causes a failed fork tells the last, which would not say who refused.
      throw new IllegalStateException("async-profiler refused '" + command + "': " + e);
    }
  }

  private void keep(String page) {
    try {
      Files.write(order.page(), page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the flame graph cannot be written: " + e);
    }
  }

  /** Such as {@code AeadBench.aes128Gcm bytes=64: CPU time (unscored fork)}. */
  private static String title(BenchmarkParams benchmark, FlameEvent event) {
    String name = benchmark.getBenchmark();
    int study = name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1;
    StringBuilder title = new StringBuilder(name.substring(study));
    for (String param : benchmark.getParamsKeys()) {
      title.append(' ').append(param).append('=').append(benchmark.getParam(param));
    }
    return title.append(": ").append(event.words()).append(" (unscored fork)").toString();
  }

  @Override
  public String getDescription() {
    return "Flame graph of the measured iterations, by async-profiler";
  }
}
