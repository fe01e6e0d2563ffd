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
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation seals one record as TLS does: an IV of 12 bytes that is new for every record, 13
 * bytes of additional data, a reused {@link javax.crypto.Cipher}, output into a buffer that exists.
 * When a fork ends, its last record is opened by an independent cipher and compared.
 */
@Study(
    week = 42,
    question = "What does sealing a record cost, and from which size on does the cipher matter?",
    insight =
        "Time follows a + b n. Below about a kilobyte the fixed part dominates, which is the"
            + " initialisation with a new IV and not the cipher; above it AES with hardware support"
            + " leaves ChaCha20 behind, and the longer AES key costs its extra rounds only.",
    source = "Duplys & Schmitz 15-16; RFC 5246, 6.2.3.3; RFC 7905; RFC 8446, 5.3",
    batch = 8,
    heapMegabytes = 512,
    tour = "bytes=1024")
@Claim(subject = "aes256Gcm", ratioAtMost = 1.4)
@Claim(subject = "aes256Gcm", ratioAtLeast = 1.0, where = "bytes=16384")
@Claim(subject = "chacha20Poly1305", ratioAtLeast = 2.0, where = "bytes=16384")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class AeadBench {
  @Param({"64", "1024", "16384"})
  int bytes;

  @Baseline
  @Benchmark
  public int aes128Gcm(Aes128Gcm suite, TailClock clock) throws GeneralSecurityException {
    return clock.lap(suite.sender.sealNext());
  }

  @Benchmark
  public int aes256Gcm(Aes256Gcm suite, TailClock clock) throws GeneralSecurityException {
    return clock.lap(suite.sender.sealNext());
  }

  @Benchmark
  public int chacha20Poly1305(ChaCha20Poly1305 suite, TailClock clock)
      throws GeneralSecurityException {
    return clock.lap(suite.sender.sealNext());
  }

  /** AES-128-GCM. */
  @State(Scope.Thread)
  public static class Aes128Gcm {
    private Sender sender;

    @Setup
    public void prepare(AeadBench study) throws GeneralSecurityException {
      sender = new Sender(Suite.AES_128_GCM, study.bytes);
    }

    @TearDown
    public void check() throws GeneralSecurityException {
      sender.checkLast();
    }
  }

  /** AES-256-GCM. */
  @State(Scope.Thread)
  public static class Aes256Gcm {
    private Sender sender;

    @Setup
    public void prepare(AeadBench study) throws GeneralSecurityException {
      sender = new Sender(Suite.AES_256_GCM, study.bytes);
    }

    @TearDown
    public void check() throws GeneralSecurityException {
      sender.checkLast();
    }
  }

  /** ChaCha20-Poly1305. */
  @State(Scope.Thread)
  public static class ChaCha20Poly1305 {
    private Sender sender;

    @Setup
    public void prepare(AeadBench study) throws GeneralSecurityException {
      sender = new Sender(Suite.CHACHA20_POLY1305, study.bytes);
    }

    @TearDown
    public void check() throws GeneralSecurityException {
      sender.checkLast();
    }
  }
}
