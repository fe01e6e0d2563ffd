package dev.sojourn.harness.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
  private final List<Path> shaded;
  private final List<Path> processor;

  /**
   * A project without a version yet, built with the JMH that runs this.
   *
   * @param folder where it is built
   */
  public ForeignProject(Path folder) {
    this(
        folder,
        SHADED.stream().map(ForeignProject::jarOf).toList(),
        jarOf(BenchmarkProcessor.class));
  }

  /**
   * A project without a version yet, built with another JMH.
   *
   * @param folder where it is built
   * @param jmh jars of JMH and of what it needs
   * @param generator the jar of its annotation processor
   */
  public ForeignProject(Path folder, List<Path> jmh, Path generator) {
    this.folder = folder;
    this.shaded = jmh;
    this.processor = Stream.concat(Stream.of(generator), jmh.stream()).toList();
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

  /** In a process of its own, because a compiler within this one would find this one's JMH. */
  private void compile(List<Path> sources, Path classes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("--release", "17", "-encoding", "UTF-8", "-d", classes.toString()));
    command.addAll(List.of("-cp", path(shaded), "-processorpath", path(processor)));
    sources.forEach(source -> command.add(source.toString()));
    Path messages = Files.createTempFile(folder, "javac", ".txt");
    Process compiler =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(messages.toFile())
            .start();
    try {
      if (!compiler.waitFor(2, TimeUnit.MINUTES) || compiler.exitValue() != 0) {
        throw new IllegalStateException(
            "the foreign project does not compile:\n" + Files.readString(messages));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the foreign project was compiled", e);
    } finally {
      compiler.destroyForcibly();
    }
  }

  private static String path(List<Path> jars) {
    return String.join(
        System.getProperty("path.separator"),
        jars.stream().map(Path::toString).distinct().toList());
  }

  private static Path jarOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** The main class in the manifest is none: a benchmark jar's own need not be JMH's. */
  private Path shade(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "foreign.Application");
    Set<String> taken = new HashSet<>();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      addFolder(classes, out, taken);
      for (Path library : shaded) {
        addJar(library, out, taken);
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
