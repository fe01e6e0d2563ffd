package dev.sojourn.harness.flame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The profiler's native library, which its jar carries for several systems. */
final class NativeLibrary {
  private static final String FILE = "libasyncProfiler.so";

  private NativeLibrary() {}

  /**
   * Where the library of a system is on the class path.
   *
   * @param system the system property {@code os.name}
   * @param processor the system property {@code os.arch}
   * @return the resource; empty where there is none
   */
  static Optional<String> resource(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Optional.of("macos/" + FILE);
    }
    if (!name.equals("linux")) {
      return Optional.empty();
    }
    return switch (processor) {
      case "amd64", "x86_64" -> Optional.of("linux-x64/" + FILE);
      case "aarch64", "arm64" -> Optional.of("linux-arm64/" + FILE);
      default -> Optional.empty();
    };
  }

  /** The same, where there has to be one. */
  static String require(String system, String processor) {
    return resource(system, processor).orElseThrow(() -> unsupported(system + " on " + processor));
  }

  /**
   * Puts the library into a folder.
   *
   * @param system the system property {@code os.name}
   * @param processor the system property {@code os.arch}
   * @param folder an existing folder
   * @return the library's file
   * @throws FlamesRefusedException where there is no library, or no room for it
   */
  static Path unpack(String system, String processor, Path folder) {
    String resource = require(system, processor);
    Path file = folder.resolve(FILE);
    try (InputStream library = NativeLibrary.class.getClassLoader().getResourceAsStream(resource)) {
      if (library == null) {
        throw new FlamesRefusedException(
            "this build lacks the profiler's library " + resource,
            "build it with async-profiler on the class path, or leave out --flame");
      }
      Files.copy(library, file);
      return file;
    } catch (IOException e) {
      throw new FlamesRefusedException(
          "the profiler's library cannot be unpacked to " + file + " (" + e + ")",
          "make room there, or choose another folder with -Djava.io.tmpdir=DIR");
    }
  }

  private static FlamesRefusedException unsupported(String here) {
    return new FlamesRefusedException(
        "async-profiler has no library for " + here,
        "take the run on Linux (x64, arm64), or leave out --flame");
  }
}
