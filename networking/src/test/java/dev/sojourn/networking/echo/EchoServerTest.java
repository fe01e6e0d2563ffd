package dev.sojourn.networking.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class EchoServerTest {
  static Stream<Named<Callable<EchoServer>>> servers() {
    return Stream.of(
        Named.of("platform threads", ThreadEchoServer::onPlatformThreads),
        Named.of("virtual threads", ThreadEchoServer::onVirtualThreads),
        Named.of("selector", SelectorEchoServer::open));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void repliesCarryTheNumbersOfTheirRequests(Callable<EchoServer> opening) throws Exception {
    for (int bytes : new int[] {8, 64, 1024, 16384, 1 << 20}) {
      try (EchoServer server = opening.call();
          EchoClient client = EchoClient.connect(server.address(), bytes)) {
        assertThat(client.exchange()).as("%d bytes", bytes).isEqualTo(1);
        assertThat(client.exchange()).as("%d bytes", bytes).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void connectionsAreServedSideBySide(Callable<EchoServer> opening) throws Exception {
    try (EchoServer server = opening.call();
        EchoClient first = EchoClient.connect(server.address(), 64);
        EchoClient second = EchoClient.connect(server.address(), 128)) {
      for (int i = 1; i <= 100; i++) {
        assertThat(first.exchange()).isEqualTo(i);
        assertThat(second.exchange()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyByteComesBackThoughTheClientReadsLate(Callable<EchoServer> opening) throws Exception {
    byte[] sent = new byte[8 << 20];
    new Random(7).nextBytes(sent);
    try (EchoServer server = opening.call();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Socket socket = connect(server.address())) {
      var writing =
          writer.submit(
              () -> {
                socket.getOutputStream().write(sent);
                socket.shutdownOutput();
                return sent.length;
              });

      byte[] received = socket.getInputStream().readAllBytes();

      assertThat(writing.get(30, TimeUnit.SECONDS)).isEqualTo(sent.length);
      assertThat(received).isEqualTo(sent);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void clientThatLeavesTakesNobodyWithIt(Callable<EchoServer> opening) throws Exception {
    try (EchoServer server = opening.call()) {
      EchoClient gone = EchoClient.connect(server.address(), 64);
      gone.exchange();
      gone.close();

      try (EchoClient staying = EchoClient.connect(server.address(), 64)) {
        assertThat(staying.exchange()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void closingDropsConnectionsAndFreesThePort(Callable<EchoServer> opening) throws Exception {
    EchoServer server = opening.call();
    try (EchoClient client = EchoClient.connect(server.address(), 64)) {
      client.exchange();

      server.close();
      server.close();

      assertThatThrownBy(client::exchange).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> EchoClient.connect(server.address(), 64))
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void serverListensOnLoopbackOnly(Callable<EchoServer> opening) throws Exception {
    try (EchoServer server = opening.call()) {
      assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void clientRefusesRequestsTooShortToNumber() {
    InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    assertThatThrownBy(() -> EchoClient.connect(nowhere, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 8")
        .hasMessageContaining("7");
  }

  private static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(30_000);
    socket.connect(address, 10_000);
    return socket;
  }
}
