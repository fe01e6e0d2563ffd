package dev.sojourn.harness.execute.study;

import dev.sojourn.harness.tail.TailClock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Control;

/**
 * Two threads of which one is slow, so that the other goes on being called outside the measured
 * time; what is called there takes far longer than anything else.
 */
@State(Scope.Thread)
public class WindingDownBench {
  /** Longer than any operation inside the measured time, however busy the machine. */
  public static final long STRAY_NANOS = 700_000_000;

  private static final AtomicInteger THREADS = new AtomicInteger();

  @Param("1")
  public int size;

  private final long nanos = THREADS.getAndIncrement() == 0 ? 40_000_000 : 100_000;

  @Benchmark
  @Threads(2)
  public long straying(TailClock clock, Control control) {
    boolean measured = control.startMeasurement && !control.stopMeasurement;
    LockSupport.parkNanos(measured ? nanos : STRAY_NANOS);
    return clock.lap(nanos);
  }
}
