/**
 * Latency distributions: recorded in the fork, carried home as histograms, merged and never
 * averaged.
 */
@NullMarked
package dev.sojourn.harness.tail;

import org.jspecify.annotations.NullMarked;
