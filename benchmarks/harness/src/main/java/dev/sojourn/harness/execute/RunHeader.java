package dev.sojourn.harness.execute;

import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Provenance;

/**
 * What is known of a run before its first fork.
 *
 * @param label when, in the user's words
 * @param machine where
 * @param provenance which code
 */
public record RunHeader(Label label, Machine machine, Provenance provenance) {}
