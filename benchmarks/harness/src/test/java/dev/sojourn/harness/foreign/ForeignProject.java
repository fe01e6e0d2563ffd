package dev.sojourn.harness.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * Builds versions of a small JMH project as its own build would: compiled with JMH's processor and
 * shaded into one jar together with JMH.
 */
public final class ForeignProject {
  private static final List<Class<?>> SHADED =
      List.of(
          Main.class,
          joptsimple.OptionParser.class,
          org.apache.commons.math3.distribution.TDistribution.class);

  private final Path folder;

  /**
   * A project without a version yet.
   *
   * @param folder where it is built
   */
  public ForeignProject(Path folder) {
    this.folder = folder;
  }

  /**
   * Builds a version.
   *
   * @param version {@code Old} or {@code New}: the benchmark of one build only is named after it,
   *     and in the new one a benchmark breaks
   * @param tokens work of the benchmark that changes
   * @param lastFactor the last value of its parameter
   * @return the jar
   */
  public Path jar(String version, int tokens, int lastFactor) throws IOException {
    Map<String, String> values =
        Map.of(
            "$TOKENS", String.valueOf(tokens),
            "$LAST_FACTOR", String.valueOf(lastFactor),
            "$VERSION", version);
    Path sources = Files.createTempDirectory(folder, "sources");
    Path classes = Files.createTempDirectory(folder, "classes");
    List<Path> files =
        List.of(source("SpinBench", sources, values), source("OddBench", sources, values));
    compile(files, classes);
    return shade(classes, folder.resolve(version.toLowerCase(Locale.ROOT) + ".jar"));
  }

  private static Path source(String name, Path sources, Map<String, String> values)
      throws IOException {
    String text = resource(name + ".java.txt");
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace(value.getKey(), value.getValue());
    }
    return Files.writeString(sources.resolve(name + ".java"), text);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ForeignProject.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing beside ForeignProject");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = new ArrayList<>(List.of("--release", "17", "-d", classes.toString()));
      options.addAll(List.of("-cp", path(SHADED.stream().map(ForeignProject::jarOf))));
      Stream<Path> processors =
          Stream.concat(
              Stream.of(jarOf(BenchmarkProcessor.class)),
              SHADED.stream().map(ForeignProject::jarOf));
      options.addAll(List.of("-processorpath", path(processors)));
      boolean well =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!well) {
        throw new IllegalStateException("the foreign project does not compile:\n" + messages);
      }
    }
  }

  private static String path(Stream<Path> jars) {
    return String.join(
        System.getProperty("path.separator"), jars.map(Path::toString).distinct().toList());
  }

  private static Path jarOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** The main class in the manifest is none: a benchmark jar's own need not be JMH's. */
  private static Path shade(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "foreign.Application");
    Set<String> taken = new HashSet<>();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      addFolder(classes, out, taken);
      for (Class<?> type : SHADED) {
        addJar(jarOf(type), out, taken);
      }
    }
    return jar;
  }

  private static void addFolder(Path classes, JarOutputStream out, Set<String> taken)
      throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        taken.add(name);
        out.putNextEntry(new ZipEntry(name));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  private static void addJar(Path jar, JarOutputStream out, Set<String> taken) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        if (!entry.getName().endsWith("MANIFEST.MF") && taken.add(entry.getName())) {
          copy(zip, entry, out);
        }
      }
    }
  }

  private static void copy(ZipFile zip, ZipEntry entry, JarOutputStream out) throws IOException {
    out.putNextEntry(new ZipEntry(entry.getName()));
    try (InputStream in = zip.getInputStream(entry)) {
      in.transferTo(out);
    }
    out.closeEntry();
  }
}
