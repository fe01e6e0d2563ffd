package dev.sojourn.benchmarks.queue;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.load.Arrivals;
import dev.sojourn.harness.load.LoadResult;
import dev.sojourn.harness.load.NanoClock;
import dev.sojourn.harness.load.OpenLoop;
import dev.sojourn.harness.load.Service;
import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import dev.sojourn.structures.queue.MpmcRing;
import dev.sojourn.structures.queue.SpscRing;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One invocation hands ten thousand messages a second to an exporter on another thread, which loses
 * its processor after one message in a thousand, in the midst of taking: so a queue with a lock
 * loses it with the lock held. The kernel is not waited for: the thread parks itself, and the same
 * seed parks every queue's exporter after the same messages.
 *
 * <p>The latency is that of handing over, from when a message was due until its sender could go on.
 * How long the message itself took to the exporter is a view of its own, as is what the generator
 * takes with nothing to hand over; the latter is in every latency, so the ratio of two is less than
 * that of the queues.
 */
@Study(
    week = 9,
    question =
        "In which percentile do a lock and a ring part when whoever holds the lock is descheduled?",
    insight =
        "Medians differ by a small factor. Beyond the share of time for which the holder is away,"
            + " here p98, a sender waits for a thread that does not run, and the two part by orders"
            + " of magnitude. It is the shared lock: one for each end is as good as none. And no"
            + " ring delivers sooner, it only lets the sender go.",
    source =
        "Herlihy, Wait-free synchronization, 1991; Michael & Scott, Simple, fast, and practical"
            + " non-blocking and blocking concurrent queue algorithms, 1996",
    invocationSeconds = "2*seconds")
@Claim(
    subject = "spscRing",
    metric = "handover.p50",
    ratioAtLeast = 0.25,
    where = "pauseMicros=2000,seconds=5")
@Claim(
    subject = "spscRing",
    metric = "handover.p99",
    ratioAtMost = 0.1,
    where = "pauseMicros=2000,seconds=5")
@Claim(
    subject = "spscRing",
    metric = "handover.p99.9",
    ratioAtMost = 0.1,
    where = "pauseMicros=2000,seconds=5")
@Claim(
    subject = "mpmcRing",
    metric = "handover.p99",
    ratioAtMost = 0.1,
    where = "pauseMicros=2000,seconds=5")
@Claim(
    subject = "linkedBlockingQueue",
    metric = "handover.p99",
    ratioAtMost = 0.1,
    where = "pauseMicros=2000,seconds=5")
@Claim(
    subject = "spscRing",
    metric = "delivery.p99",
    ratioAtLeast = 0.8,
    where = "pauseMicros=2000,seconds=5")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class LockConvoyLab {
  private static final double PER_SECOND = 10_000;
  private static final int ONE_IN = 1000;
  private static final long SEED = 0x436f6e766f79L;

  /** Fifty times what comes while the exporter is away: no queue is ever full. */
  private static final int CAPACITY = 1024;

  private static final double[] PERCENTILES = {50, 90, 99, 99.9};

  @Param({"0", "2000"})
  int pauseMicros;

  @Param({"1", "5"})
  int seconds;

  @Baseline
  @Benchmark
  public long arrayBlockingQueue(Notebook notebook) throws InterruptedException {
    return run(Mailbox.ofLocked(new ArrayBlockingQueue<>(CAPACITY)), notebook);
  }

  @Benchmark
  public long linkedBlockingQueue(Notebook notebook) throws InterruptedException {
    return run(Mailbox.ofLocked(new LinkedBlockingQueue<>(CAPACITY)), notebook);
  }

  @Benchmark
  public long spscRing(Notebook notebook) throws InterruptedException {
    return run(Mailbox.ofRing(new SpscRing<>(CAPACITY)), notebook);
  }

  @Benchmark
  public long mpmcRing(Notebook notebook) throws InterruptedException {
    return run(Mailbox.ofRing(new MpmcRing<>(CAPACITY)), notebook);
  }

  /** Answers how many messages were due, less those that did not arrive in their turn. */
  private long run(Mailbox mailbox, Notebook notebook) throws InterruptedException {
    NanoClock clock = NanoClock.SYSTEM;
    long horizonNanos = TimeUnit.SECONDS.toNanos(seconds);
    LoadResult generator =
        OpenLoop.on(clock).run(Arrivals.fixed(PER_SECOND), horizonNanos, Service.NOTHING);
    Journey journey = new Journey((int) (PER_SECOND * seconds) + 1);
    Descheduling descheduling =
        new Descheduling(SEED, ONE_IN, TimeUnit.MICROSECONDS.toNanos(pauseMicros));
    Exporter exporter =
        new Exporter(
            mailbox,
            message -> {
              journey.received(message, clock.nanoTime());
              descheduling.afterMessage();
            });
    LoadResult result;
    try {
      result =
          OpenLoop.on(clock)
              .telling(journey)
              .run(Arrivals.fixed(PER_SECOND), horizonNanos, handingTo(mailbox, exporter));
    } finally {
      exporter.end();
    }
    note(result, journey.delivery(), notebook);
    notebook.view("generator", generator.latency());
    notebook.metric(new Metric("pauses", "count", true), descheduling.times());
    return result.due() - journey.astray();
  }

  private static Service handingTo(Mailbox mailbox, Exporter exporter) {
    return message -> {
      while (!mailbox.offer(message)) {
        if (!exporter.isAlive()) {
          throw new IllegalStateException("the exporter has failed: nobody takes messages");
        }
        Thread.onSpinWait();
      }
    };
  }

  private static void note(LoadResult result, Histogram delivery, Notebook notebook) {
    notebook.view(Tail.LATENCY, result.latency());
    notebook.view("delivery", delivery);
    for (double percentile : PERCENTILES) {
      note("handover", result.latency(), percentile, notebook);
      note("delivery", delivery, percentile, notebook);
    }
  }

  private static void note(String what, Histogram histogram, double percentile, Notebook notebook) {
    String name = what + ".p" + (percentile % 1 == 0 ? "" + (int) percentile : "" + percentile);
    notebook.metric(
        new Metric(name, "ns", false), (double) histogram.getValueAtPercentile(percentile));
  }
}
