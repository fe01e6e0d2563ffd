package dev.sojourn.structures.sets;

import java.util.Arrays;

/** The oracle: a label for each element, rewritten whole at every merge. */
final class NaiveLabels {
  private final int[] label;

  NaiveLabels(int size) {
    label = new int[size];
    reset();
  }

  void reset() {
    Arrays.setAll(label, i -> i);
  }

  boolean union(int a, int b) {
    int kept = label[a];
    int dropped = label[b];
    for (int i = 0; i < label.length; i++) {
      label[i] = label[i] == dropped ? kept : label[i];
    }
    return kept != dropped;
  }

  boolean connected(int a, int b) {
    return label[a] == label[b];
  }

  int count() {
    return (int) Arrays.stream(label).distinct().count();
  }

  /** Labels renumbered in the order of their first elements. */
  int[] compact() {
    int[] order = Arrays.stream(label).distinct().toArray();
    return Arrays.stream(label).map(l -> indexOf(order, l)).toArray();
  }

  private static int indexOf(int[] array, int value) {
    int i = 0;
    while (array[i] != value) {
      i++;
    }
    return i;
  }
}
