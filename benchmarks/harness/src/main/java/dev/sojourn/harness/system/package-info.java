/** The files in which the kernel describes the machine. */
@NullMarked
package dev.sojourn.harness.system;

import org.jspecify.annotations.NullMarked;
