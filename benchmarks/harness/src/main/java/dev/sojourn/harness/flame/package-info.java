/**
 * Flame graphs: where a method's processor time and allocation go, seen by async-profiler in forks
 * of their own whose numbers are thrown away.
 */
@NullMarked
package dev.sojourn.harness.flame;

import org.jspecify.annotations.NullMarked;
