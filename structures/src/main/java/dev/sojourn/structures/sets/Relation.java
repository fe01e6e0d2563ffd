package dev.sojourn.structures.sets;

/** What a {@link ParityDisjointSet} knows about two elements. */
public enum Relation {
  /** They are on one side. */
  SAME,
  /** They are on opposite sides. */
  OPPOSITE,
  /** Nothing said so far relates them. */
  UNKNOWN
}
