package dev.sojourn.networking.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** One thread for each connection, blocked in a read between requests. */
public final class ThreadEchoServer implements EchoServer {
  private final ThreadFactory threads;
  private final ServerSocket listener;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private ThreadEchoServer(ThreadFactory threads) throws IOException {
    this.threads = threads;
    this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /**
   * Serves each connection by a thread of the operating system.
   *
   * @return a server that accepts connections
   * @throws IOException when no port can be bound
   */
  public static ThreadEchoServer onPlatformThreads() throws IOException {
    return new ThreadEchoServer(Thread.ofPlatform().daemon().name("echo-", 0).factory());
  }

  /**
   * Serves each connection by a virtual thread.
   *
   * @return a server that accepts connections
   * @throws IOException when no port can be bound
   */
  public static ThreadEchoServer onVirtualThreads() throws IOException {
    return new ThreadEchoServer(Thread.ofVirtual().name("echo-", 0).factory());
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  @Override
  public void close() {
    closed = true;
    Ending.quietly(listener);
    connections.forEach(Ending::quietly);
    running.forEach(Ending::await);
  }

  private void accept() {
    while (!closed) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!closed) {
          throw new IllegalStateException("cannot accept at " + address(), e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    connections.add(connection);
    if (closed) {
      Ending.quietly(connection);
    }
    start(() -> echo(connection));
  }

  private void echo(Socket connection) {
    try (connection) {
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // The peer has gone or the server is closing: either way this connection is over.
    } finally {
      connections.remove(connection);
    }
  }

  private void start(Runnable task) {
    Thread thread =
        threads.newThread(
            () -> {
              try {
                task.run();
              } finally {
                running.remove(Thread.currentThread());
              }
            });
    running.add(thread);
    thread.start();
  }
}
