package dev.sojourn.results.compare;

/** How the forks of two arms stood to each other in time. */
public enum Pairing {
  /**
   * They ran in turn, so the fork of one and the fork of the other in a round shared their minute.
   */
  PAIRED,
  /** They ran at different times, so whatever changed on the machine in between is in the ratio. */
  UNPAIRED
}
