/**
 * Sorted maps as trees.
 *
 * <table class="striped">
 *   <caption>The family, with n entries; all costs of treaps are expected</caption>
 *   <thead>
 *     <tr>
 *       <th scope="col">Structure</th>
 *       <th scope="col">Get, put, remove</th>
 *       <th scope="col">Rank, select, count of a range</th>
 *       <th scope="col">Split; join; union of m and n</th>
 *       <th scope="col">Space</th>
 *       <th scope="col">Threads</th>
 *       <th scope="col">JDK counterpart</th>
 *       <th scope="col">Prefer instead</th>
 *     </tr>
 *   </thead>
 *   <tbody>
 *     <tr>
 *       <th scope="row">{@link dev.sojourn.structures.tree.LongTreap}</th>
 *       <td>O(log n)</td>
 *       <td>O(log n), and the sum, least or greatest value of a range</td>
 *       <td>O(log n); O(log n); O(m log(n/m + 1)), m the fewer</td>
 *       <td>28 bytes a slot, 36 with an aggregate</td>
 *       <td>one; snapshots for others</td>
 *       <td>{@link java.util.TreeMap} of {@code Long}</td>
 *       <td>{@code TreapMap} for objects; a sorted array for what never changes</td>
 *     </tr>
 *     <tr>
 *       <th scope="row">{@link dev.sojourn.structures.tree.TreapMap}</th>
 *       <td>O(log n)</td>
 *       <td>O(log n)</td>
 *       <td>not offered</td>
 *       <td>40 bytes an entry</td>
 *       <td>one</td>
 *       <td>{@link java.util.TreeMap}</td>
 *       <td>{@code TreeMap} where ranks are not needed; {@code LongTreap} where a long is enough</td>
 *     </tr>
 *   </tbody>
 * </table>
 *
 * <p>A treap is a search tree by its keys and a heap by its priorities, which are random: it has
 * the shape of a search tree into which the keys came in random order, whatever order they did come
 * in. A search meets about 2 ln n nodes, 1.4 times as many as in a tree of perfect balance; that is
 * the price of moves that never look at balance, and of trees that can be cut and joined.
 *
 * <p><b>Papers.</b>
 *
 * <ul>
 *   <li>C. R. Aragon and R. G. Seidel, Randomized search trees, Foundations of Computer Science,
 *       1989, and R. Seidel and C. R. Aragon, Algorithmica 16, 1996.
 *   <li>G. E. Blelloch and M. Reid-Miller, Fast set operations using treaps, Symposium on Parallel
 *       Algorithms and Architectures, 1998.
 *   <li>J. Vuillemin, A unifying look at data structures, Communications of the ACM 23(4), 1980:
 *       the Cartesian tree.
 * </ul>
 */
package dev.sojourn.structures.tree;
