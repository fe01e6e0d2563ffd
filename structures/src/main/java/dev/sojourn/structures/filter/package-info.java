/**
 * Approximate membership: sets that answer "certainly absent" or "probably present" in a few bits a
 * key.
 *
 * <table class="striped">
 * <caption>The family: {@code BloomFilter} in its two layouts, at one false positive in a hundred
 * </caption>
 * <thead>
 * <tr><th scope="col">layout</th><th scope="col">bits per key</th>
 * <th scope="col">cache lines per query</th><th scope="col">put, query</th>
 * <th scope="col">prefer when</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code SECTORISED_512}</th><td>10.1</td>
 * <td>1 where the array is aligned, at most 2</td>
 * <td>O(1), 8 words</td><td>the filter outgrows the cache</td></tr>
 * <tr><th scope="row">{@code CLASSIC}</th><td>9.6</td>
 * <td>up to 7, about 2 for an absent key</td>
 * <td>O(k), k = 7</td><td>every bit counts, or the rate is below one in a thousand</td></tr>
 * </tbody>
 * </table>
 *
 * <table class="striped">
 * <caption>Its relatives, at one false positive in a hundred</caption>
 * <thead>
 * <tr><th scope="col">class</th><th scope="col">bits per key</th>
 * <th scope="col">cache lines per query</th><th scope="col">put, query</th>
 * <th scope="col">prefer when</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code SplitBlockBloomFilter}</th><td>10.5</td><td>1, half of it</td>
 * <td>O(1), 4 words</td><td>a Parquet file wants it</td></tr>
 * <tr><th scope="row">{@code CountingBloomFilter}</th><td>38</td><td>up to 7</td>
 * <td>O(k), k = 7</td><td>keys must be removed</td></tr>
 * <tr><th scope="row">{@code ScalableBloomFilter}</th><td>15 to 40</td><td>1 for each filter</td>
 * <td>O(log of the growth)</td><td>nobody knows how many keys will come</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The JDK has no counterpart. <b>Prefer instead</b> a hash set while the keys fit in memory: it
 * is exact, and can forget a key and list them all. A set that never changes after it was built is
 * smaller as a fuse or ribbon filter, which this package does not have.
 *
 * <p><b>Sources.</b> Bloom, <i>Space/time trade-offs in hash coding with allowable errors</i>, CACM
 * 1970; Putze, Sanders and Singler, <i>Cache-, hash- and space-efficient Bloom filters</i>, WEA
 * 2007 (blocks of one cache line, and their true error); Lang, Neumann, Kemper and Boncz,
 * <i>Performance-optimal filtering: Bloom overtakes Cuckoo at high throughput</i>, PVLDB 2019
 * (sectorised blocks); Fan, Cao, Almeida and Broder, <i>Summary cache</i>, 1998 (counters);
 * Almeida, Baquero, Preguica and Hutchison, <i>Scalable Bloom filters</i>, 2007; the Apache Parquet
 * format.
 */
package dev.sojourn.structures.filter;
