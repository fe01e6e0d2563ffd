package dev.sojourn.crypto.aead;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import java.security.GeneralSecurityException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation checks and decrypts one record out of a ring that was sealed beforehand, each with
 * an IV and additional data of its own, with a reused {@link javax.crypto.Cipher}.
 */
@Study(
    week = 42,
    question = "What does opening a record cost, which must be checked before it may be used?",
    insight =
        "Opening does the work of sealing and compares a tag, so the two should cost the same: a"
            + " difference is the implementation's, which must not hand out a byte before the tag"
            + " is found right.",
    source = "Duplys & Schmitz 15-16; RFC 8446, 5.2 and 5.3",
    batch = 8,
    heapMegabytes = 512)
@Claim(subject = "aes256Gcm", ratioAtMost = 1.4)
@Claim(subject = "chacha20Poly1305", ratioAtLeast = 2.0, where = "bytes=16384")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class AeadOpenBench {
  @Param({"64", "1024", "16384"})
  int bytes;

  @Baseline
  @Benchmark
  public long aes128Gcm(Aes128Gcm suite, TailClock clock) throws GeneralSecurityException {
    return clock.lap(suite.receiver.openNext());
  }

  @Benchmark
  public long aes256Gcm(Aes256Gcm suite, TailClock clock) throws GeneralSecurityException {
    return clock.lap(suite.receiver.openNext());
  }

  @Benchmark
  public long chacha20Poly1305(ChaCha20Poly1305 suite, TailClock clock)
      throws GeneralSecurityException {
    return clock.lap(suite.receiver.openNext());
  }

  /** AES-128-GCM. */
  @State(Scope.Thread)
  public static class Aes128Gcm {
    private Receiver receiver;

    @Setup
    public void prepare(AeadOpenBench study) throws GeneralSecurityException {
      receiver = new Receiver(Suite.AES_128_GCM, study.bytes);
    }
  }

  /** AES-256-GCM. */
  @State(Scope.Thread)
  public static class Aes256Gcm {
    private Receiver receiver;

    @Setup
    public void prepare(AeadOpenBench study) throws GeneralSecurityException {
      receiver = new Receiver(Suite.AES_256_GCM, study.bytes);
    }
  }

  /** ChaCha20-Poly1305. */
  @State(Scope.Thread)
  public static class ChaCha20Poly1305 {
    private Receiver receiver;

    @Setup
    public void prepare(AeadOpenBench study) throws GeneralSecurityException {
      receiver = new Receiver(Suite.CHACHA20_POLY1305, study.bytes);
    }
  }
}
