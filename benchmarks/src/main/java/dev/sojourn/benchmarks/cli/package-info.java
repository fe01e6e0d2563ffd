/**
 * The command: what a user types, what it prints, how it exits.
 *
 * <p>Nothing here measures, computes or stores; every command is a few lines between the harness
 * and the reports.
 */
@NullMarked
package dev.sojourn.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
