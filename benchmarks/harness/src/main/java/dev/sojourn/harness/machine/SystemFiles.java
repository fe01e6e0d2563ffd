package dev.sojourn.harness.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files in which Linux describes the machine; where one is missing or unreadable, there is
 * simply no answer.
 */
final class SystemFiles {
  private final Path root;

  SystemFiles(Path root) {
    this.root = root;
  }

  /** The whole text without surrounding blanks; empty when missing, unreadable or blank. */
  Optional<String> text(String path) {
    try {
      byte[] bytes = Files.readAllBytes(root.resolve(path));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip())
          .filter(t -> !t.isEmpty());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  List<String> lines(String path) {
    return text(path).map(String::lines).map(Stream::toList).orElse(List.of());
  }

  /** The value of the first {@code key : value} line of a file. */
  Optional<String> field(String path, String key) {
    return lines(path).stream()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
        .map(parts -> parts[1].strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Folders directly under a path, sorted by name. */
  List<String> folders(String path) {
    try (Stream<Path> entries = Files.list(root.resolve(path))) {
      return entries
          .filter(Files::isDirectory)
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  /** The words of a text that is not blank. */
  static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  /** A whole number, if the file holds one. */
  Optional<Long> number(String path) {
    return text(path).flatMap(SystemFiles::parse);
  }

  static Optional<Long> parse(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
