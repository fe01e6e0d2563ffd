/**
 * Queues and a stack between threads, without locks.
 *
 * <table class="striped">
 * <caption>The family. All are FIFO but the stack; every operation is O(1) without contention</caption>
 * <thead>
 * <tr><th scope="col">class</th><th scope="col">producers, consumers</th><th scope="col">bound</th>
 * <th scope="col">progress of offer, poll</th><th scope="col">bytes</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.SpscRing}</th><td>1, 1</td><td>exact</td>
 * <td>wait-free</td><td>a reference a slot</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.LongSpscRing}</th><td>1, 1</td>
 * <td>exact</td><td>wait-free</td><td>8 a slot</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.MpscRing}</th><td>any, 1</td>
 * <td>exact</td><td>lock-free, waits for claimed slots</td><td>a reference a slot</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.MpmcRing}</th><td>any, any</td>
 * <td>exact</td><td>wait for claimed slots</td><td>8 and a reference a slot</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.LongMpmcRing}</th><td>any, any</td>
 * <td>exact</td><td>wait for claimed slots</td><td>16 a slot</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.MpscChain}</th><td>any, 1</td>
 * <td>none</td><td>wait-free, waits for claimed nodes</td><td>24 an element</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.MichaelScottQueue}</th><td>any, any</td>
 * <td>none</td><td>lock-free</td><td>24 an element</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.ChunkedQueue}</th><td>any, any</td>
 * <td>none</td><td>lock-free</td><td>a reference an element, by the thousand</td></tr>
 * <tr><th scope="row">{@link dev.sojourn.structures.queue.TreiberStack}</th><td>any, any</td>
 * <td>none</td><td>lock-free</td><td>24 an element</td></tr>
 * </tbody>
 * </table>
 *
 * <p>A slot that a ring's thread has claimed and not yet released makes others wait, so these rings
 * are not lock-free in the strict sense; no code of the caller runs in between. All counters are 64
 * bits wide and may wrap.
 *
 * <p>The JDK's counterparts are {@link java.util.concurrent.ArrayBlockingQueue}, {@link
 * java.util.concurrent.LinkedBlockingQueue} and {@link java.util.concurrent.ConcurrentLinkedQueue}.
 * <b>Prefer instead</b> the blocking ones wherever a thread that has nothing to do should sleep.
 */
package dev.sojourn.structures.queue;
