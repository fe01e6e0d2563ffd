package dev.sojourn.results.store;

import dev.sojourn.results.model.Arm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Values in few bytes, for a {@link PackedReader}; texts and arms are written once each. */
final class PackedWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, Integer> texts;
  private final Map<Arm, Integer> arms;

  PackedWriter() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private PackedWriter(Map<String, Integer> texts, Map<Arm, Integer> arms) {
    this.texts = texts;
    this.arms = arms;
  }

  /** All that was written, after the tables it refers to. */
  byte[] bytes() {
    PackedWriter whole = new PackedWriter(texts, arms);
    PackedWriter armTable = new PackedWriter(texts, arms);
    armTable.list(List.copyOf(arms.keySet()), armTable::parts);
    whole.list(List.copyOf(texts.keySet()), whole::characters);
    whole.bytes.writeBytes(armTable.bytes.toByteArray());
    whole.bytes.writeBytes(bytes.toByteArray());
    return whole.bytes.toByteArray();
  }

  private void characters(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
  }

  private void parts(Arm arm) {
    text(arm.study());
    text(arm.method());
    map(arm.params(), this::text);
  }

  /** A piece that a reader may pass over. */
  void block(Consumer<PackedWriter> content) {
    PackedWriter block = new PackedWriter(texts, arms);
    content.accept(block);
    number(block.bytes.size());
    bytes.writeBytes(block.bytes.toByteArray());
  }

  void text(String text) {
    number(texts.computeIfAbsent(text, t -> texts.size()));
  }

  void arm(Arm arm) {
    number(arms.computeIfAbsent(arm, a -> arms.size()));
  }

  /** Seven bits a byte, the lowest first, the last byte below 128. */
  void number(long number) {
    long rest = number;
    while ((rest & ~127L) != 0) {
      bytes.write((int) ((rest & 127) | 128));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  void real(double number) {
    long bits = Double.doubleToRawLongBits(number);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes.write((int) (bits >>> shift));
    }
  }

  void truth(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  void instant(Instant instant) {
    number(instant.getEpochSecond());
    number(instant.getNano());
  }

  void reals(List<Double> numbers) {
    list(numbers, this::real);
  }

  <T> void list(List<T> elements, Consumer<T> element) {
    number(elements.size());
    elements.forEach(element);
  }

  <T> void map(SortedMap<String, T> map, Consumer<T> value) {
    number(map.size());
    map.forEach(
        (key, held) -> {
          text(key);
          value.accept(held);
        });
  }
}
