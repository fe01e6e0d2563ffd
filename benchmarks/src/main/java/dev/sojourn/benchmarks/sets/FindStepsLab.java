package dev.sojourn.benchmarks.sets;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.results.model.Metric;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One invocation builds a partition by a {@link Tournament}, asks as many questions as there are
 * elements, and counts what the finds of both do: places visited above the start, and parents
 * rewritten. The answer is how many pairs were connected.
 */
@Study(
    week = 38,
    question = "How many steps does a find take, and how many writes does it pay for fewer?",
    insight =
        "Without shortening, steps grow with the logarithm of the elements; with it they stay below"
            + " two at every size. Halving takes the fewest, because each step skips a node, and"
            + " writes as often as splitting; compression writes least and walks every path twice.",
    source = "Tarjan & van Leeuwen, Worst-case analysis of set union algorithms, 1984")
@Claim(subject = "halving", metric = "steps", countAtMost = 1.25)
@Claim(subject = "compression", metric = "steps", countAtMost = 1.5)
@Claim(subject = "naive", metric = "steps", countAtMost = 5, where = "elements=1000")
@Claim(subject = "naive", metric = "steps", countAtLeast = 9, where = "elements=1000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class FindStepsLab {
  private static final Metric STEPS = new Metric("steps", "per find", true);
  private static final Metric WRITES = new Metric("writes", "per find", true);

  @Param({"1000", "10000", "100000", "1000000"})
  int elements;

  @Baseline
  @Benchmark
  public int naive(Notebook notebook) {
    return count(CountedForest.Rule.NAIVE, notebook);
  }

  @Benchmark
  public int rank(Notebook notebook) {
    return count(CountedForest.Rule.RANK, notebook);
  }

  @Benchmark
  public int compression(Notebook notebook) {
    return count(CountedForest.Rule.COMPRESSION, notebook);
  }

  @Benchmark
  public int halving(Notebook notebook) {
    return count(CountedForest.Rule.HALVING, notebook);
  }

  @Benchmark
  public int splitting(Notebook notebook) {
    return count(CountedForest.Rule.SPLITTING, notebook);
  }

  private int count(CountedForest.Rule rule, Notebook notebook) {
    CountedForest forest = new CountedForest(elements, rule);
    Tournament.play(elements, forest::union);
    forest.startCounting();
    Pairs pairs = new Pairs(elements);
    int connected = 0;
    for (int i = 0; i < elements; i++) {
      pairs.next();
      connected += forest.connected(pairs.first(), pairs.second()) ? 1 : 0;
    }
    notebook.metric(STEPS, forest.stepsPerFind());
    notebook.metric(WRITES, forest.writesPerFind());
    return connected;
  }
}
