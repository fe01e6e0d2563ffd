package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path directory;

  @Test
  void aDiskThatFillsUpLeavesTheOldFileAndNothingElse() throws Exception {
    Path target = directory.resolve("run.json");
    AtomicFile.write(target, "old".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    channel -> {
                      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(target).hasContent("old");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void whatAKilledWriterLeftBehindIsReplaced() throws Exception {
    Path target = directory.resolve("run.json");
    Files.writeString(directory.resolve(".run.json.tmp"), "half of something long and torn");

    AtomicFile.write(target, "new".getBytes(StandardCharsets.UTF_8));

    assertThat(target).hasContent("new");
    assertThat(directory.resolve(".run.json.tmp")).doesNotExist();
  }
}
