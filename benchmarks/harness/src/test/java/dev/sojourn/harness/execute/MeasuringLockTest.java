package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MeasuringLockTest {
  @TempDir private Path folder;
  private Path file = Path.of("");
  private MeasuringLock lock = MeasuringLock.at(file);

  @BeforeEach
  void placeLock() {
    file = folder.resolve("measuring.lock");
    lock = MeasuringLock.at(file);
  }

  private Process otherProcess(String label) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                file.toString(),
                label)
            .start();
    BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
    assertThat(said.lines().filter("held"::equals).findFirst()).contains("held");
    return process;
  }

  private static void end(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Timeout(30)
  void anotherProcessIsNamed() throws Exception {
    Process other = otherProcess("2026-W47");
    try {
      assertThat(lock.tryAcquire("mine")).isEmpty();
      assertThatThrownBy(() -> lock.acquireNow("mine"))
          .isInstanceOf(MeasuringLock.HeldByAnotherException.class)
          .hasMessageContaining("process " + other.pid())
          .hasMessageContaining("2026-W47");
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  @Timeout(30)
  void waitingEndsWhenTheOtherProcessDoes() throws Exception {
    Process other = otherProcess("theirs");
    List<String> messages = new ArrayList<>();

    MeasuringLock.Held held =
        lock.await(
            "mine",
            text -> {
              messages.add(text);
              end(other);
            });

    held.close();
    assertThat(messages).hasSize(1).first().asString().contains("run theirs");
    assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @Timeout(30)
  void aKilledProcessLeavesNoLock() throws Exception {
    Process other = otherProcess("theirs");
    other.destroyForcibly();
    assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();

    lock.acquireNow("mine").close();
  }

  @Test
  void theSameProcessCannotHoldItTwice() {
    MeasuringLock.Held held = lock.acquireNow("first");

    assertThat(lock.tryAcquire("second")).isEmpty();

    held.close();
    lock.acquireNow("third").close();
  }

  @Test
  void everybodyMayUseTheFile() throws IOException {
    lock.acquireNow("mine").close();

    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(file)).hasSize(6);
    }
    assertThat(lock.holder()).contains("run mine");
  }
}
