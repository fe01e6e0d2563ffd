package dev.sojourn.harness.noise;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HiccupMeter} starts: a process that only sleeps, and tells how much longer it slept
 * than it wanted.
 *
 * <p>Talks in lines. Says {@code ready} and its period in nanoseconds, then answers {@code begin}
 * with {@code begun} and {@code end} with {@code counts} and a histogram. Ends with its input,
 * which is when its parent ends, however that happens.
 */
public final class HiccupMain {
  /*
   * Implementation notes. Commands are obeyed between two sleeps and by the thread that sleeps, so
   * a hiccup that goes on when the end is asked for is still counted, and nothing needs a lock.
   * Between an end and the next begin the thread waits for input and costs nothing.
   */
  static final String READY = "ready";
  static final String BEGIN = "begin";
  static final String BEGUN = "begun";
  static final String END = "end";
  static final String COUNTS = "counts";
  static final String UNKNOWN = "unknown";

  private static final PrintStream REPLIES =
      new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII);

  private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();
  private final long periodNanos;
  private final HiccupRecorder recorder;

  private HiccupMain(long periodNanos) {
    this.periodNanos = periodNanos;
    this.recorder = new HiccupRecorder(periodNanos);
  }

  /**
   * Runs until the input ends.
   *
   * @param args none
   * @throws InterruptedException never in practice: nobody else knows the thread
   */
  public static void main(String[] args) throws InterruptedException {
    HiccupMain meter = new HiccupMain(HiccupPeriod.measuredNanos());
    Thread listener = new Thread(meter::listen, "hiccup-commands");
    listener.setDaemon(true);
    listener.start();
    say(READY + " " + meter.periodNanos);
    meter.run();
  }

  private void listen() {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
      }
    } catch (IOException e) {
      // A broken pipe says the same as its end.
    }
    Runtime.getRuntime().halt(0);
  }

  private void run() throws InterruptedException {
    boolean recording = false;
    while (true) {
      String command = recording ? sleep() : commands.take();
      if (command != null) {
        recording = obey(command, recording);
      }
    }
  }

  /** One sleep; returns what was asked for meanwhile. */
  private @Nullable String sleep() throws InterruptedException {
    long start = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(periodNanos);
    recorder.slept(System.nanoTime() - start);
    return commands.poll();
  }

  private boolean obey(String command, boolean recording) {
    switch (command) {
      case BEGIN -> {
        recorder.reset();
        say(BEGUN);
        return true;
      }
      case END -> {
        say(COUNTS + " " + HiccupCounts.text(recorder.counts()));
        recorder.reset();
        return false;
      }
      default -> {
        say(UNKNOWN + " " + command);
        return recording;
      }
    }
  }

  private static void say(String line) {
    REPLIES.println(line);
    REPLIES.flush();
  }
}
