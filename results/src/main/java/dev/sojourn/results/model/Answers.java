package dev.sojourn.results.model;

import java.util.SortedMap;

/**
 * The gate before timing: did all methods of a study answer alike at one parameter point?
 *
 * @param study fully qualified class name
 * @param params parameter point
 * @param compared how many answers of each method were compared
 * @param digests digest of the answers by method
 * @param differingShare share of answers that differ from the baseline's, by method
 * @param allowedShare share up to which a difference is expected (approximate structures); 0 for
 *     exact ones
 */
public record Answers(
    String study,
    SortedMap<String, String> params,
    long compared,
    SortedMap<String, String> digests,
    SortedMap<String, Double> differingShare,
    double allowedShare) {}
