/**
 * What two sets of numbers allow one to say: pure functions from records to verdicts.
 *
 * <p>The fork is the unit of evidence: its score is the median of its measurement iterations, and
 * everything is done on natural logarithms, so that a ratio of 2 and one of 1/2 weigh alike. Forks
 * that ran interleaved are compared in pairs, by the Hodges-Lehmann estimate with the exact
 * interval of the signed-rank test; forks of runs taken apart are compared by Welch's interval,
 * widened by what two sessions on the same machine differ anyway.
 */
@NullMarked
package dev.sojourn.results.compare;

import org.jspecify.annotations.NullMarked;
