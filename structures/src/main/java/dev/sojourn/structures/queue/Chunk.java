package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Some cells of a {@link ChunkedQueue}, each used once, with a ticket counter for either side. */
final class Chunk extends ChunkLayout.Padded {
  static final VarHandle CELL = MethodHandles.arrayElementVarHandle(Object[].class);
  static final VarHandle ADDED;
  static final VarHandle TAKEN;
  static final VarHandle NEXT;

  /** In a cell whose element is gone, or that a consumer gave up before there was one. */
  static final Object USED = new Object();

  static {
    try {
      var lookup = MethodHandles.lookup();
      ADDED = lookup.findVarHandle(ChunkLayout.Added.class, "added", int.class);
      TAKEN = lookup.findVarHandle(ChunkLayout.Taken.class, "taken", int.class);
      NEXT = lookup.findVarHandle(Chunk.class, "next", Chunk.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Null in the last chunk; the chunk itself once the head has left it. */
  Chunk next;

  Chunk(int length) {
    super(new Object[length + 2 * Slots.PAD]);
  }

  /** A chunk that begins with an element; published by whoever links it. */
  Chunk(int length, Object first) {
    this(length);
    cells[Slots.PAD] = first;
    added = 1;
  }

  int length() {
    return cells.length - 2 * Slots.PAD;
  }

  Object cell(int ticket) {
    return CELL.getAcquire(cells, Slots.PAD + ticket);
  }

  boolean put(int ticket, Object element) {
    return CELL.compareAndSet(cells, Slots.PAD + ticket, null, element);
  }

  /**
   * Ends a cell that a consumer holds the ticket of, and tells what was in it. An element once seen
   * there stays there: only its consumer takes it away.
   */
  Object use(int ticket, Object seen) {
    if (seen == null) {
      return CELL.getAndSet(cells, Slots.PAD + ticket, USED);
    }
    CELL.setRelease(cells, Slots.PAD + ticket, USED);
    return seen;
  }

  int added() {
    return (int) ADDED.getVolatile(this);
  }

  int taken() {
    return (int) TAKEN.getVolatile(this);
  }

  Chunk next() {
    return (Chunk) NEXT.getVolatile(this);
  }

  long footprintBytes() {
    return Footprint.object(48 * Long.BYTES + 2 * Integer.BYTES, 2)
        + Footprint.array(cells.length, Footprint.referenceBytes());
  }
}
