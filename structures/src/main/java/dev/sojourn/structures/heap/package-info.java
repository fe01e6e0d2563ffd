/**
 * Priority queues over one array.
 *
 * <table class="striped">
 *   <caption>The family, with n elements and d children to a node</caption>
 *   <thead>
 *     <tr>
 *       <th scope="col">Structure</th>
 *       <th scope="col">Peek</th>
 *       <th scope="col">Add</th>
 *       <th scope="col">Poll</th>
 *       <th scope="col">Build; add m</th>
 *       <th scope="col">Space</th>
 *       <th scope="col">Threads</th>
 *       <th scope="col">JDK counterpart</th>
 *       <th scope="col">Prefer instead</th>
 *     </tr>
 *   </thead>
 *   <tbody>
 *     <tr>
 *       <th scope="row">{@link dev.sojourn.structures.heap.LongDaryHeap}</th>
 *       <td>O(1)</td>
 *       <td>O(log<sub>d</sub> n), O(1) on average</td>
 *       <td>O(d log<sub>d</sub> n), without a branch on the keys on the way down</td>
 *       <td>O(n); O(m + log<sup>2</sup> n)</td>
 *       <td>8 + 1/d bytes a slot</td>
 *       <td>one</td>
 *       <td>{@link java.util.PriorityQueue} of {@code Long}</td>
 *       <td>{@code DaryHeap} for objects; a sorted array for a few dozen values</td>
 *     </tr>
 *     <tr>
 *       <th scope="row">{@link dev.sojourn.structures.heap.DaryHeap}</th>
 *       <td>O(1)</td>
 *       <td>O(log<sub>d</sub> n), O(1) on average</td>
 *       <td>O(d log<sub>d</sub> n)</td>
 *       <td>O(n); O(m log<sub>d</sub> n) for small m, else O(n + m)</td>
 *       <td>one reference a slot</td>
 *       <td>one</td>
 *       <td>{@link java.util.PriorityQueue}</td>
 *       <td>{@code LongDaryHeap} where the key fits a long; {@code PriorityQueue} to serialize</td>
 *     </tr>
 *     <tr>
 *       <th scope="row">{@link dev.sojourn.structures.heap.StableDaryHeap}</th>
 *       <td>O(1)</td>
 *       <td>O(log<sub>d</sub> n), O(1) on average</td>
 *       <td>O(d log<sub>d</sub> n), first in, first out among equals</td>
 *       <td>as {@code DaryHeap}</td>
 *       <td>24 bytes an element more</td>
 *       <td>one</td>
 *       <td>none</td>
 *       <td>{@code DaryHeap} where ties do not matter</td>
 *     </tr>
 *     <tr>
 *       <th scope="row">{@link dev.sojourn.structures.heap.IndexedDaryHeap}</th>
 *       <td>O(1)</td>
 *       <td>O(log<sub>d</sub> n), also to decrease a key</td>
 *       <td>O(d log<sub>d</sub> n), also to remove any handle or change its key</td>
 *       <td>O(n); O(m + log<sup>2</sup> n)</td>
 *       <td>12 + 1/d bytes a slot, 4 a handle</td>
 *       <td>one</td>
 *       <td>{@link java.util.TreeSet} of keys and handles</td>
 *       <td>{@code LongDaryHeap} where keys never change</td>
 *     </tr>
 *     <tr>
 *       <th scope="row">{@link dev.sojourn.structures.heap.RadixHeap}</th>
 *       <td>as poll</td>
 *       <td>O(1), keys that do not fall</td>
 *       <td>amortised O(log<sub>16</sub> C) moves for keys within C</td>
 *       <td>O(m)</td>
 *       <td>16.1 bytes an element, up to 257 KiB of blocks not full</td>
 *       <td>one</td>
 *       <td>{@link java.util.PriorityQueue}</td>
 *       <td>{@code LongDaryHeap} where keys may fall</td>
 *     </tr>
 *   </tbody>
 * </table>
 *
 * <p>All but the last choose d of 2, 4, 8 and 16 when constructed; unless told, 4 for objects and 8
 * for longs. Wide nodes make the tree flat and cost comparisons: a dear comparator speaks for 2, a
 * heap far larger than the caches for 4 or 8.
 *
 * <p><b>Papers.</b>
 *
 * <ul>
 *   <li>J. W. J. Williams, Algorithm 232: Heapsort, Communications of the ACM 7(6), 1964.
 *   <li>R. W. Floyd, Algorithm 245: Treesort 3, Communications of the ACM 7(12), 1964: the build in
 *       linear time.
 *   <li>I. Wegener, Bottom-up heapsort, Theoretical Computer Science 118, 1993: to a leaf first,
 *       then up.
 *   <li>A. LaMarca and R. E. Ladner, The influence of caches on the performance of heaps, ACM
 *       Journal of Experimental Algorithmics 1, 1996, and The influence of caches on the
 *       performance of sorting, Journal of Algorithms 31, 1999: d children to a node, siblings in
 *       one cache line.
 *   <li>R. K. Ahuja, K. Mehlhorn, J. B. Orlin and R. E. Tarjan, Faster algorithms for the shortest
 *       path problem, Journal of the ACM 37(2), 1990: radix heaps.
 *   <li>D. E. Knuth, The Art of Computer Programming 3, 5.4.1: trees of winners.
 * </ul>
 */
package dev.sojourn.structures.heap;
