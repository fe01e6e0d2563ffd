package dev.sojourn.harness.flame;

import dev.sojourn.harness.duel.ChildProcess;
import dev.sojourn.results.model.FlameEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The profiler, unpacked and tried: where there is one, flame forks can run.
 *
 * <p><b>Costs.</b> {@link #open} takes half a second, of which most is a JVM that tries the
 * profiler.
 */
public final class FlameTool implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Where a profiler comes from; {@link #open} outside of tests. */
  @FunctionalInterface
  public interface Source {
    /**
     * A profiler that works here.
     *
     * @return the profiler; to be closed
     * @throws FlamesRefusedException if there is none
     * @throws InterruptedException if interrupted meanwhile
     */
    FlameTool open() throws InterruptedException;
  }

  private final Path folder;
  private final Path library;
  private final Path page;

  /** A profiler that is known to work, in a folder it may fill. */
  FlameTool(Path folder, Path library) {
    this.folder = folder;
    this.library = library;
    this.page = folder.resolve("page.html");
    // A process that is told to end does not come as far as close; the last named goes first.
    for (Path left : List.of(folder, library, page)) {
      left.toFile().deleteOnExit();
    }
  }

  /**
   * Refuses a system that has no profiler, without doing any work.
   *
   * @throws FlamesRefusedException if there is no library for this system
   */
  public static void requireSystem() {
    String system = System.getProperty("os.name");
    NativeLibrary.require(system, System.getProperty("os.arch"));
  }

  /**
   * Unpacks the profiler and tries it in a process of its own.
   *
   * @return the profiler; to be closed
   * @throws FlamesRefusedException if it cannot run here
   * @throws InterruptedException if interrupted meanwhile
   */
  public static FlameTool open() throws InterruptedException {
    return open(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static FlameTool open(String system, String processor) throws InterruptedException {
    Path folder = FlameFolder.create();
    boolean fit = false;
    try {
      Path library = NativeLibrary.unpack(system, processor, folder);
      tried(library);
      fit = true;
      return new FlameTool(folder, library);
    } finally {
      if (!fit) {
        FlameFolder.delete(folder);
      }
    }
  }

  /** Lets another process use the library. */
  static void tried(Path library) throws InterruptedException {
    ChildProcess.Ended ended;
    try {
      ended = ChildProcess.run(command(library), LIMIT);
    } catch (IOException e) {
      throw new FlamesRefusedException(
          "no JVM can be started to try the profiler (" + e + ")", "leave out --flame");
    }
    if (!ended.well()) {
      throw refused(ended);
    }
  }

  private static FlamesRefusedException refused(ChildProcess.Ended ended) {
    String said = said(ended);
    return said.startsWith(FlameProbe.LOADING)
        ? new FlamesRefusedException(
            "async-profiler: " + said,
            "if "
                + System.getProperty("java.io.tmpdir")
                + " forbids programs, choose another place with -Djava.io.tmpdir=DIR, else leave"
                + " out --flame")
        : new FlamesRefusedException(
            "async-profiler: " + said,
            "take the run on Linux, where its container lets a process set timers for its threads,"
                + " or leave out --flame");
  }

  /** The probe's own last words; of a JVM that died, its first. */
  private static String said(ChildProcess.Ended ended) {
    List<String> lines = ended.output().stream().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return "the process that tried it ended with exit code " + ended.exitCode();
    }
    return ended.exitCode() == FlameProbe.REFUSED ? lines.getLast() : lines.getFirst();
  }

  private static List<String> command(Path library) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        FlameProbe.class.getName(),
        library.toString());
  }

  /** What one fork is asked for; a page that an earlier fork left there is gone. */
  FlameOrder order(FlameEvent event, int iterations) throws IOException {
    Files.deleteIfExists(page);
    return new FlameOrder(library, event, iterations, page);
  }

  /** Removes the library and what a fork may have left beside it. */
  @Override
  public void close() {
    FlameFolder.delete(folder);
  }
}
