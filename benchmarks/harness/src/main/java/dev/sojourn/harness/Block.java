package dev.sojourn.harness;

/**
 * A stretch of the curriculum with one theme.
 *
 * @param name the theme
 * @param weeks its weeks
 */
public record Block(String name, WeekRange weeks) {}
