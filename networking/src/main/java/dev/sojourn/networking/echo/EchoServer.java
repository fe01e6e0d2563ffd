package dev.sojourn.networking.echo;

import java.net.InetSocketAddress;

/**
 * A TCP server on a free loopback port that sends back every byte it receives, in order, until it
 * is closed.
 *
 * <p><b>Threads.</b> Serves any number of connections at once; {@code close} may be called from any
 * thread and returns once the server's own threads have ended.
 */
public sealed interface EchoServer extends AutoCloseable
    permits ThreadEchoServer, SelectorEchoServer {
  /** Bytes read at once, and room for the replies of one connection. */
  int BUFFER_BYTES = 64 * 1024;

  /**
   * Where to connect.
   *
   * @return address on the loopback interface
   */
  InetSocketAddress address();

  /** Drops every connection and stops; a second call does nothing. */
  @Override
  void close();
}
