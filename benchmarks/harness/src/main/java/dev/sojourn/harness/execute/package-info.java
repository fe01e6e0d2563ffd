/**
 * Runs a plan fork by fork, in its interleaved order, and keeps what was measured after every one.
 *
 * <p>{@link dev.sojourn.harness.execute.Session} decides what happens next; {@link
 * dev.sojourn.harness.execute.ForkRunner} is the only part that knows JMH.
 */
@NullMarked
package dev.sojourn.harness.execute;

import org.jspecify.annotations.NullMarked;
