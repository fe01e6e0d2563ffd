package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sojourn.results.model.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a listing shows of a run, read without reading the run. */
record Head(String machine, Label label, Instant startedAt, boolean finished) {
  private static final int END_BYTES = 16;

  /**
   * Reads the first fields and looks whether the file has its end; a file that is not so is {@link
   * Malformed}.
   */
  static Head read(Path file) throws IOException {
    Fields fields = new Fields();
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = JsonParsers.FACTORY.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("no run of this tool: it is no JSON object");
      }
      while (!fields.complete() && json.nextToken() == JsonToken.FIELD_NAME) {
        fields.take(json);
      }
    }
    RunReader.requireFormat(fields.format);
    requireEnd(file);
    return fields.head();
  }

  private static void requireEnd(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer end = ByteBuffer.allocate(END_BYTES);
      channel.read(end, Math.max(0, channel.size() - END_BYTES));
      String text = new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1);
      if (!text.stripTrailing().endsWith("}")) {
        throw new Malformed("cut short");
      }
    }
  }

  private static final class Fields {
    private long format = -1;
    private @Nullable String label;
    private @Nullable String startedAt;
    private @Nullable String machine;
    private boolean finishedSeen;
    private boolean finished;

    boolean complete() {
      return format != -1
          && (format > RunWriter.FORMAT
              || (label != null && startedAt != null && machine != null && finishedSeen));
    }

    void take(JsonParser json) throws IOException {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "format" -> format = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : 0;
        case "label" -> label = json.getValueAsString();
        case "startedAt" -> startedAt = json.getValueAsString();
        case "finishedAt" -> {
          finishedSeen = true;
          finished = value == JsonToken.VALUE_STRING;
        }
        case "machine" -> machine = value == JsonToken.START_OBJECT ? machineName(json) : null;
        default -> json.skipChildren();
      }
    }

    /** Leaves the parser at the object's end. */
    private static @Nullable String machineName(JsonParser json) throws IOException {
      String name = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean here = json.currentName().equals("name");
        json.nextToken();
        name = here ? json.getValueAsString() : name;
        json.skipChildren();
      }
      return name;
    }

    Head head() {
      if (label == null || startedAt == null || machine == null) {
        throw new Malformed(
            "cut short or no run of this tool: label, startedAt or machine is missing");
      }
      return new Head(machine, new Label(label), Instant.parse(startedAt), finished);
    }
  }
}
