package dev.sojourn.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineProbeTest {
  private static final Map<String, String> JVM =
      Map.of(
          "java.vm.vendor", "Acme",
          "java.vm.version", "25.0.1+8",
          "os.name", "Linux",
          "os.arch", "amd64",
          "os.version", "6.1.0");

  @TempDir private Path root;

  private void file(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Machine probe() {
    return new MachineProbe(root, JVM, 2).read();
  }

  private void virtualMachine() {
    file(
        "proc/cpuinfo",
        """
        processor\t: 0
        cpu family\t: 25
        model\t\t: 1
        model name\t: AMD EPYC(tm) 7003 "Milan" Processor
        stepping\t: 1
        microcode\t: 0xa0011d1
        flags\t\t: fpu vme hypervisor lahf_lm

        processor\t: 1
        model name\t: something else
        """);
    cache("index0", "1", "Data", "32K");
    cache("index1", "1", "Instruction", "32K");
    cache("index2", "2", "Unified", "512K");
    cache("index3", "3", "Unified", "32M");
    file("proc/meminfo", "MemTotal: 8137512 kB\nMemFree: 1 kB\nMemAvailable: 6000000 kB\n");
    file("proc/sys/kernel/osrelease", "6.1.0-27-amd64\n");
    file("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
    file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    file("proc/loadavg", "0.31 0.20 0.10 1/123 4567\n");
    file("proc/uptime", "1234.56 2000.00\n");
    file("proc/stat", "cpu  700 0 100 150 0 0 0 50 0 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
    file("proc/pressure/cpu", "some avg10=1.50 avg60=0.70 avg300=0.10 total=99\nfull avg10=0\n");
  }

  private void cache(String index, String level, String type, String size) {
    String folder = "sys/devices/system/cpu/cpu0/cache/" + index + "/";
    file(folder + "level", level + "\n");
    file(folder + "type", type + "\n");
    file(folder + "size", size + "\n");
  }

  @Test
  void aVirtualMachineIsDescribed() {
    virtualMachine();

    Machine machine = probe();

    assertThat(machine.identity())
        .containsEntry(Machine.CPU_MODEL, "AMD EPYC 7003 Milan Processor")
        .containsEntry(Machine.CPU_COUNT, "2")
        .containsEntry("cpu.signature", "25/1/1")
        .containsEntry("cpu.microcode", "0xa0011d1")
        .containsEntry("cpu.hypervisor", "true")
        .containsEntry("cpu.quota", "unknown")
        .containsEntry(Machine.CACHE_L1D, "32768")
        .containsEntry("cache.l1i.bytes", "32768")
        .containsEntry(Machine.CACHE_L2, "524288")
        .containsEntry(Machine.CACHE_L3, "33554432")
        .containsEntry(Machine.KERNEL, "Linux 6.1.0-27-amd64")
        .containsEntry(Machine.CLOCK_SOURCE, "tsc")
        .containsEntry(Machine.HUGE_PAGES, "madvise")
        .containsEntry(Machine.JDK, "Acme 25.0.1+8");
    assertThat(machine.bytes(Machine.CACHE_L3)).contains(33_554_432L);
    assertThat(machine.name()).matches("amd-epyc-7003-milan-proc-2c-[0-9a-f]{8}");
  }

  @Test
  void conditionsAreNotedAndNoPartOfTheIdentity() {
    virtualMachine();

    Machine quiet = probe();
    file("proc/loadavg", "9.00 8.00 7.00 1/123 4567\n");
    Machine busy = probe();

    assertThat(quiet.conditions())
        .containsEntry("load.average", "0.31 0.20 0.10")
        .containsEntry("uptime.seconds", "1234.56")
        .containsEntry("memory.available.kib", "6000000")
        .containsEntry("cpu.steal.share", "0.05000")
        .containsEntry("cpu.governor", "unreadable")
        .containsEntry("cpu.pressure", "avg10=1.50 avg60=0.70 avg300=0.10 total=99");
    assertThat(busy.name()).isEqualTo(quiet.name());
    assertThat(quiet.differences(busy)).isEmpty();
  }

  @Test
  void aFewKilobytesThatTheKernelKeptDoNotMakeAnotherMachine() {
    virtualMachine();
    Machine before = probe();
    file("proc/meminfo", "MemTotal: 8137100 kB\n");

    assertThat(probe().name()).isEqualTo(before.name());
  }

  @Test
  void anotherMicrocodeIsAnotherMachine() {
    virtualMachine();
    Machine before = probe();
    file("proc/cpuinfo", "model name : AMD EPYC 7003 Milan Processor\nmicrocode : 0xa0011d2\n");

    assertThat(probe().name()).isNotEqualTo(before.name());
    assertThat(before.differences(probe())).containsKey("cpu.microcode");
  }

  @Test
  void aContainersQuotaIsItsTightestGroups() {
    virtualMachine();
    file("proc/self/cgroup", "0::/outer/inner\n");
    file("sys/fs/cgroup/outer/inner/cpu.max", "max 100000\n");
    file("sys/fs/cgroup/outer/cpu.max", "150000 100000\n");

    assertThat(probe().identity()).containsEntry("cpu.quota", "1.50");
  }

  @Test
  void aContainerThatSeesOnlyItsOwnMountHasItsQuota() {
    virtualMachine();
    file("proc/self/cgroup", "0::/\n");
    file("sys/fs/cgroup/cpu.max", "50000 100000\n");

    assertThat(probe().identity()).containsEntry("cpu.quota", "0.50");
  }

  @Test
  void theOlderControlGroupsAreUnderstood() {
    virtualMachine();
    file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "200000\n");
    file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");

    assertThat(probe().identity()).containsEntry("cpu.quota", "2.00");
  }

  @Test
  void noLimitIsSaidToBeNone() {
    virtualMachine();
    file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");

    assertThat(probe().identity()).containsEntry("cpu.quota", "none");
  }

  @Test
  void anArmKernelNamesMakerAndPart() {
    file("proc/cpuinfo", "CPU implementer\t: 0x41\nCPU part\t: 0xd0c\nFeatures : fp asimd\n");

    assertThat(probe().identity()).containsEntry(Machine.CPU_MODEL, "arm 0x41 0xd0c");
  }

  @Test
  void aSystemThatTellsNothingIsStillAMachine() {
    Machine machine = probe();

    assertThat(machine.identity())
        .containsEntry(Machine.CPU_MODEL, "unknown")
        .containsEntry(Machine.KERNEL, "Linux 6.1.0")
        .containsEntry(Machine.CLOCK_SOURCE, "unknown")
        .containsEntry("cpu.hypervisor", "unknown")
        .doesNotContainKeys(Machine.CACHE_L2, Machine.MEMORY);
    assertThat(machine.bytes(Machine.MEMORY)).isEmpty();
    assertThat(machine.name()).matches("unknown-2c-[0-9a-f]{8}");
    assertThat(machine.conditions()).containsEntry("load.average", "unknown");
  }

  @Test
  void garbageIsNoReasonToFail() {
    file("proc/cpuinfo", ":::\n\0\0\nmodel name\n");
    file("proc/meminfo", "MemTotal: lots kB\n");
    file("proc/stat", "cpu  a b c\n");
    file("sys/fs/cgroup/cpu.max", "soon\n");
    cache("index0", "1", "Data", "plenty");

    assertThat(probe().identity())
        .containsEntry(Machine.CPU_MODEL, "unknown")
        .doesNotContainKeys(Machine.CACHE_L1D, Machine.MEMORY);
  }

  @Test
  void thisMachineHasANameThatIsAFolder() {
    Machine machine = MachineProbe.probe();

    assertThat(machine.name()).matches("[a-z0-9-]+-\\d+c-[0-9a-f]{8}");
    assertThat(machine.identity()).containsKeys(Machine.JDK, "jmh.version", "jvm.flags");
    assertThat(MachineProbe.probe().name()).isEqualTo(machine.name());
  }
}
