package dev.sojourn.benchmarks.tree;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.results.model.Metric;
import dev.sojourn.structures.tree.LongTreap;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One invocation fills treaps of several seeds with the same keys in one order, and notes how many
 * nodes a search meets in them: on average over the keys and the seeds, and how far that is from
 * the mean of a random search tree, 2 (1 + 1/n) H(n) - 3.
 */
@Study(
    week = 19,
    question = "How deep is a tree that leaves its balance to chance, and does order matter?",
    insight =
        "About 2 ln n nodes to a key, 1.4 times log n to the base 2, and exactly the same for every"
            + " order: the priorities alone decide the shape.",
    source = "Knuth, The Art of Computer Programming 3, 6.2.2; Seidel & Aragon 1996")
@Claim(subject = "ascending", metric = "deviation.expected", countAtMost = 6)
@Claim(subject = "zigzag", metric = "deviation.expected", countAtMost = 6)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class TreapDepthLab {
  private static final int SEEDS = 8;
  private static final Metric MEAN_DEPTH = new Metric("depth.mean", "nodes", true);
  private static final Metric BALANCED = new Metric("depth.balanced", "nodes", true);
  private static final Metric DEVIATION = new Metric("deviation.expected", "percent", true);

  @Param({"1000", "1000000"})
  int size;

  @Baseline
  @Benchmark
  public int random(Notebook notebook) {
    return fill(Order.RANDOM, notebook);
  }

  @Benchmark
  public int ascending(Notebook notebook) {
    return fill(Order.ASCENDING, notebook);
  }

  @Benchmark
  public int zigzag(Notebook notebook) {
    return fill(Order.ZIGZAG, notebook);
  }

  private int fill(Order order, Notebook notebook) {
    SplittableRandom seeds = new SplittableRandom(1);
    double mean = 0;
    int filled = 0;
    for (int i = 0; i < SEEDS; i++) {
      LongTreap treap = new LongTreap(seeds.nextLong());
      for (long key : order.draw(size)[0]) {
        treap.put(key, Keys.value(key));
      }
      mean += treap.meanDepth() / SEEDS;
      filled += treap.size();
    }
    notebook.metric(MEAN_DEPTH, mean);
    notebook.metric(BALANCED, Math.log(size) / Math.log(2));
    notebook.metric(DEVIATION, 100 * Math.abs(mean / expected(size) - 1));
    return filled;
  }

  private static double expected(int size) {
    double harmonic = 0;
    for (int i = 1; i <= size; i++) {
      harmonic += 1.0 / i;
    }
    return 2 * (1 + 1.0 / size) * harmonic - 3;
  }
}
