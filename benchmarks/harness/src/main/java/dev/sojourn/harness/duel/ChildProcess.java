package dev.sojourn.harness.duel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time, with everything it starts: bounded in time and in what is kept of its
 * output, and ended with all its descendants when it is late or no longer wanted.
 *
 * <p><b>Threads.</b> {@link #run} from one thread at a time; {@link #stop} from any.
 */
public final class ChildProcess {
  /*
   * Implementation notes. A forked JVM of JMH is a grandchild of this process. Once its parent is
   * dead nothing links it to us any more, so descendants are listed before their parent is ended.
   * Output is read by a thread of its own, because a grandchild that survives for a moment keeps
   * the pipe open: that thread is waited for, but not for ever.
   */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final AtomicBoolean stopped = new AtomicBoolean();
  private @Nullable Process running;

  /** Nothing runs yet. */
  public ChildProcess() {}

  /**
   * How a process ended.
   *
   * @param exitCode its exit code
   * @param late whether it was ended because its time was over
   * @param stopped whether it was ended because it was no longer wanted
   * @param output its lines, standard output and error as they came; the middle is left out when
   *     there were thousands
   */
  public record Ended(int exitCode, boolean late, boolean stopped, List<String> output) {
    /** Copies the lines. */
    public Ended {
      output = List.copyOf(output);
    }

    /**
     * Whether the process did what it was asked to.
     *
     * @return true after exit code 0
     */
    public boolean well() {
      return exitCode == 0 && !late && !stopped;
    }
  }

  /**
   * Runs a command to its end.
   *
   * @param command program and arguments
   * @param directory where it runs
   * @param limit how long it may take
   * @param listener told every line, on a thread of its own
   * @return how it ended
   * @throws IOException if it cannot be started
   * @throws InterruptedException if interrupted; the process is then ended
   */
  public Ended run(List<String> command, Path directory, Duration limit, Consumer<String> listener)
      throws IOException, InterruptedException {
    BoundedOutput output = new BoundedOutput(listener);
    Process process = start(command, directory);
    try {
      Thread drain =
          Thread.ofPlatform()
              .daemon()
              .name("child-output")
              .start(() -> output.drain(process.getInputStream()));
      boolean late = !process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (late) {
        end(process);
        process.waitFor();
      }
      drain.join(LAST_WORDS);
      return new Ended(process.exitValue(), late, stopped.get(), output.lines());
    } finally {
      end(process);
      forget();
    }
  }

  /**
   * Runs a command to its end, listening to nothing but what is kept.
   *
   * @param command program and arguments
   * @param limit how long it may take
   * @return how it ended
   * @throws IOException if it cannot be started
   * @throws InterruptedException if interrupted; the process is then ended
   */
  public static Ended run(List<String> command, Duration limit)
      throws IOException, InterruptedException {
    return new ChildProcess().run(command, Path.of(""), limit, line -> {});
  }

  private synchronized Process start(List<String> command, Path directory) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    running = process;
    if (stopped.get()) {
      end(process);
    }
    return process;
  }

  private synchronized void forget() {
    running = null;
  }

  /** Ends what runs, and whatever would be run later. */
  public void stop() {
    stopped.set(true);
    synchronized (this) {
      if (running != null) {
        end(running);
      }
    }
  }

  boolean isStopped() {
    return stopped.get();
  }

  private static void end(Process process) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
