/**
 * What a reader sees of a run: text for a terminal, Markdown for a pull request, one offline HTML
 * page, CSV and JSON.
 *
 * <p>Nothing is inferred here. Ratios, intervals, verdicts and outcomes come from {@code
 * dev.sojourn.results.compare}; this package chooses units, words and shapes, and escapes whatever
 * came from the data.
 */
@NullMarked
package dev.sojourn.results.report;

import org.jspecify.annotations.NullMarked;
