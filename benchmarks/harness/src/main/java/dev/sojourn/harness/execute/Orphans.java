package dev.sojourn.harness.execute;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Forks whose run was killed: they go on until they next report to it, which may take as long as an
 * iteration, and would disturb whoever measures meanwhile.
 */
final class Orphans {
  /*
   * Implementation notes. A fork carries its run's process number among its arguments; it is an
   * orphan when that process is no longer its parent, because the system gives a dead process's
   * children to another. Seen from outside a container, the numbers of the processes within differ
   * from those they know themselves by, so only processes of our own name space are judged; the
   * system shows that of our own user's processes alone. Nobody reads what an orphan measures, so it
   * is ended. Java's own view of a process leaves out arguments longer than a page in all, as a
   * fork's are: hence /proc, and where there is none, no orphans are found.
   */
  private static final String MARK = "-Dsojourn.run.pid=";
  private static final Duration POLL = Duration.ofMillis(100);

  private Orphans() {}

  /** The argument by which a fork of this process is known. */
  static String mark() {
    return MARK + ProcessHandle.current().pid();
  }

  /** Ends all orphans on this machine, and returns when there are none or it was stopped. */
  static void end(Consumer<String> message, BooleanSupplier stopped) {
    List<ProcessHandle> left = find();
    if (!left.isEmpty()) {
      message.accept(
          "ending %d forks that a killed run has left behind: %s"
              .formatted(left.size(), left.stream().map(ProcessHandle::pid).toList()));
    }
    while (!left.isEmpty() && !stopped.getAsBoolean()) {
      left.forEach(ProcessHandle::destroyForcibly);
      pause();
      left = find();
    }
  }

  static List<ProcessHandle> find() {
    return ProcessHandle.allProcesses().filter(Orphans::isOrphan).toList();
  }

  private static boolean isOrphan(ProcessHandle process) {
    Optional<Long> run = run(process);
    return run.isPresent()
        && process.isAlive()
        && nameSpace(process.pid()).equals(nameSpace(ProcessHandle.current().pid()))
        && !process.parent().map(ProcessHandle::pid).equals(run);
  }

  /** The process number of the run that started a fork; empty for all other processes. */
  static Optional<Long> run(ProcessHandle process) {
    return arguments(process)
        .filter(argument -> argument.startsWith(MARK))
        .map(argument -> argument.substring(MARK.length()))
        .filter(pid -> pid.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .findFirst();
  }

  private static Stream<String> arguments(ProcessHandle process) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return Arrays.stream(new String(line, StandardCharsets.ISO_8859_1).split("\0", -1));
    } catch (IOException | RuntimeException e) {
      return Stream.empty();
    }
  }

  private static Optional<Path> nameSpace(long pid) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns", "pid")));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(POLL.toNanos());
  }
}
