package dev.sojourn.harness.machine;

import dev.sojourn.harness.system.SystemFiles;
import java.util.Optional;

/** Which processor this is. */
final class CpuFacts {
  private static final String CPUINFO = "proc/cpuinfo";

  private final SystemFiles files;

  CpuFacts(SystemFiles files) {
    this.files = files;
  }

  /** The model as one clean line, or empty when the machine does not say. */
  Optional<String> model() {
    return files.field(CPUINFO, "model name").or(this::armModel).map(CpuFacts::clean);
  }

  /** ARM kernels give numbers instead of a name. */
  private Optional<String> armModel() {
    return files
        .field(CPUINFO, "CPU implementer")
        .map(maker -> "arm " + maker + " " + files.field(CPUINFO, "CPU part").orElse("unknown"));
  }

  private static String clean(String text) {
    return text.replaceAll("\\((R|r|TM|tm)\\)", " ").replaceAll("[^A-Za-z0-9@.+_-]+", " ").strip();
  }

  /** Family, model and stepping: what the name alone does not tell apart. */
  Optional<String> signature() {
    return files
        .field(CPUINFO, "cpu family")
        .map(
            family ->
                family
                    + "/"
                    + files.field(CPUINFO, "model").orElse("?")
                    + "/"
                    + files.field(CPUINFO, "stepping").orElse("?"));
  }

  Optional<String> microcode() {
    return files.field(CPUINFO, "microcode");
  }

  /** Whether the processor says that it runs under a hypervisor. */
  Optional<Boolean> hypervisor() {
    Optional<String> flags = files.field(CPUINFO, "flags");
    return flags.map(f -> (" " + f + " ").contains(" hypervisor "));
  }
}
