package dev.sojourn.harness.machine;

import dev.sojourn.harness.execute.ForkArguments;
import dev.sojourn.harness.system.CacheSizes;
import dev.sojourn.harness.system.SystemFiles;
import dev.sojourn.results.model.Machine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.util.Version;

/**
 * Finds out which machine this is.
 *
 * <p>Linux says most; elsewhere texts read {@code unknown}, and sizes nobody told are left out.
 */
public final class MachineProbe {
  private static final String UNKNOWN = "unknown";
  private static final Pattern CHOSEN_MODE = Pattern.compile("\\[(\\w+)]");

  /**
   * Kernels keep a little memory for themselves, and not always the same; equal machines must look
   * equal.
   */
  private static final long MEMORY_GRAIN_BYTES = 64L << 20;

  private static final int MAX_MODEL_NAME = 24;

  private final SystemFiles files;
  private final Map<String, String> jvm;
  private final int logicalCpus;

  MachineProbe(Path root, Map<String, String> jvm, int logicalCpus) {
    this.files = new SystemFiles(root);
    this.jvm = Map.copyOf(jvm);
    this.logicalCpus = logicalCpus;
  }

  /**
   * This machine, as it is at this moment.
   *
   * @return identity and conditions
   */
  public static Machine probe() {
    Map<String, String> jvm = new TreeMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(key -> jvm.put(key, System.getProperty(key, "")));
    return probe(jvm, Map.of());
  }

  /**
   * This machine under another instrument than this process.
   *
   * @param jvm system properties of the Java that is measured with
   * @param instrument facts of the identity that take the place of this process's own
   * @return identity and conditions
   */
  public static Machine probe(Map<String, String> jvm, Map<String, String> instrument) {
    int cpus = Runtime.getRuntime().availableProcessors();
    return new MachineProbe(Path.of("/"), jvm, cpus).read(instrument);
  }

  Machine read() {
    return read(Map.of());
  }

  private Machine read(Map<String, String> instrument) {
    SortedMap<String, String> identity = identity();
    identity.putAll(instrument);
    return new Machine(name(identity), identity, new Conditions(files).read());
  }

  private SortedMap<String, String> identity() {
    SortedMap<String, String> facts = new TreeMap<>();
    CpuFacts cpu = new CpuFacts(files);
    facts.put(Machine.CPU_MODEL, cpu.model().orElse(UNKNOWN));
    facts.put(Machine.CPU_COUNT, String.valueOf(logicalCpus));
    facts.put("cpu.signature", cpu.signature().orElse(UNKNOWN));
    facts.put("cpu.microcode", cpu.microcode().orElse(UNKNOWN));
    facts.put("cpu.hypervisor", cpu.hypervisor().map(String::valueOf).orElse(UNKNOWN));
    facts.put("cpu.quota", new CpuQuota(files).cpus().orElse(UNKNOWN));
    CacheSizes.read(files)
        .forEach((level, bytes) -> facts.put("cache." + level + ".bytes", bytes.toString()));
    memoryBytes().ifPresent(bytes -> facts.put(Machine.MEMORY, bytes.toString()));
    addSystem(facts);
    addJvm(facts);
    return facts;
  }

  private void addSystem(SortedMap<String, String> facts) {
    facts.put(Machine.KERNEL, kernel());
    facts.put("os.arch", property("os.arch"));
    facts.put(
        Machine.CLOCK_SOURCE,
        files
            .text("sys/devices/system/clocksource/clocksource0/current_clocksource")
            .orElse(UNKNOWN));
    facts.put(
        Machine.HUGE_PAGES,
        files
            .text("sys/kernel/mm/transparent_hugepage/enabled")
            .flatMap(MachineProbe::chosen)
            .orElse(UNKNOWN));
  }

  private void addJvm(SortedMap<String, String> facts) {
    facts.put(Machine.JDK, property("java.vm.vendor") + " " + property("java.vm.version"));
    facts.put("jvm.flags", String.join(" ", ForkArguments.common()));
    facts.put("jmh.version", jmhVersion());
    facts.put("jmh.blackhole", "compiler");
  }

  static String jmhVersion() {
    return Version.getPlainVersion();
  }

  private String kernel() {
    return property("os.name")
        + " "
        + files.text("proc/sys/kernel/osrelease").orElse(property("os.version"));
  }

  private String property(String key) {
    return jvm.getOrDefault(key, UNKNOWN);
  }

  /** The chosen one of {@code always [madvise] never}. */
  private static Optional<String> chosen(String modes) {
    Matcher matcher = CHOSEN_MODE.matcher(modes);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Optional<Long> memoryBytes() {
    return files
        .field("proc/meminfo", "MemTotal")
        .flatMap(value -> SystemFiles.parse(SystemFiles.words(value).getFirst()))
        .map(kib -> Math.round((double) (kib << 10) / MEMORY_GRAIN_BYTES) * MEMORY_GRAIN_BYTES);
  }

  private static String name(SortedMap<String, String> identity) {
    return slug(identity.getOrDefault(Machine.CPU_MODEL, UNKNOWN))
        + "-"
        + identity.get(Machine.CPU_COUNT)
        + "c-"
        + hash(identity);
  }

  private static String slug(String model) {
    String slug = model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = slug.substring(0, Math.min(slug.length(), MAX_MODEL_NAME));
    return cut.replaceAll("^-+|-+$", "");
  }

  private static String hash(SortedMap<String, String> identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
