/**
 * Disjoint sets: a partition of {@code 0 .. n-1} that only ever grows coarser.
 *
 * <table class="striped">
 * <caption>The family. n elements, m operations; costs are per operation, amortised over m &ge; n
 * </caption>
 * <thead>
 * <tr><th scope="col">variant</th><th scope="col">linking</th><th scope="col">find shortens by</th>
 * <th scope="col">worst case, amortised</th><th scope="col">bytes per element</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code REM_SPLICING}</th><td>greater index</td><td>halving</td>
 * <td>above the inverse Ackermann function for hostile orders</td><td>4</td></tr>
 * <tr><th scope="row">{@code RANK_HALVING}</th><td>rank</td><td>halving</td>
 * <td>inverse Ackermann</td><td>5</td></tr>
 * <tr><th scope="row">{@code RANK_SPLITTING}</th><td>rank</td><td>splitting</td>
 * <td>inverse Ackermann</td><td>5</td></tr>
 * <tr><th scope="row">{@code RANK_COMPRESSION}</th><td>rank</td><td>compression, two passes</td>
 * <td>inverse Ackermann</td><td>5</td></tr>
 * <tr><th scope="row">{@code SIZE_HALVING}</th><td>size</td><td>halving</td>
 * <td>inverse Ackermann</td><td>4</td></tr>
 * <tr><th scope="row">{@code NAIVE}</th><td>none</td><td>nothing</td><td>O(n)</td><td>4</td></tr>
 * </tbody>
 * </table>
 *
 * <p>What else users of partitions ask for has a class of its own, so that nobody pays for it:
 *
 * <table class="striped">
 * <caption>The relatives of {@code DisjointSet}</caption>
 * <thead>
 * <tr><th scope="col">structure</th><th scope="col">what it adds</th><th scope="col">find, union
 * </th><th scope="col">bytes per element</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code EnumerableDisjointSet}</th><td>size and members of a set</td>
 * <td>inverse Ackermann, amortised</td><td>8</td></tr>
 * <tr><th scope="row">{@code RollbackDisjointSet}</th><td>merges taken back, last first</td>
 * <td>O(log n), worst case</td><td>4, and 8 a merge</td></tr>
 * <tr><th scope="row">{@code ParityDisjointSet}</th><td>two sides, odd cycles</td>
 * <td>inverse Ackermann, amortised</td><td>5</td></tr>
 * <tr><th scope="row">{@code ConcurrentDisjointSet}</th><td>any number of threads, lock-free</td>
 * <td>O(log n), expected, undisturbed</td><td>4</td></tr>
 * <tr><th scope="row">{@code LongDisjointSet}</th><td>more than 2<sup>31</sup> elements</td>
 * <td>as {@code REM_SPLICING}</td><td>8</td></tr>
 * <tr><th scope="row">{@code ObjectDisjointSet}</th><td>objects, added at any time</td>
 * <td>one hash look-up, then inverse Ackermann</td><td>about 70</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The JDK has no counterpart. <b>Prefer instead</b> a breadth-first search when the whole graph
 * is at hand and is asked only once: it is linear and gives paths too. Sets that must split again
 * need a dynamic-connectivity structure, which this is not.
 *
 * <p><b>Sources.</b> Galler and Fischer, <i>An improved equivalence algorithm</i>, CACM 1964 (the
 * forest); Tarjan, <i>Efficiency of a good but not linear set union algorithm</i>, JACM 1975 (the
 * inverse Ackermann bound); Dijkstra, <i>A Discipline of Programming</i>, 1976 (Rem's algorithm);
 * Tarjan and van Leeuwen, <i>Worst-case analysis of set union algorithms</i>, JACM 1984 (halving,
 * splitting, and the price of Rem's algorithm); Patwary, Blair and Manne, <i>Experiments on
 * union-find algorithms for the disjoint-set data structure</i>, SEA 2010 (which variant is fastest
 * in practice).
 */
package dev.sojourn.structures.sets;
