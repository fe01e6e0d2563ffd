package dev.sojourn.structures.sets;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Numbers for sets that depend on the partition alone. */
final class Labels {
  private Labels() {}

  /** Numbers the sets from 0 by their smallest elements; {@code root} names one member of each. */
  static int[] of(int size, IntUnaryOperator root) {
    int[] labels = new int[size];
    Arrays.fill(labels, -1);
    int next = 0;
    for (int element = 0; element < size; element++) {
      int top = root.applyAsInt(element);
      if (labels[top] < 0) {
        labels[top] = next++;
      }
      labels[element] = labels[top];
    }
    return labels;
  }
}
