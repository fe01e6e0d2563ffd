package dev.sojourn.structures.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Words outside the heap, in as many buffers as it takes. */
final class DirectWords implements Words {
  /*
   * Implementation notes. A buffer is addressed by an int, so the words are spread over segments
   * of one gibibyte. Each begins on a line of 64 bytes, and a segment is a whole number of blocks,
   * so no block straddles lines or segments under any collector. The memory is given back when the
   * collector finds the filter unreachable, as with every direct buffer.
   */
  private static final VarHandle WORD =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int SEGMENT_SHIFT = 27;
  private static final int LINE_BYTES = 64;

  private final ByteBuffer[] segments;
  private final long size;
  private final int shift;
  private final int mask;
  private final boolean shared;

  DirectWords(long size, boolean shared) {
    this(size, shared, SEGMENT_SHIFT);
  }

  /** With segments of {@code 1 << shift} words, at least a block of eight. */
  DirectWords(long size, boolean shared, int shift) {
    this.size = size;
    this.shared = shared;
    this.shift = shift;
    this.mask = (1 << shift) - 1;
    this.segments = new ByteBuffer[Math.toIntExact((size + mask) >>> shift)];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = allocate(Math.min(1L << shift, size - ((long) i << shift)));
    }
  }

  /** Whole lines and one more, because the slice gives up what is unaligned at either end. */
  private static ByteBuffer allocate(long words) {
    long lines = (words * Long.BYTES + LINE_BYTES - 1) / LINE_BYTES;
    int bytes = Math.toIntExact((lines + 1) * LINE_BYTES);
    return ByteBuffer.allocateDirect(bytes).alignedSlice(LINE_BYTES);
  }

  @Override
  public long size() {
    return size;
  }

  private ByteBuffer segment(long index) {
    return segments[(int) (index >>> shift)];
  }

  private int offset(long index) {
    return ((int) index & mask) * Long.BYTES;
  }

  @Override
  public long get(long index) {
    ByteBuffer segment = segment(index);
    int offset = offset(index);
    return shared ? (long) WORD.getOpaque(segment, offset) : (long) WORD.get(segment, offset);
  }

  @Override
  public long or(long index, long bits) {
    ByteBuffer segment = segment(index);
    int offset = offset(index);
    long before = get(index);
    if ((before & bits) == bits) {
      return before;
    }
    if (shared) {
      return (long) WORD.getAndBitwiseOr(segment, offset, bits);
    }
    WORD.set(segment, offset, before | bits);
    return before;
  }

  @Override
  public void clear() {
    for (long i = 0; i < size; i++) {
      WORD.setOpaque(segment(i), offset(i), 0L);
    }
  }

  /** Segments end with what aligning them left over. */
  @Override
  public String strayBit() {
    for (int i = 0; i < segments.length; i++) {
      for (int at = usedBytes(i); at < segments[i].capacity(); at++) {
        if (segments[i].get(at) != 0) {
          return "byte " + at + " of segment " + i + ", behind its last word, is not zero";
        }
      }
    }
    return null;
  }

  private int usedBytes(int segment) {
    return (int) Math.min(1L << shift, size - ((long) segment << shift)) * Long.BYTES;
  }
}
