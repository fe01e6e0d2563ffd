package dev.sojourn.harness.noise;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Runs the canaries of a fork, and tells what its JVM did during each measured iteration besides
 * running the study.
 *
 * <p>Facts travel as secondary results, to be added up over the iterations that count.
 */
public final class NoiseProfiler implements InternalProfiler {
  /*
   * Implementation notes. The canaries run before the first iteration of all, when nothing of the
   * study has been loaded: they cannot change what the compiler knows of it, its objects do not
   * exist yet, and the warm-up fills the caches anew. After the last iteration they would meet a
   * machine that this study has heated and a compiler that it has trained, so arms would differ.
   *
   * JMH stops profilers in the opposite order of their start. Being the first, this one allocates
   * outside of what the others count.
   */
  private static final String PREFIX = "sojourn.fact.";

  private final CanarySizes sizes;
  private SortedMap<String, Double> canaries = new TreeMap<>();
  private boolean sung;
  private boolean reported;
  private @Nullable ForkFacts before;

  /**
   * The profiler of one fork.
   *
   * @param sizes {@link CanarySizes#text()}
   */
  public NoiseProfiler(String sizes) {
    this.sizes = CanarySizes.parse(sizes);
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    begin(iteration.getType());
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's signature
  public List<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return end();
  }

  void begin(IterationType type) {
    if (!sung) {
      sung = true;
      canaries = Canaries.run(sizes);
    }
    before = type == IterationType.MEASUREMENT ? ForkFacts.now() : null;
  }

  List<ScalarResult> end() {
    if (before == null) {
      return List.of();
    }
    SortedMap<String, Double> facts = ForkFacts.now().since(before);
    if (!reported) {
      reported = true;
      facts.putAll(canaries);
    }
    return facts.entrySet().stream()
        .map(
            fact ->
                new ScalarResult(label(fact.getKey()), fact.getValue(), "-", AggregationPolicy.SUM))
        .toList();
  }

  private static String label(String fact) {
    return PREFIX + fact;
  }

  /**
   * The facts of some iterations.
   *
   * @param iterations iterations of one fork
   * @return their sums, by the keys that {@code ForkConditions} names
   */
  public static SortedMap<String, Double> facts(List<IterationResult> iterations) {
    SortedMap<String, Double> facts = new TreeMap<>();
    for (IterationResult iteration : iterations) {
      iteration
          .getSecondaryResults()
          .forEach(
              (label, result) -> {
                if (label.startsWith(PREFIX)) {
                  facts.merge(label.substring(PREFIX.length()), result.getScore(), Double::sum);
                }
              });
    }
    return facts;
  }

  @Override
  public String getDescription() {
    return "What the JVM and the machine did beside the study";
  }
}
