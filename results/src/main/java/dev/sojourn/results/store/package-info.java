/**
 * Where runs are kept: a folder per machine, in it a folder per label, in it one {@code run.json}
 * and the histograms.
 *
 * <p>Nothing here is ever changed in place. A file is written beside the old one, forced to the
 * disk and renamed over it, so a stop at any moment leaves the old or the new. A damaged or foreign
 * file is reported by its name and keeps no other from being read.
 */
@NullMarked
package dev.sojourn.results.store;

import org.jspecify.annotations.NullMarked;
