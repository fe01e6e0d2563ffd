package dev.sojourn.structures.tree;

/**
 * What a {@link LongTreap} keeps for every subtree, so that it can be asked for any range of keys
 * in logarithmic time.
 */
public enum Aggregate {
  /** Nothing: no space is spent, and {@link LongTreap#aggregate} is refused. */
  NONE(0),

  /** The sum of the values, wrapping as {@code long} addition does; 0 of no values. */
  SUM(0),

  /** The smallest value; {@link Long#MAX_VALUE} of no values. */
  MIN(Long.MAX_VALUE),

  /** The largest value; {@link Long#MIN_VALUE} of no values. */
  MAX(Long.MIN_VALUE);

  private final long identity;

  Aggregate(long identity) {
    this.identity = identity;
  }

  /**
   * The aggregate of no values.
   *
   * @return what changes nothing when combined
   */
  public long identity() {
    return identity;
  }

  long combine(long a, long b) {
    return switch (this) {
      case NONE -> identity;
      case SUM -> a + b;
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
    };
  }
}
