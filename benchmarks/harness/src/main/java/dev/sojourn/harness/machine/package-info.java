/** What can be known of the machine, the code and the clock before anything is measured. */
@NullMarked
package dev.sojourn.harness.machine;

import org.jspecify.annotations.NullMarked;
