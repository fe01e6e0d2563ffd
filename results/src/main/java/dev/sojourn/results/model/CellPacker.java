package dev.sojourn.results.model;

import java.util.Arrays;

/**
 * Packs the cells of a histogram, rising, as {@link Cells} keeps them.
 *
 * <p><b>Threads.</b> One at a time.
 */
public final class CellPacker {
  private static final int MOST_BYTES_A_CELL = 20;

  private byte[] bytes = new byte[1024];
  private int length;
  private int size;
  private long last = -1;
  private long total;

  /** A packer of no cells yet. */
  public CellPacker() {}

  /**
   * The next cell.
   *
   * @param value the largest value it stands for, larger than that of the cell before
   * @param count how many values lie in it
   * @throws IllegalArgumentException when the cell does not rise, is empty, or there are more
   *     values than can be counted
   */
  public void add(long value, long count) {
    if (value <= last || count <= 0 || total + count < 0) {
      throw new IllegalArgumentException(
          "cells must rise and hold values: %d values at %d, after %d values up to %d"
              .formatted(count, value, total, last));
    }
    if (bytes.length - length < MOST_BYTES_A_CELL) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    put(size == 0 ? value : value - last);
    put(count);
    last = value;
    total += count;
    size++;
  }

  private void put(long number) {
    long rest = number;
    while (rest > 127) {
      bytes[length++] = (byte) (rest | 128);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  int size() {
    return size;
  }

  long total() {
    return total;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
