package dev.sojourn.structures.heap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Handles with keys as the JDK would keep them: a map, and a queue searched from end to end. */
final class HandleModel {
  private final Map<Integer, Long> keys = new HashMap<>();
  private final PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.comparing(keys::get));

  boolean contains(int handle) {
    return keys.containsKey(handle);
  }

  long keyOf(int handle) {
    return keys.get(handle);
  }

  void put(int handle, long key) {
    remove(handle);
    keys.put(handle, key);
    queue.add(handle);
  }

  void remove(int handle) {
    queue.remove(handle);
    keys.remove(handle);
  }

  long leastKey() {
    return keys.get(queue.element());
  }

  int size() {
    return queue.size();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  void clear() {
    queue.clear();
    keys.clear();
  }

  int[] handles() {
    return keys.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
