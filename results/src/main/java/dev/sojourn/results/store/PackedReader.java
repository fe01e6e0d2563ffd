package dev.sojourn.results.store;

import dev.sojourn.results.model.Arm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Values as a {@link PackedWriter} wrote them. Whatever else the bytes are, there comes an
 * exception and nothing larger than they are.
 */
final class PackedReader {
  private final ByteBuffer bytes;
  private final List<String> texts;
  private final List<Arm> arms;

  PackedReader(ByteBuffer bytes) {
    this.bytes = bytes;
    this.texts = new ArrayList<>();
    count(1, texts, this::characters);
    this.arms = new ArrayList<>();
    count(1, arms, this::parts);
  }

  private String characters() {
    byte[] utf8 = new byte[count(1)];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private Arm parts() {
    return new Arm(text(), text(), map(this::text));
  }

  /** Whether all has been read. */
  boolean ended() {
    return !bytes.hasRemaining();
  }

  /** Goes into a block; all that is in it must be read. */
  void enter() {
    count(1);
  }

  void passOver() {
    int length = count(1);
    bytes.position(bytes.position() + length);
  }

  String text() {
    return texts.get(integer());
  }

  Arm arm() {
    return arms.get(integer());
  }

  int integer() {
    return Math.toIntExact(number());
  }

  long number() {
    byte part = bytes.get();
    long number = part & 127;
    for (int shift = 7; part < 0; shift += 7) {
      if (shift >= Long.SIZE) {
        throw new Malformed("");
      }
      part = bytes.get();
      number |= (part & 127L) << shift;
    }
    return number;
  }

  double real() {
    return bytes.getDouble();
  }

  boolean truth() {
    return bytes.get() != 0;
  }

  Instant instant() {
    return Instant.ofEpochSecond(number(), integer());
  }

  List<Double> reals() {
    Double[] numbers = new Double[count(Double.BYTES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = real();
    }
    return List.of(numbers);
  }

  <T> List<T> list(Supplier<T> element) {
    List<T> elements = new ArrayList<>();
    count(1, elements, element);
    return elements;
  }

  private <T> void count(int leastBytes, List<T> elements, Supplier<T> element) {
    int count = count(leastBytes);
    for (int i = 0; i < count; i++) {
      elements.add(element.get());
    }
  }

  <T> SortedMap<String, T> map(Supplier<T> value) {
    SortedMap<String, T> map = new TreeMap<>();
    int count = count(1);
    for (int i = 0; i < count; i++) {
      map.put(text(), value.get());
    }
    return map;
  }

  /** How many follow, of so many bytes each at least: never more than there is room for. */
  private int count(int leastBytes) {
    long count = number();
    if (count < 0 || count > bytes.remaining() / leastBytes) {
      throw new Malformed("");
    }
    return (int) count;
  }
}
