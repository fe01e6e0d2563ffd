/**
 * Two JMH jars of anyone's project, measured in turn.
 *
 * <p>Nothing of this tool is inside the jars and nothing of theirs is on its class path: every fork
 * is a child process that runs the jar's own JMH for one benchmark at one parameter point, and only
 * the order, the arguments and the reading of the result file are ours.
 */
@NullMarked
package dev.sojourn.harness.duel;

import org.jspecify.annotations.NullMarked;
