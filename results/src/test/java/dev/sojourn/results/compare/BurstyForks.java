package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Forks whose slow operations come in bursts: a body of latencies about 1 µs, the fork's own scale
 * upon it, and stalls, during each of which one operation after the other waits for what is left of
 * it.
 *
 * <p>A bank of forks stands for all forks there could be, so that the truth is known: it is the
 * bank's.
 */
final class BurstyForks {
  private static final int OPERATIONS = 200_000;
  private static final int BANK = 400;
  private static final double BODY = 0.2;
  private static final double SCALE = 0.05;
  private static final double MICROS = 1000;

  /** How stalls come, and how many operations one holds up. */
  enum Model {
    /** Sixteen a fork, twenty-five operations each in the mean, exponential. */
    LONG(8e-5) {
      @Override
      double length(SplittableRandom random) {
        return -25 * Math.log(1 - random.nextDouble());
      }
    },
    /** Eighty a fork, five operations each in the mean, exponential. */
    SHORT(4e-4) {
      @Override
      double length(SplittableRandom random) {
        return -5 * Math.log(1 - random.nextDouble());
      }
    },
    /**
     * Sixteen a fork, of no typical length: Pareto's law with exponent 2 from ten operations on.
     */
    HEAVY(8e-5) {
      @Override
      double length(SplittableRandom random) {
        return 10 / Math.sqrt(1 - random.nextDouble());
      }
    };

    private final double rate;

    Model(double rate) {
      this.rate = rate;
    }

    abstract double length(SplittableRandom random);
  }

  private final List<Counts> bank = new ArrayList<>();
  private final SplittableRandom random;

  BurstyForks(Model model, long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < BANK; i++) {
      bank.add(Counts.of(Cells.of(fork(model))));
    }
  }

  private Histogram fork(Model model) {
    double scale = Math.exp(SCALE * random.nextGaussian());
    double[] values = new double[OPERATIONS];
    for (int i = 0; i < OPERATIONS; i++) {
      values[i] = scale * Math.exp(BODY * random.nextGaussian());
    }
    for (int at = gap(model); at < OPERATIONS; at += gap(model)) {
      int length = (int) model.length(random) + 1;
      for (int i = 0; i < length && at + i < OPERATIONS; i++) {
        values[at + i] = Math.max(values[at + i], length - i + 3);
      }
    }
    Histogram histogram = new Histogram(3);
    for (double value : values) {
      histogram.recordValue((long) (MICROS * value));
    }
    return histogram;
  }

  private int gap(Model model) {
    return (int) Math.ceil(-Math.log(1 - random.nextDouble()) / model.rate);
  }

  List<Counts> bank() {
    return bank;
  }

  /** So many forks of the bank, drawn with replacement. */
  TailCounts draw(int forks) {
    List<TailCounts.Fork> drawn = new ArrayList<>();
    for (int round = 0; round < forks; round++) {
      drawn.add(new TailCounts.Fork(round, bank.get(random.nextInt(BANK))));
    }
    return new TailCounts(new Arm("Bursts", "model", new TreeMap<>()), 1, drawn);
  }
}
