package dev.sojourn.harness.load;

/**
 * A run at one rate and what it is worth.
 *
 * @param perSecond requests per second
 * @param result what was seen
 * @param verdict what that is worth
 */
public record LoadRung(double perSecond, LoadResult result, LoadVerdict verdict) {}
