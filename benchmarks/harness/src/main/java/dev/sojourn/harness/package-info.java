/**
 * How a study declares itself, how the suite finds it, and what a run of it is.
 *
 * <p>Data flows one way: {@code plan -> interleave -> record -> store}.
 */
@NullMarked
package dev.sojourn.harness;

import org.jspecify.annotations.NullMarked;
