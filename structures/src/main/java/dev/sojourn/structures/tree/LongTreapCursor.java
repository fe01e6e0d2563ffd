package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;

import java.util.ConcurrentModificationException;

/**
 * Visits the entries of a {@link LongTreap} in ascending order of their keys: {@code while
 * (cursor.next()) use(cursor.key(), cursor.value());}.
 *
 * <p><b>Costs.</b> {@link #next}: amortised O(1). {@link #seek}, {@link #rewind}: O(log n)
 * expected. Nothing is allocated but a stack as deep as the tree, once.
 *
 * <p><b>Space.</b> Four bytes for each level of the tree, and a few dozen.
 *
 * <p><b>Threads.</b> One at a time, and only while no other changes the treap.
 *
 * <p><b>Changes.</b> After a key was added or removed, or the treap trimmed, {@code next} throws
 * {@link ConcurrentModificationException} until the cursor is placed again; the entry it stands on
 * remains what it was. A value replaced is seen if its key is yet to come.
 *
 * <p><b>Prefer instead</b> {@link LongTreap#select} for a few entries by number.
 *
 * <p><b>Source.</b> Knuth, The Art of Computer Programming 1, 2.3.1, algorithm T.
 */
public final class LongTreapCursor {
  private final LongTreap treap;
  private final InOrder walk = new InOrder();
  private int expectedChanges;
  private boolean onEntry;
  private long key;
  private long value;

  LongTreapCursor(LongTreap treap) {
    this.treap = treap;
    rewind();
  }

  /**
   * Goes before the first entry.
   *
   * @return this cursor
   */
  public LongTreapCursor rewind() {
    walk.start(treap.arena(), treap.root());
    return placed();
  }

  /**
   * Goes before the first entry whose key is at least the one given.
   *
   * @param from any long
   * @return this cursor
   */
  public LongTreapCursor seek(long from) {
    walk.start(treap.arena(), treap.root(), from);
    return placed();
  }

  /**
   * Goes to the next entry.
   *
   * @return false if there is none
   * @throws ConcurrentModificationException if keys have changed since the cursor was placed
   */
  public boolean next() {
    if (treap.changes() != expectedChanges) {
      throw new ConcurrentModificationException(
          "the treap changed under its cursor; place it again with seek or rewind");
    }
    NodeArena arena = treap.arena();
    int slot = walk.next(arena);
    onEntry = slot != NIL;
    if (onEntry) {
      key = arena.keyOf(slot);
      value = arena.values[slot];
    }
    return onEntry;
  }

  /**
   * The key of the entry the cursor is on.
   *
   * @return the key
   * @throws IllegalStateException if it is on none
   */
  public long key() {
    requireEntry();
    return key;
  }

  /**
   * The value of the entry the cursor is on, as it was when the cursor came there.
   *
   * @return the value
   * @throws IllegalStateException if it is on none
   */
  public long value() {
    requireEntry();
    return value;
  }

  private LongTreapCursor placed() {
    expectedChanges = treap.changes();
    onEntry = false;
    return this;
  }

  private void requireEntry() {
    if (!onEntry) {
      throw new IllegalStateException("the cursor is on no entry; next() must return true first");
    }
  }
}
