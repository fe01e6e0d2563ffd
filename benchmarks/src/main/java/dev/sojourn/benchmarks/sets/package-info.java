/** Studies of disjoint sets: what theory's nearly constant step costs in memory. */
@NullMarked
package dev.sojourn.benchmarks.sets;

import org.jspecify.annotations.NullMarked;
