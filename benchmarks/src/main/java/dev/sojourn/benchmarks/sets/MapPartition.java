package dev.sojourn.benchmarks.sets;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A partition as one writes it with the JDK alone: a map from each element to its parent, paths
 * halved on the way up, the smaller set linked below the larger. Dense integers as elements favour
 * the maps: their hashes never collide.
 */
final class MapPartition<E> {
  private final Collection<E> elements;
  private final Map<E, E> parents;
  private final Map<E, Integer> sizes = new HashMap<>();
  private int sets;

  MapPartition(Collection<E> elements) {
    this.elements = List.copyOf(elements);
    this.parents = HashMap.newHashMap(elements.size());
    reset();
  }

  void reset() {
    for (E element : elements) {
      parents.put(element, element);
    }
    sizes.clear();
    sets = elements.size();
  }

  void union(E a, E b) {
    E rootA = find(a);
    E rootB = find(b);
    if (!rootA.equals(rootB)) {
      link(rootA, rootB);
      sets--;
    }
  }

  boolean connected(E a, E b) {
    return find(a).equals(find(b));
  }

  int count() {
    return sets;
  }

  /** The smaller set goes below the larger; a root that no map of sizes knows stands alone. */
  private void link(E a, E b) {
    int sizeA = sizes.getOrDefault(a, 1);
    int sizeB = sizes.getOrDefault(b, 1);
    E root = sizeA < sizeB ? b : a;
    parents.put(root.equals(a) ? b : a, root);
    sizes.put(root, sizeA + sizeB);
  }

  private E find(E element) {
    E node = element;
    E parent = parentOf(node);
    while (!parent.equals(node)) {
      E grandparent = parentOf(parent);
      parents.put(node, grandparent);
      node = grandparent;
      parent = parentOf(node);
    }
    return node;
  }

  private E parentOf(E element) {
    E parent = parents.get(element);
    if (parent == null) {
      throw new IllegalArgumentException(element + " is not an element of this partition");
    }
    return parent;
  }
}
