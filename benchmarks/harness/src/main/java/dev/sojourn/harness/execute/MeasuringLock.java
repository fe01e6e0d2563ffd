package dev.sojourn.harness.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One measurement at a time on this machine: a lock file every run takes for as long as it lasts.
 *
 * <p>The lock belongs to the process and dies with it, so a killed run leaves none behind; the file
 * itself stays and says who holds the lock, or held it last.
 */
public final class MeasuringLock {
  /*
   * Implementation notes. The locked byte lies far behind the text, because some systems refuse to
   * let others read what is locked. The file is opened without the wish to create it when it
   * exists: in a shared temporary directory, Linux refuses that wish for another user's file even
   * where everybody may write.
   */
  private static final Path SHARED = Path.of("/tmp");
  private static final String FILE = "sojourn-measuring.lock";
  private static final long LOCKED_BYTE = 1L << 40;
  private static final int MAX_HOLDER_BYTES = 400;
  private static final Duration POLL = Duration.ofMillis(500);

  private final Path file;

  private MeasuringLock(Path file) {
    this.file = file;
  }

  /**
   * The lock all runs on this machine share.
   *
   * @return the machine's lock
   */
  public static MeasuringLock ofMachine() {
    return at(directory().resolve(FILE));
  }

  /** One place for all users, even those who gave their JVM a temporary folder of their own. */
  private static Path directory() {
    return Files.isWritable(SHARED) ? SHARED : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /**
   * A lock of another scope.
   *
   * @param file the lock file; created when missing
   * @return the lock
   */
  public static MeasuringLock at(Path file) {
    return new MeasuringLock(file);
  }

  /** The lock, while it is held. */
  public static final class Held implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private Held(FileChannel channel, FileLock lock) {
      this.channel = channel;
      this.lock = lock;
    }

    /** Gives the lock back; a second call does nothing. */
    @Override
    public void close() {
      try (channel) {
        if (lock.isValid()) {
          lock.release();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot release the measuring lock", e);
      }
    }
  }

  /** Another run has the lock, and the caller did not want to wait. */
  public static final class HeldByAnotherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HeldByAnotherException(String message) {
      super(message);
    }
  }

  /**
   * Takes the lock if it is free.
   *
   * @param label what the run is called, for others who meet the lock
   * @return the lock, or empty if another run holds it
   */
  public Optional<Held> tryAcquire(String label) {
    try {
      FileChannel channel = open();
      try {
        Optional<Held> held = lock(channel);
        if (held.isPresent()) {
          sign(channel, label);
        } else {
          channel.close();
        }
        return held;
      } catch (IOException e) {
        channel.close(); // and with it the lock
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot use the lock file " + file + "; make room for it, or remove it", e);
    }
  }

  /**
   * Takes the lock, or fails at once.
   *
   * @param label what the run is called
   * @return the lock
   * @throws HeldByAnotherException if another run holds it; the message says which
   */
  public Held acquireNow(String label) {
    return tryAcquire(label)
        .orElseThrow(
            () ->
                new HeldByAnotherException(
                    "another measurement is running on this machine ("
                        + holder()
                        + "); wait for it"));
  }

  /**
   * Takes the lock, waiting for whoever holds it.
   *
   * @param label what the run is called
   * @param message told once, if there is somebody to wait for
   * @return the lock
   * @throws InterruptedException if interrupted while waiting
   */
  public Held await(String label, Consumer<String> message) throws InterruptedException {
    Optional<Held> held = tryAcquire(label);
    if (held.isEmpty()) {
      message.accept("waiting for the measurement that is running (" + holder() + ")");
    }
    while (held.isEmpty()) {
      Thread.sleep(POLL);
      held = tryAcquire(label);
    }
    return held.get();
  }

  /**
   * Who holds the lock, or held it last.
   *
   * @return process and label
   */
  public String holder() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer text = ByteBuffer.allocate(MAX_HOLDER_BYTES);
      channel.read(text, 0);
      String signed = StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
      return signed.isEmpty() ? "by an unknown process" : signed;
    } catch (IOException e) {
      return "by an unknown process";
    }
  }

  private FileChannel open() throws IOException {
    try {
      return openExisting();
    } catch (NoSuchFileException e) {
      create();
      return openExisting();
    }
  }

  private FileChannel openExisting() throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void create() throws IOException {
    try {
      Files.createFile(file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (FileAlreadyExistsException e) {
      // Another run was quicker; its file is as good.
    } catch (UnsupportedOperationException e) {
      // No POSIX permissions here: whoever may use the directory may use the file.
    }
  }

  private static Optional<Held> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false))
          .map(lock -> new Held(channel, lock));
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // held by another run in this very process
    }
  }

  private static void sign(FileChannel channel, String label) throws IOException {
    byte[] text =
        ("process " + ProcessHandle.current().pid() + ", run " + label)
            .getBytes(StandardCharsets.UTF_8);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text, 0, Math.min(text.length, MAX_HOLDER_BYTES)), 0);
  }
}
