package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Reading and writing JSON the way this package does: bounded on the way in, the same on every
 * system on the way out.
 */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonParsers.FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter PRETTY = MAPPER.writer(new ShallowPrinter());

  private Json() {}

  static byte[] bytes(JsonNode node) throws JsonProcessingException {
    byte[] json = PRETTY.writeValueAsBytes(node);
    byte[] withEnd = Arrays.copyOf(json, json.length + 1);
    withEnd[json.length] = '\n';
    return withEnd;
  }

  /** A way to read that may give up on whatever it did not expect. */
  @FunctionalInterface
  interface Quick<T> {
    T read(byte[] bytes) throws IOException;
  }

  /**
   * Reads the bytes of a file by a quick way. What that gives up on is read the other way, which
   * alone decides whether anything is wrong, and says what.
   */
  static <T> T read(
      Path file, byte[] bytes, String wayOut, Quick<T> quick, Function<Node, T> decode)
      throws LedgerException {
    try {
      return quick.read(bytes);
    } catch (IOException | RuntimeException givenUp) {
      return decoded(file, bytes, wayOut, decode);
    }
  }

  /** As text, which unlike bytes may hold halves of characters. */
  static String text(JsonNode node) {
    try {
      return PRETTY.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always writable", e);
    }
  }

  /** Reads a file; whatever its bytes are, the only exception is the one that names it. */
  static <T> T read(Path file, String wayOut, Function<Node, T> decode) throws LedgerException {
    return decoded(file, JsonParsers.bytes(file, wayOut), wayOut, decode);
  }

  private static <T> T decoded(Path file, byte[] bytes, String wayOut, Function<Node, T> decode)
      throws LedgerException {
    try {
      return decode.apply(Node.root(MAPPER.readTree(bytes)));
    } catch (JsonProcessingException e) {
      throw new LedgerException(file, "not JSON, or cut short: " + brief(e), wayOut, e);
    } catch (IOException | RuntimeException e) {
      throw new LedgerException(file, message(e), wayOut, e);
    }
  }

  static String brief(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return e.getOriginalMessage().lines().findFirst().orElse("") + where;
  }

  static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
