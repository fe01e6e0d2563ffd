/**
 * The records everything else passes around: what a run is, what it measured, where and how.
 *
 * <p>Values only: no file is read and nothing is computed here beyond what a record must guarantee
 * about itself.
 */
@NullMarked
package dev.sojourn.results.model;

import org.jspecify.annotations.NullMarked;
