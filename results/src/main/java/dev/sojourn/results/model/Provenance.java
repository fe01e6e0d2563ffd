package dev.sojourn.results.model;

import java.util.List;

/**
 * Which code was measured, by which instrument.
 *
 * @param sojournVersion version of this tool
 * @param jmhVersion version of JMH
 * @param gitRevision revision of the checkout, or {@code unknown}
 * @param gitDirty whether the tree had uncommitted changes; true when unknown would be a guess in
 *     our favour
 * @param jvmArguments arguments of every fork
 */
public record Provenance(
    String sojournVersion,
    String jmhVersion,
    String gitRevision,
    boolean gitDirty,
    List<String> jvmArguments) {
  /** Copies the list. */
  public Provenance {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
