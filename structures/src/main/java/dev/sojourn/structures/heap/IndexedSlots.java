package dev.sojourn.structures.heap;

import java.util.Arrays;

/**
 * The slots of an {@link IndexedDaryHeap} and the moves between them; see the notes there.
 *
 * <p>Every caller passes the shift as a constant where it matters, so that the compiler makes loops
 * of their own for each arity.
 */
final class IndexedSlots {
  static final long PADDING = Long.MAX_VALUE;
  static final int ROOT = LongSift.ROOT;

  /** The position of a handle that is not in the heap; no slot's number. */
  static final int ABSENT = 0;

  /** The key in each slot; free slots hold {@link #PADDING}. */
  long[] keys;

  /** The handle in each slot; anything in a free one. */
  int[] handles;

  /** For each group the offset of its smallest key; anything for a group without one. */
  byte[] winners;

  /** The slot of each handle, or {@link #ABSENT}. */
  final int[] positions;

  /** The slot after the last element. */
  int end = ROOT;

  IndexedSlots(int shift, int capacity, int handleCount) {
    keys = new long[LongSift.lengthFor(shift, capacity)];
    handles = new int[keys.length];
    winners = new byte[LongSift.groupsIn(shift, keys.length)];
    positions = new int[handleCount];
    Arrays.fill(keys, PADDING);
  }

  /** A copy with no more room than its elements need. */
  IndexedSlots(int shift, IndexedSlots other) {
    this(shift, other.size(), other.positions.length);
    end = other.end;
    System.arraycopy(other.keys, ROOT, keys, ROOT, other.size());
    System.arraycopy(other.handles, ROOT, handles, ROOT, other.size());
    System.arraycopy(other.winners, 0, winners, 0, winners.length);
    System.arraycopy(other.positions, 0, positions, 0, positions.length);
  }

  int size() {
    return end - ROOT;
  }

  /** Makes room for a number of elements, of which there are never more than handles. */
  void reserve(int shift, int needed) {
    int capacity = keys.length - ROOT;
    if (needed > capacity) {
      int limit = Math.min(LongSift.mostElements(shift), positions.length);
      resize(shift, LongSift.lengthFor(shift, Growth.next(capacity, needed, limit)));
    }
  }

  private void resize(int shift, int length) {
    long[] otherKeys = Arrays.copyOf(keys, length);
    int[] otherHandles = Arrays.copyOf(handles, length);
    byte[] otherWinners = Arrays.copyOf(winners, LongSift.groupsIn(shift, length));
    Arrays.fill(otherKeys, end, length, PADDING);
    keys = otherKeys;
    handles = otherHandles;
    winners = otherWinners;
  }

  void put(int slot, long key, int handle) {
    keys[slot] = key;
    handles[slot] = handle;
    positions[handle] = slot;
  }

  void append(int shift, long key, int handle) {
    climb(shift, end++, key, handle);
  }

  /** Frees the last slot; the handle in it keeps its position. */
  void dropLast(int shift) {
    end--;
    keys[end] = PADDING;
    if (end > ROOT) {
      crown(shift, end);
    }
  }

  /** Fills the hole at the root with an element that most likely belongs near a leaf. */
  void refillRoot(int shift, long key, int handle) {
    int rest = leaf(shift);
    while (rest > ROOT && keys[rest] > key) {
      rest = ROOT + LongSift.groupOf(shift, rest);
    }
    raise(shift, rest, ROOT, key, handle);
  }

  /** Puts an element where it belongs above or below a slot whose content is no longer wanted. */
  void reseat(int shift, int slot, long key, int handle) {
    if (slot > ROOT && keys[ROOT + LongSift.groupOf(shift, slot)] > key) {
      climb(shift, slot, key, handle);
      return;
    }
    raise(shift, restBelow(shift, slot, key), slot, key, handle);
    if (slot > ROOT) {
      crown(shift, slot);
    }
  }

  /** Puts an element where it belongs on the way up from a slot. */
  void climb(int shift, int hole, long key, int handle) {
    int slot = hole;
    while (slot > ROOT) {
      int group = LongSift.groupOf(shift, slot);
      int above = ROOT + group;
      if (keys[above] <= key) {
        break;
      }
      put(slot, keys[above], handles[above]);
      winners[group] = (byte) (slot - LongSift.firstSlot(shift, group));
      slot = above;
    }
    put(slot, key, handle);
    if (slot > ROOT) {
      challengeWinner(shift, slot);
    }
  }

  /** Orders a node with its subtree, all of whose other nodes are in order already. */
  void sink(int shift, int node) {
    int top = ROOT + node;
    long key = keys[top];
    LongSift.crown(shift, keys, winners, node);
    raise(shift, restBelow(shift, top, key), top, key, handles[top]);
  }

  private void challengeWinner(int shift, int slot) {
    int group = LongSift.groupOf(shift, slot);
    int first = LongSift.firstSlot(shift, group);
    boolean alone = slot == first && slot == end - 1;
    if (alone || keys[slot] < keys[first + winners[group]]) {
      winners[group] = (byte) (slot - first);
    }
  }

  /** The leaf that the winners lead to. */
  private int leaf(int shift) {
    int lastParent = LongSift.groupOf(shift, end - 1);
    int slot = ROOT;
    for (int node = 0; node <= lastParent; node = slot - ROOT) {
      slot = LongSift.firstSlot(shift, node) + winners[node];
    }
    return slot;
  }

  /** The last slot on the way of the winners below a slot that holds less than the key. */
  private int restBelow(int shift, int top, long key) {
    int lastParent = LongSift.groupOf(shift, end - 1);
    int slot = top;
    for (int node = slot - ROOT; node <= lastParent; node = slot - ROOT) {
      int child = LongSift.firstSlot(shift, node) + winners[node];
      if (keys[child] >= key) {
        break;
      }
      slot = child;
    }
    return slot;
  }

  /** Raises the path from a slot to one above by one step, deepest first, and fills the slot. */
  private void raise(int shift, int rest, int top, long key, int handle) {
    long carriedKey = key;
    int carried = handle;
    int slot = rest;
    while (slot > top) {
      long risingKey = keys[slot];
      int rising = handles[slot];
      put(slot, carriedKey, carried);
      crown(shift, slot);
      carriedKey = risingKey;
      carried = rising;
      slot = ROOT + LongSift.groupOf(shift, slot);
    }
    put(top, carriedKey, carried);
  }

  /** Finds the winner of the group that a slot is in. */
  private void crown(int shift, int slot) {
    LongSift.crown(shift, keys, winners, LongSift.groupOf(shift, slot));
  }
}
