package dev.sojourn.networking.echo;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation is one request and its whole reply on a kept connection without Nagle's algorithm.
 * The client blocks on a platform thread in every method and compares the reply with the request;
 * only the server differs. Client and server share the machine, so a cost per byte is paid twice.
 */
@Study(
    week = 33,
    question = "What does a round trip over loopback TCP cost, and who should wait for the bytes?",
    insight =
        "Most of a small round trip is two wake-ups in the kernel. For a single connection a"
            + " blocked thread needs the fewest system calls; a selector adds one a turn, and a"
            + " virtual thread adds a hand-over from its poller. Those two buy scale, not latency.",
    source = "Flitton & Morton 1-4",
    heapMegabytes = 512,
    tour = "bytes=1024",
    tourMethods = {"selector", "virtualThreads"})
@Claim(subject = "selector", ratioAtLeast = 1.0, where = "bytes=64")
@Claim(subject = "virtualThreads", ratioAtLeast = 1.0, where = "bytes=64")
@Claim(subject = "virtualThreads", ratioAtMost = 2.0)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class LoopbackEchoBench {
  @Param({"64", "1024", "16384"})
  int bytes;

  @Baseline
  @Benchmark
  public long platformThreads(Platform link, TailClock clock) throws IOException {
    return clock.lap(link.client.exchange());
  }

  @Benchmark
  public long selector(Select link, TailClock clock) throws IOException {
    return clock.lap(link.client.exchange());
  }

  @Benchmark
  public long virtualThreads(Virtual link, TailClock clock) throws IOException {
    return clock.lap(link.client.exchange());
  }

  /** One platform thread for each connection. */
  @State(Scope.Thread)
  public static class Platform {
    private EchoServer server;
    private EchoClient client;

    @Setup
    public void open(LoopbackEchoBench study) throws IOException {
      server = ThreadEchoServer.onPlatformThreads();
      client = EchoClient.connect(server.address(), study.bytes);
    }

    @TearDown
    public void close() {
      client.close();
      server.close();
    }
  }

  /** One thread and a selector for all connections. */
  @State(Scope.Thread)
  public static class Select {
    private EchoServer server;
    private EchoClient client;

    @Setup
    public void open(LoopbackEchoBench study) throws IOException {
      server = SelectorEchoServer.open();
      client = EchoClient.connect(server.address(), study.bytes);
    }

    @TearDown
    public void close() {
      client.close();
      server.close();
    }
  }

  /** One virtual thread for each connection. */
  @State(Scope.Thread)
  public static class Virtual {
    private EchoServer server;
    private EchoClient client;

    @Setup
    public void open(LoopbackEchoBench study) throws IOException {
      server = ThreadEchoServer.onVirtualThreads();
      client = EchoClient.connect(server.address(), study.bytes);
    }

    @TearDown
    public void close() {
      client.close();
      server.close();
    }
  }
}
