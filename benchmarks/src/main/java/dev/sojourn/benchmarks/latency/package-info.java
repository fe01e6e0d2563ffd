/**
 * Studies of latency itself: what clocks, samplers and waiting clients make of the same service.
 */
@NullMarked
package dev.sojourn.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
