/**
 * Points of a Euclidean space, to be found by nearness or by a box.
 *
 * <table class="striped">
 * <caption>The family. n points, d dimensions, h hits; averages for points without a pattern made
 * against the tree, in few dimensions</caption>
 * <thead>
 * <tr><th scope="col">structure</th><th scope="col">build, change</th>
 * <th scope="col">nearest</th><th scope="col">box</th><th scope="col">bytes per point</th>
 * <th scope="col">threads</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@link dev.sojourn.structures.spatial.KdTree}</th><td>O(n log n)</td>
 * <td>O(log n) on average, O(n) at worst</td><td>O(n<sup>1 - 1/d</sup> + h)</td>
 * <td>8 d + 4, and about a half</td><td>immutable</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.spatial.DynamicKdTree}</th>
 * <td>O(log&sup2; n) amortised, O(n log n) at worst</td><td>the same in O(log n) trees</td>
 * <td>the same in O(log n) trees</td><td>the same; at most twice that with tombstones</td>
 * <td>one</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Queries go through a {@link dev.sojourn.structures.spatial.KdSearch}, one for each thread.
 *
 * <p>The JDK has no counterpart. <b>Prefer instead</b> a plain scan over arrays for a few hundred
 * points or in more than about sixteen dimensions; a sorted array in one dimension.
 *
 * <p><b>Sources.</b> Bentley, <i>Multidimensional binary search trees used for associative
 * searching</i>, CACM 1975; Friedman, Bentley and Finkel, <i>An algorithm for finding best matches
 * in logarithmic expected time</i>, TOMS 1977; Arya and Mount, <i>Algorithms for fast vector
 * quantization</i>, DCC 1993 (distances by offsets along each axis); Bentley and Saxe,
 * <i>Decomposable searching problems I: static-to-dynamic transformation</i>, Journal of Algorithms
 * 1980.
 */
package dev.sojourn.structures.spatial;
