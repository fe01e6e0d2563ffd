package dev.sojourn.harness.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a recorded schedule: a text file with one whole number of nanoseconds in each line. Blank
 * lines and lines that begin with {@code #} are skipped.
 *
 * <p><b>Costs.</b> One pass, 8 bytes of memory for a request, at most {@value #MOST_REQUESTS} of
 * them; a longer file is refused, and so is a line that no number is as long as.
 */
public final class ArrivalsFile {
  /** Requests in a file at most. */
  public static final int MOST_REQUESTS = 20_000_000;

  private static final int LONGEST_LINE = 200;

  /** What the numbers of a file are. */
  public enum Column {
    /** Each is the time from the start of the recording until the request. */
    OFFSETS,
    /** Each is the time from the request before, or from the start, until the request. */
    INTERVALS
  }

  private final String name;
  private final Column column;
  private final int most;
  private long[] offsets = new long[1024];
  private int count;
  private int line;

  private ArrivalsFile(String name, Column column, int most) {
    this.name = name;
    this.column = column;
    this.most = most;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param column what its numbers are
   * @return the schedule
   * @throws IOException when the file cannot be read
   * @throws ArrivalsFormatException naming line and value, when it is no schedule
   */
  public static Arrivals read(Path file, Column column) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.toString(), column, MOST_REQUESTS);
    }
  }

  static Arrivals read(InputStream in, String name, Column column, int most) throws IOException {
    ArrivalsFile file = new ArrivalsFile(name, column, most);
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        file.line(text);
      } else if (text.length() < LONGEST_LINE) {
        text.append((char) c);
      } else {
        throw file.wrong(text + "...", "is longer than any number");
      }
    }
    file.line(text);
    return file.schedule();
  }

  private void line(StringBuilder content) {
    line++;
    String text = content.toString().strip();
    content.setLength(0);
    if (!text.isEmpty() && text.charAt(0) != '#') {
      add(text, number(text));
    }
  }

  private long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw wrong(text, "is no whole number of nanoseconds");
    }
    throw wrong(text, "is below 0");
  }

  private void add(String text, long number) {
    long last = count == 0 ? 0 : offsets[count - 1];
    long offset = column == Column.OFFSETS ? number : last + number;
    if (offset < 0 || offset == Arrivals.END) {
      throw wrong(text, "leads beyond 292 years");
    }
    if (offset < last) {
      throw wrong(text, "is less than the line before, " + last + "; sort the file");
    }
    if (count == most) {
      throw wrong(text, "is one request more than the " + most + " allowed; cut the file");
    }
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * count);
    }
    offsets[count++] = offset;
  }

  private Arrivals schedule() {
    if (count < 2 || offsets[0] == offsets[count - 1]) {
      throw new ArrivalsFormatException(
          name
              + " holds "
              + count
              + " requests; a schedule needs at least two at different times, one number a line");
    }
    return Arrivals.replayed(Arrays.copyOf(offsets, count));
  }

  private ArrivalsFormatException wrong(String value, String problem) {
    return new ArrivalsFormatException(name + ", line " + line + ": \"" + value + "\" " + problem);
  }
}
