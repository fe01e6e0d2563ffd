package dev.sojourn.harness.noise;

import dev.sojourn.harness.system.SystemFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the platform does to a process that does nothing, in a process of its own.
 *
 * <p>A meter that breaks down, for whatever reason, says why once and measures nothing from then
 * on; it never throws and never keeps its caller waiting for more than a few seconds.
 *
 * <p><b>Costs.</b> While it measures, about half a percent of a processor; none in between.
 *
 * <p><b>Threads.</b> One at a time; {@link #close} from any.
 */
public final class HiccupMeter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Small, quiet and quick to start; its statistics file would be written to disk now and then. */
  private static final List<String> JVM =
      List.of(
          "-Xms16m",
          "-Xmx16m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xshare:auto");

  /** What the reading thread says when the meter's output has ended. */
  private static final String SILENCE = "its process ended";

  private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
  private final Consumer<String> message;
  private final Duration patience;
  private final @Nullable Process process;
  private volatile boolean broken;
  private volatile boolean closed;
  private String lastWords = "";
  private long periodNanos;

  private HiccupMeter(List<String> command, Duration patience, Consumer<String> message) {
    this.message = message;
    this.patience = patience;
    this.process = started(command);
    if (process != null) {
      Thread.ofPlatform().daemon().name("hiccup-replies").start(this::listen);
      periodNanos = expect(HiccupMain.READY).flatMap(SystemFiles::parse).orElse(0L);
    }
  }

  /**
   * Starts the meter's process and waits until it is ready.
   *
   * @param message told once, if hiccups cannot be measured
   * @return the meter, idle
   */
  public static HiccupMeter start(Consumer<String> message) {
    return start(command(), PATIENCE, message);
  }

  static HiccupMeter start(List<String> command, Duration patience, Consumer<String> message) {
    return new HiccupMeter(command, patience, message);
  }

  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(HiccupMain.class.getName());
    return List.copyOf(command);
  }

  /** Begins an interval; what was counted before is forgotten. */
  public void begin() {
    ask(HiccupMain.BEGIN, HiccupMain.BEGUN);
  }

  /**
   * Ends the interval.
   *
   * @return delays since its begin, in nanoseconds; empty when they could not be measured
   */
  public Optional<Histogram> end() {
    Optional<Histogram> counts =
        ask(HiccupMain.END, HiccupMain.COUNTS).flatMap(HiccupCounts::parse);
    if (counts.isEmpty()) {
      fail("its counts were damaged");
    }
    return counts.filter(histogram -> histogram.getTotalCount() > 0);
  }

  /** How long it sleeps each time; 0 when it broke down before it could say. */
  long periodNanos() {
    return periodNanos;
  }

  /** The process, for whoever wants to look at it; empty when it could not be started. */
  Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).map(Process::toHandle);
  }

  /** Ends the meter's process. */
  @Override
  public void close() {
    closed = true;
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private @Nullable Process started(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      fail(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void listen() {
    if (process == null) {
      return;
    }
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      in.lines().forEach(replies::add);
    } catch (IOException | RuntimeException e) {
      // A broken pipe says the same as its end.
    }
    replies.add(SILENCE);
  }

  private Optional<String> ask(String command, String reply) {
    if (broken || closed || process == null) {
      return Optional.empty();
    }
    try {
      OutputStream in = process.getOutputStream();
      in.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
      in.flush();
    } catch (IOException e) {
      // Its last words, if any, are among the replies.
    }
    return expect(reply);
  }

  /**
   * The rest of the line that starts as it should; whatever else the process says is remembered.
   */
  private Optional<String> expect(String reply) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (String line = next(deadline); line != null; line = next(deadline)) {
        if (line.equals(SILENCE)) {
          return failed(lastWords.isEmpty() ? SILENCE : lastWords);
        }
        if (line.equals(reply) || line.startsWith(reply + " ")) {
          return Optional.of(line.substring(reply.length()).strip());
        }
        lastWords = line;
      }
      return failed("no answer within " + patience.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("interrupted");
    }
  }

  private @Nullable String next(long deadline) throws InterruptedException {
    return replies.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** Whether it stopped measuring for good, otherwise than by being closed. */
  boolean isBroken() {
    return broken;
  }

  private Optional<String> failed(String reason) {
    fail(reason);
    return Optional.empty();
  }

  private void fail(String reason) {
    boolean first = !broken && !closed;
    broken = true;
    if (process != null) {
      process.destroyForcibly();
    }
    if (first) {
      message.accept("hiccups are not measured: " + reason);
    }
  }
}
