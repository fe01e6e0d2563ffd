/** Do all methods of a study answer alike? Asked before anything is timed, outside JMH. */
@NullMarked
package dev.sojourn.harness.oracle;

import org.jspecify.annotations.NullMarked;
