package dev.sojourn.harness.tail;

import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;

/**
 * The stopwatch of a benchmark method: {@code return clock.lap(structure.operation());}.
 *
 * <p>In scored iterations a lap is one decrement; in the tail iterations that follow them, every
 * {@code batch} laps the time since the previous mark goes into a histogram of this thread. The
 * answer passes through unchanged.
 *
 * <p>In the forks of a calibration nothing is recorded: the same countdown slows the benchmark by a
 * known share.
 *
 * <p><b>Threads.</b> One clock per benchmark thread; not to be shared.
 */
@State(Scope.Thread)
public class TailClock {
  /*
   * Implementation notes. The scored iterations must not pay for the recording, so the countdown
   * starts so high that it is never reached; only then does the branch cost nothing but a
   * decrement. Warm-up iterations record as well (and throw the counts away), so that the compiler
   * has seen the branch taken before it matters.
   *
   * JMH calls the method outside the measured time too: while threads wait for one another before
   * an iteration and after it. Its Control tells the two apart. A lap counts only when both of its
   * ends lie inside, so the mark is forgotten whenever an end lies outside. JMH hands every
   * iteration a Control of its own, which is why it is taken anew each time. Its two flags are
   * volatile, which costs a recorded lap two ordinary loads.
   *
   * A calibration counts down to a delay instead of a mark. Whether it does is a constant of the
   * JVM, asked where the countdown has ended: a lap is the same code with and without it.
   */
  private static final boolean SLOWED = Slowdown.wanted();

  private static final long NEVER = Long.MAX_VALUE;

  /** Until the first lap of the measured time: what JMH did before it is nobody's latency. */
  private static final long UNSET = Long.MIN_VALUE;

  private final Histogram histogram = TailSession.newHistogram();
  private final int batch = TailSession.batch();
  private final Slowdown slowdown = Slowdown.ofThisFork();
  private Control control = new Control();
  private long left = NEVER;
  private long markNanos = UNSET;

  /** Called by JMH, once for each benchmark thread. */
  public TailClock() {}

  /** Announces this thread's histogram to the fork's session. */
  @Setup(Level.Trial)
  public void register() {
    TailSession.register(histogram);
    SlowdownShare.register(slowdown);
  }

  /**
   * A clock for those who want to know what recording costs: always recording, and unknown to the
   * fork's session.
   *
   * @return a clock whose every lap is recorded
   */
  public static TailClock alwaysRecording() {
    TailClock clock = new TailClock();
    clock.control.startMeasurement = true;
    clock.left = 1;
    return clock;
  }

  /**
   * Starts an iteration: recording or idle, as the session says.
   *
   * @param current tells whether JMH measures or only keeps its threads busy
   */
  @Setup(Level.Iteration)
  public void arm(Control current) {
    control = current;
    if (SLOWED) {
      left = slowdown.begin();
      return;
    }
    left = TailSession.recording() ? 1 : NEVER;
    markNanos = UNSET;
  }

  /**
   * Ends one operation.
   *
   * @param answer what the operation returned
   * @return the answer
   */
  public long lap(long answer) {
    if (--left == 0) {
      mark();
    }
    return answer;
  }

  /**
   * Ends one operation.
   *
   * @param answer what the operation returned
   * @return the answer
   */
  public int lap(int answer) {
    if (--left == 0) {
      mark();
    }
    return answer;
  }

  /**
   * Ends one operation.
   *
   * @param answer what the operation returned
   * @return the answer
   */
  public boolean lap(boolean answer) {
    if (--left == 0) {
      mark();
    }
    return answer;
  }

  /**
   * Ends one operation.
   *
   * @param answer what the operation returned
   * @param <T> type of the answer
   * @return the answer
   */
  public <T> T lap(T answer) {
    if (--left == 0) {
      mark();
    }
    return answer;
  }

  private void mark() {
    if (SLOWED) {
      left = slowdown.mark();
      return;
    }
    long now = System.nanoTime();
    if (!control.startMeasurement || control.stopMeasurement) {
      markNanos = UNSET;
      left = 1;
      return;
    }
    if (markNanos != UNSET) {
      histogram.recordValue(Math.min(now - markNanos, TailSession.HIGHEST_NANOS));
    }
    markNanos = now;
    left = batch;
  }
}
