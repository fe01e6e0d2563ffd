package dev.sojourn.harness.duel;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A jar of benchmarks with JMH inside, as the usual build of a JMH project makes it.
 *
 * @param file the jar
 * @param hash beginning of its SHA-256 in hexadecimal digits
 * @param jmhVersion version of the JMH inside, or {@code unknown}
 * @param requiredJava the oldest Java that can load its benchmarks
 * @param declared what the benchmarks' annotations say
 */
public record JmhJar(
    Path file, String hash, String jmhVersion, int requiredJava, List<DeclaredBenchmark> declared) {
  private static final String LIST = "META-INF/BenchmarkList";
  private static final String JMH_PROPERTIES = "jmh.properties";
  private static final int CLASS_MAGIC = 0xCAFEBABE;
  private static final int MAJOR_BEFORE_JAVA_1 = 44;
  private static final int HASH_BYTES = 8;

  /** Copies the list. */
  public JmhJar {
    declared = List.copyOf(declared);
  }

  /**
   * Looks into a jar.
   *
   * @param file the jar
   * @return what is in it
   * @throws DuelException if it is no jar of JMH benchmarks
   */
  public static JmhJar open(Path file) throws DuelException {
    if (!Files.isRegularFile(file)) {
      throw new DuelException(
          file
              + ": no such file; build it first, a JMH project's is usually target/benchmarks.jar");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<DeclaredBenchmark> declared = declared(zip, file);
      return new JmhJar(
          file.toAbsolutePath().normalize(),
          hash(file),
          jmhVersion(zip),
          requiredJava(zip, declared),
          declared);
    } catch (ZipException e) {
      throw new DuelException(file + ": not a jar (" + e.getMessage() + "); name a JMH uber-jar");
    } catch (IOException | UncheckedIOException e) {
      throw new DuelException(file + ": cannot be read (" + e.getMessage() + "); build it anew");
    }
  }

  /**
   * The name a reader knows the jar by.
   *
   * @return its file name
   */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** Entries of one benchmark: one for each of its modes. */
  List<DeclaredBenchmark> declared(String benchmark) {
    return declared.stream().filter(entry -> entry.name().equals(benchmark)).toList();
  }

  private static List<DeclaredBenchmark> declared(ZipFile zip, Path file)
      throws IOException, DuelException {
    ZipEntry entry = zip.getEntry(LIST);
    if (entry == null) {
      throw new DuelException(
          file
              + ": holds no "
              + LIST
              + ", so no JMH benchmarks; name the uber-jar of a JMH project, usually"
              + " target/benchmarks.jar");
    }
    List<DeclaredBenchmark> declared = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
        declared.add(BenchmarkListLine.parse(line));
      }
    } catch (IllegalArgumentException e) {
      throw new DuelException(
          file + ": " + LIST + " " + e.getMessage() + "; JMH 1.2x to 1.37 are understood");
    }
    return declared;
  }

  private static String jmhVersion(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(JMH_PROPERTIES);
    if (entry == null) {
      return "unknown";
    }
    Properties properties = new Properties();
    try (InputStream in = zip.getInputStream(entry)) {
      properties.load(in);
    }
    return properties.getProperty("jmh.version", "unknown");
  }

  private static int requiredJava(ZipFile zip, List<DeclaredBenchmark> declared)
      throws IOException {
    int newest = 0;
    for (DeclaredBenchmark benchmark : declared) {
      ZipEntry entry = zip.getEntry(benchmark.generatedClass().replace('.', '/') + ".class");
      if (entry != null) {
        newest = Math.max(newest, java(zip, entry));
      }
    }
    return newest;
  }

  private static int java(ZipFile zip, ZipEntry entry) throws IOException {
    try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
      if (in.readInt() != CLASS_MAGIC) {
        return 0;
      }
      in.readUnsignedShort();
      return in.readUnsignedShort() - MAJOR_BEFORE_JAVA_1;
    }
  }

  private static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
