package dev.sojourn.harness.system;

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
public final class SystemFiles {
  private final Path root;

  /**
   * The files under some root.
   *
   * @param root where {@code proc} and {@code sys} are
   */
  public SystemFiles(Path root) {
    this.root = root;
  }

  /**
   * The whole text without surrounding blanks.
   *
   * @param path relative to the root
   * @return the text; empty when missing, unreadable or blank
   */
  public Optional<String> text(String path) {
    try {
      byte[] bytes = Files.readAllBytes(root.resolve(path));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip())
          .filter(t -> !t.isEmpty());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The lines of a file.
   *
   * @param path relative to the root
   * @return lines; none when the file is missing, unreadable or blank
   */
  public List<String> lines(String path) {
    return text(path).map(String::lines).map(Stream::toList).orElse(List.of());
  }

  /**
   * The value of the first {@code key : value} line of a file.
   *
   * @param path relative to the root
   * @param key the key
   * @return its value, unless there is none
   */
  public Optional<String> field(String path, String key) {
    return lines(path).stream()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
        .map(parts -> parts[1].strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /**
   * Folders directly under a path.
   *
   * @param path relative to the root
   * @return names, sorted
   */
  public List<String> folders(String path) {
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

  /**
   * The words of a text that is not blank.
   *
   * @param text the text
   * @return words between white space
   */
  public static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  /**
   * A whole number.
   *
   * @param path relative to the root
   * @return the number, if the file holds one and nothing else
   */
  public Optional<Long> number(String path) {
    return text(path).flatMap(SystemFiles::parse);
  }

  /**
   * A whole number.
   *
   * @param text digits
   * @return the number, if it is one
   */
  public static Optional<Long> parse(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
