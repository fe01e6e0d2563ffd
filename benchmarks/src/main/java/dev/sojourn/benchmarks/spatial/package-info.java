/** Studies of points in space: how long a tree of them pays, and what one is made of. */
@NullMarked
package dev.sojourn.benchmarks.spatial;

import org.jspecify.annotations.NullMarked;
