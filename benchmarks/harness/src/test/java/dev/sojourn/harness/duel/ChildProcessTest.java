package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class ChildProcessTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private static List<String> shell(String script) {
    return List.of("sh", "-c", script);
  }

  @Test
  void exitCodeAndBothStreamsAreKept() throws Exception {
    ChildProcess.Ended ended = ChildProcess.run(shell("echo out; echo err >&2; exit 3"), LONG);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.well()).isFalse();
    assertThat(ended.output()).containsExactlyInAnyOrder("out", "err");
  }

  @Test
  void aLateProcessIsEndedWithItsGrandchildren() throws Exception {
    Path pid = folder.resolve("pid");
    String script = "sleep 600 & echo $! > " + pid + "; wait";

    ChildProcess.Ended ended = ChildProcess.run(shell(script), Duration.ofSeconds(2));

    assertThat(ended.late()).isTrue();
    assertEnded(pid);
  }

  @Test
  void stopEndsWhatRunsAndWhateverWouldComeLater() throws Exception {
    Path pid = folder.resolve("pid");
    ChildProcess child = new ChildProcess();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<ChildProcess.Ended> ended = new AtomicReference<>();
    List<String> script = shell("sleep 600 & echo $! > " + pid + "; echo begun; wait");
    Thread runner =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    ended.set(child.run(script, folder, LONG, line -> begun.countDown()));
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    child.stop();
    runner.join();

    assertThat(ended.get().stopped()).isTrue();
    assertEnded(pid);
    assertThat(child.run(shell("sleep 600"), folder, LONG, line -> {}).stopped()).isTrue();
  }

  private static void assertEnded(Path pidFile) throws Exception {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    for (int i = 0;
        i < 100 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        i++) {
      Thread.sleep(50);
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void outputWithoutEndIsKeptInBoundedMemory() {
    String flood = "x".repeat(1_000_000) + "\n" + "line\n".repeat(100_000) + "last";
    BoundedOutput output = new BoundedOutput(line -> {});

    output.drain(new ByteArrayInputStream(flood.getBytes(StandardCharsets.UTF_8)));

    assertThat(output.lines()).hasSizeLessThan(3_000);
    assertThat(output.lines().getFirst()).hasSizeLessThan(3_000).startsWith("xxx");
    assertThat(output.lines().getLast()).isEqualTo("last");
  }

  @Test
  void warmUpScoresAreHeardWhateverTheLocale() {
    WarmupScores scores = new WarmupScores();
    List<String> lines = new ArrayList<>();
    lines.add("# Warmup Iteration   1: 398.847 ns/op");
    lines.add("# Warmup Iteration   2: 2335,375 ±(99.9%) 3,1 ns/op");
    lines.add("Iteration   1: 1800.075 ns/op");
    lines.add("# Warmup: 2 iterations, 100 ms each");

    lines.forEach(scores::line);

    assertThat(scores.scores()).containsExactly(398.847, 2335.375);
  }
}
