/** Studies of priority queues: what arity, layout and boxing cost at sizes in and out of cache. */
@NullMarked
package dev.sojourn.benchmarks.heap;

import org.jspecify.annotations.NullMarked;
