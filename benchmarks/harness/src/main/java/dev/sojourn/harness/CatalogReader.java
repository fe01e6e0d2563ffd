package dev.sojourn.harness;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Sorts what JMH lists into studies, other people's benchmarks, and problems. */
final class CatalogReader {
  private final List<StudyDescriptor> studies = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private CatalogReader() {}

  static Catalog read() {
    SortedMap<String, Set<String>> methods = new TreeMap<>();
    for (BenchmarkListEntry entry : entries()) {
      String type = entry.getUserClassQName();
      String method = entry.getUsername().substring(type.length() + 1);
      methods.computeIfAbsent(type, _ -> new TreeSet<>()).add(method);
    }
    return read(methods);
  }

  static Catalog read(SortedMap<String, Set<String>> methodsByClass) {
    CatalogReader reader = new CatalogReader();
    methodsByClass.forEach(reader::add);
    return new Catalog(reader.studies, reader.foreign, reader.problems);
  }

  private static Collection<BenchmarkListEntry> entries() {
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            VerboseMode.SILENT);
    try {
      return BenchmarkList.defaultList().getAll(silent, List.of());
    } catch (RuntimeException e) {
      throw new CatalogException(
          "no list of benchmarks on the class path: "
              + e.getMessage()
              + "; build with JMH's annotation processor, or start the command from benchmarks.jar",
          e);
    }
  }

  private void add(String name, Set<String> listed) {
    try {
      Class<?> type = load(name);
      if (!type.isAnnotationPresent(Study.class)) {
        foreign.add(name);
        return;
      }
      StudyDescriptor study = StudyReader.read(type);
      if (listed.equals(Set.copyOf(study.card().methods()))) {
        studies.add(study);
      } else {
        problems.add(stale(name, "has the methods " + listed + ", not " + study.card().methods()));
      }
    } catch (InvalidStudyException e) {
      problems.add(String.valueOf(e.getMessage()));
    } catch (ClassNotFoundException | LinkageError e) {
      problems.add(stale(name, "names it, yet loading it gave " + e));
    }
  }

  private static String stale(String name, String problem) {
    return "benchmark class " + name + ": the list " + problem + "; run mvn clean verify";
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    ClassLoader loader = Bytecode.loader(CatalogReader.class);
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        throw e;
      }
      return Class.forName(name.substring(0, dot) + "$" + name.substring(dot + 1), false, loader);
    }
  }
}
