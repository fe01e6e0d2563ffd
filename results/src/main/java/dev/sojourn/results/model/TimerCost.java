package dev.sojourn.results.model;

/**
 * What looking at the clock cost on the day, measured by the tool in the same run.
 *
 * @param readNanos one {@code System.nanoTime()}
 * @param granularityNanos smallest step the clock was seen to take
 * @param recordNanos one recorded operation: clock and histogram together
 */
public record TimerCost(double readNanos, double granularityNanos, double recordNanos) {}
