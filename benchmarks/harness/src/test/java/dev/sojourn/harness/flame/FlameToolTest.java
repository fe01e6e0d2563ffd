package dev.sojourn.harness.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.model.FlameEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts JVMs that try the profiler. */
class FlameToolTest {
  @TempDir private Path folder;

  private static List<Path> unpacked() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("sojourn-flame")).toList();
    }
  }

  @Test
  void aLibraryThatIsNoneIsRefusedWithTheReasonAndTheWayOut() throws Exception {
    Path library = Files.writeString(folder.resolve("libasyncProfiler.so"), "not a library");

    assertThatThrownBy(() -> FlameTool.tried(library))
        .isInstanceOf(FlamesRefusedException.class)
        .hasMessageStartingWith("--flame cannot run here: async-profiler: " + FlameProbe.LOADING)
        .hasMessageContaining(System.getProperty("java.io.tmpdir") + " forbids programs")
        .hasMessageContaining("-Djava.io.tmpdir=DIR")
        .extracting(Throwable::getMessage)
        .asString()
        .hasLineCount(1);
  }

  @Test
  void aForeignSystemIsRefusedAndNothingIsLeftBehind() throws Exception {
    List<Path> before = unpacked();

    assertThatThrownBy(() -> FlameTool.open("Windows 11", "amd64"))
        .isInstanceOf(FlamesRefusedException.class)
        .hasMessageContaining("Windows 11 on amd64");

    assertThat(unpacked()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void whatIsOpenedIsGoneAfterwards() throws Exception {
    List<Path> before = unpacked();
    try (FlameTool tool = FlameForkTest.opened()) {
      FlameOrder order = tool.order(FlameEvent.ALLOC, 1);
      assertThat(order.library()).isRegularFile();
      Files.writeString(order.page(), "left by a fork");
      assertThat(tool.order(FlameEvent.ALLOC, 1).page()).doesNotExist();
      Files.writeString(order.page(), "left by another");
    }

    assertThat(unpacked()).containsExactlyInAnyOrderElementsOf(before);
  }
}
