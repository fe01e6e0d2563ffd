package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;

/** More {@code long}s than one array can hold: chunks of a power of two, the last one shorter. */
final class LongCells {
  private final long size;
  private final int chunkBits;
  private final int mask;
  private final long[][] chunks;

  LongCells(long size, int chunkBits) {
    this.size = size;
    this.chunkBits = chunkBits;
    this.mask = (1 << chunkBits) - 1;
    this.chunks = new long[Math.toIntExact((size + mask) >>> chunkBits)][];
    for (int i = 0; i < chunks.length; i++) {
      long left = size - ((long) i << chunkBits);
      chunks[i] = new long[(int) Math.min(left, 1L << chunkBits)];
    }
  }

  long size() {
    return size;
  }

  long get(long index) {
    return chunks[(int) (index >>> chunkBits)][(int) index & mask];
  }

  void set(long index, long value) {
    chunks[(int) (index >>> chunkBits)][(int) index & mask] = value;
  }

  long footprintBytes() {
    long bytes =
        Footprint.object(Long.BYTES + 2 * Integer.BYTES, 1)
            + Footprint.array(chunks.length, Footprint.referenceBytes());
    for (long[] chunk : chunks) {
      bytes += Footprint.array(chunk.length, Long.BYTES);
    }
    return bytes;
  }
}
