package dev.sojourn.harness.load;

/** Requests as they were recorded. */
final class ReplayedArrivals implements Arrivals {
  private final long[] offsets;
  private final double perSecond;
  private int next;

  ReplayedArrivals(long[] offsets) {
    if (offsets.length < 2 || offsets[0] == offsets[offsets.length - 1]) {
      throw new IllegalArgumentException(
          "a schedule must hold at least two requests at different times, had "
              + offsets.length
              + "; its rate would be unknown");
    }
    if (offsets[0] < 0) {
      throw new IllegalArgumentException("offset must not be below 0, was " + offsets[0]);
    }
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] < offsets[i - 1]) {
        throw new IllegalArgumentException(
            "offsets must not fall: request "
                + i
                + " is due at "
                + offsets[i]
                + ", the one before"
                + " at "
                + offsets[i - 1]
                + "; sort them");
      }
    }
    this.offsets = offsets.clone();
    this.perSecond = (offsets.length - 1) * 1e9 / (offsets[offsets.length - 1] - offsets[0]);
  }

  @Override
  public long next() {
    return next < offsets.length ? offsets[next++] : END;
  }

  @Override
  public double perSecond() {
    return perSecond;
  }
}
