package dev.sojourn.networking.echo;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One connection to an echo server, one request at a time, every reply compared with its request.
 *
 * <p><b>Threads.</b> One at a time. A reply that does not come fails after ten seconds.
 */
public final class EchoClient implements AutoCloseable {
  private static final VarHandle NUMBER =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long SEED = 0x4563686fL;
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final byte[] request;
  private final byte[] reply;
  private long sequence;

  private EchoClient(Socket socket, int bytes) {
    this.socket = socket;
    this.request = new byte[bytes];
    this.reply = new byte[bytes];
    new SplittableRandom(SEED).nextBytes(request);
  }

  /**
   * Connects to a server.
   *
   * @param server address of an echo server
   * @param bytes size of every request, at least 8: each carries its number
   * @return a connected client
   * @throws IOException when the server cannot be reached
   */
  public static EchoClient connect(InetSocketAddress server, int bytes) throws IOException {
    if (bytes < Long.BYTES) {
      throw new IllegalArgumentException(
          "bytes must be at least " + Long.BYTES + " to number the requests, was " + bytes);
    }
    Socket socket = new Socket();
    try {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(server, TIMEOUT_MILLIS);
    } catch (IOException e) {
      Ending.quietly(socket);
      throw e;
    }
    return new EchoClient(socket, bytes);
  }

  /**
   * Sends the next request and waits for the whole reply.
   *
   * @return the number that came back, which counts the requests from 1
   * @throws IOException when the connection breaks or times out
   */
  public long exchange() throws IOException {
    NUMBER.set(request, 0, ++sequence);
    socket.getOutputStream().write(request);
    int read = socket.getInputStream().readNBytes(reply, 0, reply.length);
    if (read < reply.length || !Arrays.equals(request, reply)) {
      throw new IOException(
          "reply " + sequence + " differs from its request, " + read + " bytes of " + reply.length);
    }
    return (long) NUMBER.get(reply, 0);
  }

  @Override
  public void close() {
    Ending.quietly(socket);
  }
}
