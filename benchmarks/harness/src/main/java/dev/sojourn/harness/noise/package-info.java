/** The machine as it was while a fork ran. */
@NullMarked
package dev.sojourn.harness.noise;

import org.jspecify.annotations.NullMarked;
