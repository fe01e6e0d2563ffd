package dev.sojourn.harness.flame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The temporary folder that the profiler is unpacked to: one for each process, by whose number it
 * is named, so that the next one clears what a killed one has left.
 */
final class FlameFolder {
  private static final String START = "sojourn-flame-";
  private static final Pattern NAME = Pattern.compile(START + "(\\d{1,18})-.*");

  private FlameFolder() {}

  /** A new folder of this process; those of dead ones are gone then. */
  static Path create() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Path own = Files.createTempDirectory(temporary, START + ProcessHandle.current().pid() + "-");
      clearStale(temporary, own);
      return own;
    } catch (IOException e) {
      throw new FlamesRefusedException(
          "no folder can be made in " + temporary + " (" + e + ")",
          "make room there, or choose another with -Djava.io.tmpdir=DIR");
    }
  }

  private static void clearStale(Path temporary, Path own) {
    try {
      clear(temporary, Files.getOwner(own), pid -> ProcessHandle.of(pid).isPresent());
    } catch (IOException | UncheckedIOException left) {
      // Another process clears the same, or may not look: what is left hinders nobody.
    }
  }

  /** Deletes the folders of processes that are not alive; another user's stay where they are. */
  static void clear(Path temporary, UserPrincipal owner, LongPredicate alive) throws IOException {
    for (Path folder : folders(temporary)) {
      Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
      if (name.matches()
          && !alive.test(Long.parseLong(name.group(1)))
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
        delete(folder);
      }
    }
  }

  /** No links: what they lead to is not ours. */
  private static List<Path> folders(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // what is left of it goes when the process ends
    }
  }
}
