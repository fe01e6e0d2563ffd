package dev.sojourn.results.report;

/**
 * One week of a curriculum, as a page shows it.
 *
 * @param week place in the curriculum, from 1
 * @param block name of the block it belongs to
 * @param title what the week is about, in a few words
 * @param question the question of the week
 */
public record WeekCard(int week, String block, String title, String question) {}
