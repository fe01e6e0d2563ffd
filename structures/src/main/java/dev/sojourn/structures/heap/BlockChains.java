package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;

/**
 * Many first-in, first-out queues of pairs of longs that share one array: each is a chain of small
 * blocks, and a block that is used up serves the next queue that grows.
 */
final class BlockChains {
  /*
   * Implementation notes. Queues that grew arrays of their own would keep, all together, many times
   * what is ever held at once. Here it is what is held, and at most two blocks not full for each
   * queue. A block of 512 bytes is long enough to be read in sequence and short enough for queues
   * of a few pairs.
   */
  private static final int BLOCK_SHIFT = 6;

  /** Longs of a block, two for each pair. */
  private static final int BLOCK_LONGS = 1 << BLOCK_SHIFT;

  private static final int NONE = -1;
  private static final int MOST_BLOCKS = Growth.LONGEST_ARRAY >> BLOCK_SHIFT;

  /** Where each queue's first pair is in {@link #pairs}; {@link #NONE} for an empty queue. */
  private final int[] head;

  /** Where each queue's last pair ends; {@link #NONE} for an empty queue. */
  private final int[] tail;

  private long[] pairs = new long[0];

  /** The block after each block: in its queue, or among the unused. */
  private int[] successors = new int[0];

  private int unused = NONE;
  private int unusedBlocks;
  private int blocksTaken;

  BlockChains(int queues) {
    head = new int[queues];
    tail = new int[queues];
    Arrays.fill(head, NONE);
    Arrays.fill(tail, NONE);
  }

  boolean isEmpty(int queue) {
    return head[queue] == NONE;
  }

  long firstKey(int queue) {
    return pairs[head[queue]];
  }

  long firstValue(int queue) {
    return pairs[head[queue] + 1];
  }

  void append(int queue, long key, long value) {
    int at = tail[queue];
    if (at == NONE || (at & (BLOCK_LONGS - 1)) == 0) {
      at = newBlockFor(queue);
    }
    pairs[at] = key;
    pairs[at + 1] = value;
    tail[queue] = at + 2;
  }

  /** Forgets the first pair; there must be one. */
  void removeFirst(int queue) {
    int at = head[queue];
    int next = at + 2;
    if (next == tail[queue]) {
      release(at >> BLOCK_SHIFT);
      head[queue] = NONE;
      tail[queue] = NONE;
    } else if ((next & (BLOCK_LONGS - 1)) == 0) {
      int block = at >> BLOCK_SHIFT;
      head[queue] = successors[block] << BLOCK_SHIFT;
      release(block);
    } else {
      head[queue] = next;
    }
  }

  /** The least key of a queue, which must not be empty. */
  long leastKey(int queue) {
    long least = Long.MAX_VALUE;
    int end = tail[queue];
    int at = head[queue];
    while (true) {
      int block = at >> BLOCK_SHIFT;
      int blockEnd = (block + 1) << BLOCK_SHIFT;
      int after = block == (end - 2) >> BLOCK_SHIFT ? end : blockEnd;
      for (; at < after; at += 2) {
        least = Math.min(least, pairs[at]);
      }
      if (after == end) {
        return least;
      }
      at = successors[block] << BLOCK_SHIFT;
    }
  }

  /** Gives an empty queue all pairs of another. */
  void move(int from, int to) {
    head[to] = head[from];
    tail[to] = tail[from];
    head[from] = NONE;
    tail[from] = NONE;
  }

  /** Empties every queue and keeps the array. */
  void clear() {
    Arrays.fill(head, NONE);
    Arrays.fill(tail, NONE);
    unused = NONE;
    unusedBlocks = 0;
    blocksTaken = 0;
  }

  /** The number of pairs in a queue; O(number of blocks). */
  long count(int queue) {
    long count = 0;
    if (!isEmpty(queue)) {
      int lastBlock = (tail[queue] - 2) >> BLOCK_SHIFT;
      int at = head[queue];
      for (int block = at >> BLOCK_SHIFT; block != lastBlock; block = at >> BLOCK_SHIFT) {
        count += (((block + 1) << BLOCK_SHIFT) - at) >> 1;
        at = successors[block] << BLOCK_SHIFT;
      }
      count += (tail[queue] - at) >> 1;
    }
    return count;
  }

  /** The bytes of this object, its queues and its blocks, used or not. */
  long footprintBytes() {
    return Footprint.object(3 * Integer.BYTES, 4)
        + 2 * Footprint.array(head.length, Integer.BYTES)
        + Footprint.array(pairs.length, Long.BYTES)
        + Footprint.array(successors.length, Integer.BYTES);
  }

  /** The start of a block added to the end of a queue. */
  private int newBlockFor(int queue) {
    int block = take();
    int start = block << BLOCK_SHIFT;
    if (head[queue] == NONE) {
      head[queue] = start;
    } else {
      successors[(tail[queue] - 2) >> BLOCK_SHIFT] = block;
    }
    return start;
  }

  private int take() {
    if (unused != NONE) {
      int block = unused;
      unused = successors[block];
      unusedBlocks--;
      return block;
    }
    if (blocksTaken == successors.length) {
      growTo(blocksTaken + 1L);
    }
    return blocksTaken++;
  }

  /**
   * Makes room for so many blocks, or as many as there can be, so that pairs may change queues and
   * no memory be asked for between.
   */
  void reserveBlocks(int blocks) {
    long wanted = Math.min(MOST_BLOCKS, (long) blocksTaken + blocks - unusedBlocks);
    if (wanted > successors.length) {
      growTo(wanted);
    }
  }

  private void growTo(long blocks) {
    if (blocks > MOST_BLOCKS) {
      throw new OutOfMemoryError(
          "a radix heap holds at most "
              + (long) MOST_BLOCKS * BLOCK_LONGS / 2
              + " elements in full blocks; use several");
    }
    int length = Growth.next(successors.length, blocks, MOST_BLOCKS);
    long[] longer = Arrays.copyOf(pairs, length << BLOCK_SHIFT);
    successors = Arrays.copyOf(successors, length);
    pairs = longer;
  }

  private void release(int block) {
    successors[block] = unused;
    unused = block;
    unusedBlocks++;
  }
}
