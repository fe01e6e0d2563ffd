package dev.sojourn.harness.duel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Benchmarks that are not the same code in both jars, so that a difference may be their own. */
public final class ChangedBenchmarks {
  private static final String CLASS = ".class";

  private ChangedBenchmarks() {}

  /**
   * Compares the bytes of the benchmarks' classes and of those nested in them.
   *
   * @param before the jar that is the reference
   * @param after the jar that is judged
   * @param bouts what is measured
   * @return one sentence for each benchmark class that differs, by name
   * @throws DuelException if a jar can no longer be read
   */
  public static List<String> of(JmhJar before, JmhJar after, Bouts bouts) throws DuelException {
    Set<String> classes =
        bouts.bouts().stream()
            .map(bout -> bout.benchmark().substring(0, bout.benchmark().lastIndexOf('.')))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> notes = new ArrayList<>();
    try (ZipFile old = new ZipFile(before.file().toFile());
        ZipFile current = new ZipFile(after.file().toFile())) {
      for (String name : classes) {
        if (!code(old, name).equals(code(current, name))) {
          notes.add(
              "%s is other code in %s than in %s: its own change is part of what is judged"
                  .formatted(name, after.name(), before.name()));
        }
      }
    } catch (IOException e) {
      throw new DuelException(
          before.file() + ", " + after.file() + ": cannot be read (" + e.getMessage() + ")");
    }
    return notes;
  }

  /** The bytes' hash of a class and of each class nested in it, by name. */
  private static SortedMap<String, Integer> code(ZipFile jar, String name) throws IOException {
    String path = name.replace('.', '/');
    SortedMap<String, Integer> code = new TreeMap<>();
    for (ZipEntry entry : jar.stream().filter(e -> isOf(path, e.getName())).toList()) {
      try (InputStream in = jar.getInputStream(entry)) {
        code.put(entry.getName(), Arrays.hashCode(in.readAllBytes()));
      }
    }
    return code;
  }

  private static boolean isOf(String path, String entry) {
    return entry.equals(path + CLASS) || (entry.startsWith(path + "$") && entry.endsWith(CLASS));
  }
}
