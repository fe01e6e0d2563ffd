package dev.sojourn.harness.flame;

import dev.sojourn.results.model.FlameEvent;
import java.io.IOException;
import java.time.Duration;
import one.profiler.AsyncProfiler;
import org.jspecify.annotations.Nullable;

/**
 * A process that tries the profiler as a flame fork will use it, and says in a line what it
 * refused; if it dies of it, nothing else does.
 */
final class FlameProbe {
  static final String LOADING = "its library cannot be loaded: ";
  static final int REFUSED = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Keeps the compiler from leaving out what nobody reads. */
  @SuppressWarnings("UnusedVariable")
  private static volatile byte @Nullable [] allocated;

  private FlameProbe() {}

  public static void main(String[] arguments) {
    String refusal = refusal(arguments[0]);
    if (!refusal.isEmpty()) {
      System.err.println(refusal);
      Runtime.getRuntime().halt(REFUSED);
    }
  }

  private static String refusal(String library) {
    AsyncProfiler profiler;
    try {
      profiler = AsyncProfiler.getInstance(library);
    } catch (RuntimeException | UnsatisfiedLinkError e) {
      return LOADING + String.valueOf(e.getMessage()).replace(library + ": ", "");
    }
    for (FlameEvent event : FlameEvent.values()) {
      try {
        if (samples(profiler, event) == 0) {
          return "event " + event.id() + " gives no sample";
        }
      } catch (IOException | RuntimeException e) {
        return "event " + event.id() + ": " + e.getMessage();
      }
    }
    return "";
  }

  private static long samples(AsyncProfiler profiler, FlameEvent event) throws IOException {
    String _ = profiler.execute(Sampling.start(event));
    long start = System.nanoTime();
    while (profiler.getSamples() == 0 && System.nanoTime() - start < PATIENCE.toNanos()) {
      allocated = new byte[1024];
    }
    String page = profiler.execute(Sampling.stop(event, "probe"));
    return page.isEmpty() ? 0 : profiler.getSamples();
  }
}
