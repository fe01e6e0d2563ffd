package dev.sojourn.networking.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One thread for all connections, blocked in a selector between events. */
public final class SelectorEchoServer implements EchoServer {
  /*
   * Implementation notes. Each connection owns a direct buffer that is either being filled or being
   * emptied. A reply that does not fit into the socket's buffer is kept, and the connection then
   * waits to be writable and reads no further: the peer's own window becomes the limit.
   */
  private final Selector selector;
  private final ServerSocketChannel listener;
  private final InetSocketAddress address;
  private final Thread loop;
  private volatile boolean closed;

  private SelectorEchoServer() throws IOException {
    selector = Selector.open();
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    address = (InetSocketAddress) listener.getLocalAddress();
    loop = Thread.ofPlatform().daemon().name("echo-selector").unstarted(this::run);
  }

  /**
   * Serves all connections by a single thread.
   *
   * @return a server that accepts connections
   * @throws IOException when no port can be bound
   */
  public static SelectorEchoServer open() throws IOException {
    SelectorEchoServer server = new SelectorEchoServer();
    server.loop.start();
    return server;
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    Ending.await(loop);
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::handle);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the selector of " + address + " failed", e);
    } finally {
      selector.keys().forEach(key -> Ending.quietly(key.channel()));
      Ending.quietly(selector);
    }
  }

  private void handle(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        echo(key, (SocketChannel) key.channel(), (ByteBuffer) key.attachment());
      }
    } catch (IOException e) {
      Ending.quietly(key.channel());
    }
  }

  private void accept() throws IOException {
    SocketChannel connection = listener.accept();
    if (connection != null) {
      welcome(connection);
    }
  }

  /** A connection that breaks at once ends alone; the listener stays. */
  private void welcome(SocketChannel connection) {
    try {
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connection.configureBlocking(false);
      connection.register(selector, SelectionKey.OP_READ, ByteBuffer.allocateDirect(BUFFER_BYTES));
    } catch (IOException e) {
      Ending.quietly(connection);
    }
  }

  private static void echo(SelectionKey key, SocketChannel connection, ByteBuffer buffer)
      throws IOException {
    if (key.isReadable()) {
      if (connection.read(buffer) < 0) {
        connection.close();
        return;
      }
      buffer.flip();
    }
    connection.write(buffer);
    int interest = buffer.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (!buffer.hasRemaining()) {
      buffer.clear();
    }
    if (key.interestOps() != interest) {
      key.interestOps(interest);
    }
  }
}
