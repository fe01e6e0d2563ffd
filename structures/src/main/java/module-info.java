/**
 * Hand-written data structures for Java 17 and later, without a single dependency.
 *
 * <p>Packages are named after the abstraction: each lists its family, the cost of every operation,
 * the paper behind it, and what to prefer instead.
 */
module dev.sojourn.structures {
  exports dev.sojourn.structures.filter;
  exports dev.sojourn.structures.heap;
  exports dev.sojourn.structures.queue;
  exports dev.sojourn.structures.sets;
  exports dev.sojourn.structures.spatial;
  exports dev.sojourn.structures.tree;
}
