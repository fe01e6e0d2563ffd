package dev.sojourn.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.structures.queue.MpmcRing;
import dev.sojourn.structures.queue.SpscRing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom a receiver holds up that stops in the midst of taking. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MailboxTest {
  private static final int CAPACITY = 64;

  static Stream<Named<Mailbox>> withoutASharedLock() {
    return Stream.of(
        Named.of("linkedBlockingQueue", Mailbox.ofLocked(new LinkedBlockingQueue<>(CAPACITY))),
        Named.of("spscRing", Mailbox.ofRing(new SpscRing<>(CAPACITY))),
        Named.of("mpmcRing", Mailbox.ofRing(new MpmcRing<>(CAPACITY))));
  }

  static Stream<Named<Mailbox>> all() {
    return Stream.concat(withoutASharedLock(), Stream.of(Named.of("locked", locked())));
  }

  @ParameterizedTest
  @MethodSource("withoutASharedLock")
  void senderGoesOnWhileTheReceiverStandsStill(Mailbox mailbox) throws InterruptedException {
    Stopped receiver = new Stopped(mailbox);

    assertThat(mailbox.offer(2)).isTrue();
    assertThat(receiver.thread.isAlive()).isTrue();
    receiver.goOn();

    assertThat(taken(mailbox)).containsExactly(2L);
  }

  @Test
  void senderWaitsForTheReceiverThatHoldsTheOneLock() throws InterruptedException {
    Mailbox mailbox = locked();
    Thread sender = new Thread(() -> mailbox.offer(2));

    Stopped receiver = new Stopped(mailbox);

    sender.start();
    while (sender.getState() != Thread.State.WAITING) {
      assertThat(sender.isAlive()).as("sender that should wait").isTrue();
      Thread.onSpinWait();
    }
    assertThat(receiver.thread.isAlive()).isTrue();
    receiver.goOn();
    sender.join();

    assertThat(taken(mailbox)).containsExactly(2L);
  }

  @ParameterizedTest
  @MethodSource("all")
  void drainsInOrderUpToTheLimit(Mailbox mailbox) {
    for (long message = 0; message < 5; message++) {
      assertThat(mailbox.offer(message)).isTrue();
    }
    List<Long> first = new ArrayList<>();

    assertThat(mailbox.drain(first::add, 3)).isEqualTo(3);
    assertThat(first).containsExactly(0L, 1L, 2L);
    assertThat(taken(mailbox)).containsExactly(3L, 4L);
  }

  @ParameterizedTest
  @MethodSource("all")
  void exporterTakesAllBeforeItEnds(Mailbox mailbox) throws InterruptedException {
    List<Long> exported = new ArrayList<>();
    Exporter exporter = new Exporter(mailbox, exported::add);

    for (long message = 0; message < 1000; message++) {
      while (!mailbox.offer(message)) {
        Thread.onSpinWait();
      }
    }
    exporter.end();

    assertThat(exported).hasSize(1000).isSorted();
  }

  @Test
  void deschedulingChoosesTheSameMessagesForTheSameSeed() {
    long nanos = TimeUnit.MICROSECONDS.toNanos(100);
    Descheduling one = new Descheduling(7, 10, nanos);
    Descheduling other = new Descheduling(7, 10, nanos);
    int away = 0;

    for (int i = 0; i < 300; i++) {
      long begin = System.nanoTime();
      one.afterMessage();
      long took = System.nanoTime() - begin;
      other.afterMessage();
      assertThat(one.times()).as("message %d", i).isEqualTo(other.times());
      if (one.times() > away) {
        away++;
        assertThat(took).isGreaterThanOrEqualTo(nanos);
      }
    }
    assertThat(away).isBetween(15, 50);
  }

  @Test
  void withoutAPauseNobodyIsAway() {
    Descheduling never = new Descheduling(7, 1, 0);
    never.afterMessage();

    assertThat(never.times()).isZero();
  }

  private static Mailbox locked() {
    return Mailbox.ofLocked(new ArrayBlockingQueue<>(CAPACITY));
  }

  private static List<Long> taken(Mailbox mailbox) {
    List<Long> taken = new ArrayList<>();
    mailbox.drain(taken::add, CAPACITY);
    return taken;
  }

  /** A receiver that stands still in the midst of taking its first message. */
  private static final class Stopped {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch onwards = new CountDownLatch(1);
    private final Thread thread;

    Stopped(Mailbox mailbox) throws InterruptedException {
      mailbox.offer(1);
      LongConsumer standing =
          message -> {
            reached.countDown();
            awaitOnwards();
          };
      thread = new Thread(() -> mailbox.drain(standing, 1));
      thread.start();
      reached.await();
    }

    private void awaitOnwards() {
      try {
        onwards.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void goOn() throws InterruptedException {
      onwards.countDown();
      thread.join();
    }
  }
}
