package dev.sojourn.benchmarks.heap;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * A number of timers, always pending, of which about a hundred end with every tick: some cancelled,
 * the others due. Which are cancelled, and for how long each is started again, does not depend on
 * the order in which timers of one tick fire.
 */
final class TimerLoad<T extends Timers> {
  /*
   * Implementation notes. With n timers of which c are cancelled each tick at random, a timer's
   * hazard is c/n; one with a delay uniform up to r fires with probability (1 - e^-x) / x for
   * x = r c / n. The delays are such that this is 1 - c/100. Without cancels, n timers of mean delay
   * r/2 fire at a rate of 2n/r.
   */
  private static final long SEED = 0x54696D65L;
  private static final int ENDING = 100;
  private static final int LENGTH = 1 << 16;
  private static final int LIVES_BEFORE = 2;

  private final T timers;
  private final int count;
  private final int cancels;
  private final IntConsumer restart = this::restart;
  private final long[] delays = new long[LENGTH];
  private final int[] victims;
  private final int[] lives;
  private int[] fired = new int[2 * ENDING];
  private int firedCount;
  private int at;
  private long tick;

  TimerLoad(T timers, int count, int cancelPercent) {
    this.timers = timers;
    this.count = count;
    this.cancels = cancelPercent;
    this.lives = new int[count];
    SplittableRandom random = new SplittableRandom(SEED);
    long range = range();
    for (int i = 0; i < LENGTH; i++) {
      delays[i] = 1 + random.nextLong(range);
    }
    victims = random.ints(LENGTH, 0, count).toArray();
    for (int timer = 0; timer < count; timer++) {
      timers.start(timer, 1 + Math.min(random.nextLong(range), random.nextLong(range)));
    }
    age();
  }

  /** Advances the clock by one; which timers fired, as a number. */
  long tick() {
    tick++;
    firedCount = 0;
    timers.expire(tick, restart);
    long answer = firedCount;
    for (int i = 0; i < firedCount; i++) {
      answer += 1 + (long) fired[i] * fired[i];
      start(fired[i]);
    }
    for (int i = 0; i < cancels; i++) {
      int timer = nextVictim();
      timers.cancel(timer);
      start(timer);
    }
    return answer;
  }

  private void restart(int timer) {
    if (firedCount == fired.length) {
      fired = java.util.Arrays.copyOf(fired, 2 * firedCount);
    }
    fired[firedCount++] = timer;
  }

  private void start(int timer) {
    int life = lives[timer]++;
    timers.start(timer, tick + delays[(timer * 31 + life * 7919) & (LENGTH - 1)]);
  }

  private int nextVictim() {
    return victims[at++ & (LENGTH - 1)];
  }

  private void age() {
    for (long i = 0; i < (long) LIVES_BEFORE * count / ENDING; i++) {
      tick();
    }
  }

  private long range() {
    double perTick = (double) count / Math.max(1, cancels);
    return switch (cancels) {
      case 0 -> 2L * count / ENDING;
      case 50 -> Math.round(1.594 * perTick);
      case 90 -> Math.round(10.0 * perTick);
      case 99 -> Math.round(100.0 * perTick);
      default ->
          throw new IllegalArgumentException(
              "no delays are known for " + cancels + " % cancels; take 0, 50, 90 or 99");
    };
  }
}
