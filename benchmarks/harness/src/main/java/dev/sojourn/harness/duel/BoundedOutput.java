package dev.sojourn.harness.duel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a process prints, in bounded memory: its first lines, its last lines, and no line longer
 * than is worth reading.
 *
 * <p><b>Threads.</b> {@link #drain} from one thread; {@link #lines} from any, at any time.
 */
final class BoundedOutput {
  private static final int FIRST_LINES = 2_000;
  private static final int LAST_LINES = 200;
  private static final int LONGEST_LINE = 2_000;
  private static final int CHUNK = 8_192;

  private final List<String> first = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private final Consumer<String> listener;

  BoundedOutput(Consumer<String> listener) {
    this.listener = listener;
  }

  /** Reads until the stream ends, whatever it holds. */
  void drain(InputStream stream) {
    char[] chunk = new char[CHUNK];
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      for (int length = reader.read(chunk); length >= 0; length = reader.read(chunk)) {
        for (int i = 0; i < length; i++) {
          take(chunk[i]);
        }
      }
    } catch (IOException e) {
      // The process was ended while it spoke; what it had said is kept.
    }
    endLine();
  }

  private void take(char c) {
    if (c == '\n') {
      endLine();
    } else if (c != '\r' && line.length() < LONGEST_LINE) {
      line.append(c);
    }
  }

  private void endLine() {
    if (!line.isEmpty()) {
      String text = line.toString();
      line.setLength(0);
      keep(text);
      listener.accept(text);
    }
  }

  private synchronized void keep(String text) {
    if (first.size() < FIRST_LINES) {
      first.add(text);
      return;
    }
    if (last.size() == LAST_LINES) {
      last.removeFirst();
    }
    last.addLast(text);
  }

  /** Lines that were not empty, in order; those in the middle are missing when there were many. */
  synchronized List<String> lines() {
    List<String> all = new ArrayList<>(first);
    all.addAll(last);
    return List.copyOf(all);
  }
}
