/** What a calibration measures: code against itself, and against itself slowed by a known share. */
@NullMarked
package dev.sojourn.harness.calibrate;

import org.jspecify.annotations.NullMarked;
