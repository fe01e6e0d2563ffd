package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.system.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TaskSwitchesTest {
  @TempDir Path root;

  private void status(String task, String text) throws IOException {
    Path folder = root.resolve("proc/self/task").resolve(task);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("status"), text);
  }

  @Test
  void everyThreadIsCountedAndDamagedOnesAreLeftOut() throws IOException {
    status("11", "Name:\tjava\nvoluntary_ctxt_switches:\t900\nnonvoluntary_ctxt_switches:\t7\n");
    status("12", "nonvoluntary_ctxt_switches:\t40\n");
    status("13", "nonvoluntary_ctxt_switches:\tmany\n");
    status("14", "nonvoluntary_ctxt_swi");

    assertThat(TaskSwitches.read(new SystemFiles(root)).byThread())
        .isEqualTo(Map.of("11", 7L, "12", 40L));
  }

  @Test
  void newThreadsCountInFullAndEndedOnesAreLost() {
    TaskSwitches before = new TaskSwitches(Map.of("1", 5L, "2", 1_000L));
    TaskSwitches after = new TaskSwitches(Map.of("1", 8L, "3", 4L));

    assertThat(after.since(before)).hasValue(7);
  }

  @Test
  void whereNothingIsToldNothingIsKnown() {
    TaskSwitches none = TaskSwitches.read(new SystemFiles(root));

    assertThat(none.since(none)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thisProcessHasThreads() {
    assertThat(TaskSwitches.read(new SystemFiles(Path.of("/"))).byThread()).isNotEmpty();
  }
}
