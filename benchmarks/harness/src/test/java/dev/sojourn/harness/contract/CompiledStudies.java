package dev.sojourn.harness.contract;

import dev.sojourn.harness.Study;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Studies as the compiler left them in directories, whether JMH has listed them or not. */
final class CompiledStudies {
  private static final String CLASS = ".class";

  private CompiledStudies() {}

  /** Names of the studies in the package of a class and below it. */
  static List<String> under(Class<?> anchor) throws IOException {
    String root = anchor.getPackageName();
    List<String> names = new ArrayList<>();
    for (URL url : Collections.list(anchor.getClassLoader().getResources(root.replace('.', '/')))) {
      if (url.getProtocol().equals("file")) {
        names.addAll(studies(Path.of(URI.create(url.toString())), root, anchor.getClassLoader()));
      }
    }
    return names;
  }

  private static List<String> studies(Path directory, String root, ClassLoader loader)
      throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(CLASS) && !name.contains("jmh_generated"))
          .map(name -> root + "." + name.replace(CLASS, "").replace('/', '.'))
          .filter(name -> !name.endsWith("-info") && isStudy(name, loader))
          .toList();
    }
  }

  private static boolean isStudy(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader).isAnnotationPresent(Study.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("class " + name + " was compiled and cannot be loaded", e);
    }
  }
}
