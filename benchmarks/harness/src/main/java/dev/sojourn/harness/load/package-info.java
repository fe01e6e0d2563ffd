/**
 * Open-loop load: requests start when they are due, whether or not the one before has ended, and a
 * latency counts from the moment a request was due.
 *
 * <p>Everything here runs on a {@link dev.sojourn.harness.load.NanoClock}, so that a whole
 * experiment can be played on a clock that only the experiment moves.
 */
@NullMarked
package dev.sojourn.harness.load;

import org.jspecify.annotations.NullMarked;
