package dev.sojourn.harness.duel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code java} that both jars are run with.
 *
 * @param path the program
 * @param properties its system properties that say which Java it is
 */
public record JavaProgram(Path path, Map<String, String> properties) {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String SPECIFICATION = "java.specification.version";

  /** Copies the map. */
  public JavaProgram {
    properties = Map.copyOf(properties);
  }

  /**
   * The Java this process runs on.
   *
   * @return its program
   */
  public static JavaProgram own() {
    Map<String, String> properties = new TreeMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(name -> properties.put(name, System.getProperty(name, "")));
    return new JavaProgram(Path.of(System.getProperty("java.home"), "bin", "java"), properties);
  }

  /**
   * Another Java, asked what it is.
   *
   * @param wanted the program, or the folder of a JDK
   * @return the program
   * @throws DuelException if there is no Java
   * @throws InterruptedException if interrupted meanwhile
   */
  public static JavaProgram at(Path wanted) throws DuelException, InterruptedException {
    Path path = Files.isDirectory(wanted) ? wanted.resolve("bin").resolve("java") : wanted;
    Map<String, String> properties =
        new TreeMap<>(Map.of("os.arch", System.getProperty("os.arch")));
    properties.put("os.name", System.getProperty("os.name"));
    properties.put("os.version", System.getProperty("os.version"));
    for (String line : settings(path)) {
      String[] parts = line.strip().split(" = ", 2);
      if (parts.length == 2 && parts[0].startsWith("java.")) {
        properties.put(parts[0], parts[1]);
      }
    }
    if (!properties.containsKey(SPECIFICATION)) {
      throw new DuelException(path + ": not a java; name the program or the folder of a JDK");
    }
    return new JavaProgram(path, properties);
  }

  private static List<String> settings(Path path) throws DuelException, InterruptedException {
    try {
      List<String> command = List.of(path.toString(), "-XshowSettings:properties", "-version");
      return ChildProcess.run(command, LIMIT).output();
    } catch (IOException e) {
      throw new DuelException(
          path
              + ": cannot be started ("
              + e.getMessage()
              + "); name the program or a JDK's folder");
    }
  }

  /**
   * The version as a number.
   *
   * @return such as 8, 17 or 25
   */
  public int feature() {
    String version = properties.getOrDefault(SPECIFICATION, "0");
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }
}
