package dev.sojourn.results.store;

import dev.sojourn.results.model.Cells;
import org.jspecify.annotations.Nullable;

/** A run's histograms one after another, as a {@link RunPacker} packed them. */
final class PackedCells {
  private final byte @Nullable [] bytes;
  private int at;
  private Cells.Layout layout = Cells.NONE.layout();

  /** All cells; null when each histogram is to be without a value. */
  PackedCells(byte @Nullable [] bytes) {
    this.bytes = bytes;
  }

  /** The next histogram, by what is told of it. */
  Cells next(PackedReader told) {
    long lowest = told.number();
    long highest = told.number();
    int digits = told.integer();
    long total = told.number();
    int size = told.integer();
    int length = told.integer();
    if (bytes == null) {
      return Cells.NONE;
    }
    boolean plausible = size >= 0 && 2L * size <= length && total >= size;
    if (!plausible || length > bytes.length - at) {
      throw new Malformed("");
    }
    int from = at;
    at += length;
    return Cells.packed(layout(lowest, highest, digits), bytes, from, at, size, total);
  }

  /** Neighbours mostly have the same. */
  private Cells.Layout layout(long lowest, long highest, int digits) {
    if (layout.lowest() != lowest || layout.highest() != highest || layout.digits() != digits) {
      layout = new Cells.Layout(lowest, highest, digits);
    }
    return layout;
  }
}
