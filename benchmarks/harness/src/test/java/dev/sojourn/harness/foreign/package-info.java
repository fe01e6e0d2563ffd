/** A JMH project that is none of ours, for the tests of what must work for anyone's. */
@NullMarked
package dev.sojourn.harness.foreign;

import org.jspecify.annotations.NullMarked;
