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
