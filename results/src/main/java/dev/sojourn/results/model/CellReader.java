package dev.sojourn.results.model;

/** Reads packed cells one by one; what no {@link CellPacker} makes is refused. */
final class CellReader {
  private final byte[] bytes;
  private final int end;
  private int at;
  private long value = -1;
  private long count;

  CellReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** Goes on to the next cell; false when there is none. */
  boolean next() {
    if (at == end) {
      return false;
    }
    long above = number();
    long before = value;
    value = before < 0 ? above : before + above;
    count = number();
    if (value <= before || count <= 0) {
      throw new IllegalStateException("packed cells do not rise, or are empty");
    }
    return true;
  }

  long value() {
    return value;
  }

  long count() {
    return count;
  }

  private long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE && at < end; shift += 7) {
      byte part = bytes[at++];
      number |= (part & 127L) << shift;
      if (part >= 0) {
        return number;
      }
    }
    throw new IllegalStateException("packed cells are cut short");
  }
}
