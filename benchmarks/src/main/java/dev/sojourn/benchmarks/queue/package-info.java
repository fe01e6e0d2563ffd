/**
 * Studies of queues between two threads: what a lock costs, what a cache line does, what a box
 * does. Two processors prove nothing about more threads than two.
 */
@NullMarked
package dev.sojourn.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
