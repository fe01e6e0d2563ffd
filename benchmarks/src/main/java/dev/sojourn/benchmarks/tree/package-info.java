/** Studies of sorted maps: what chance in place of balance costs, and what a flat tree can do. */
@NullMarked
package dev.sojourn.benchmarks.tree;

import org.jspecify.annotations.NullMarked;
