package dev.sojourn.results.model;

/**
 * An arm that was planned and could not be measured.
 *
 * @param arm what failed
 * @param stage where: {@code answers}, {@code fork}, {@code missing}
 * @param cause the first line of why
 */
public record Failure(Arm arm, String stage, String cause) {}
