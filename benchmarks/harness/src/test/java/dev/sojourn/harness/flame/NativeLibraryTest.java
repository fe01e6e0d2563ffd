package dev.sojourn.harness.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, 7f454c46",
    "Linux, aarch64, 7f454c46",
    "Mac OS X, aarch64, cafebabe",
    "Mac OS X, x86_64, cafebabe"
  })
  void theLibraryOfASystemIsUnpacked(String system, String processor, String magic)
      throws Exception {
    Path library = NativeLibrary.unpack(system, processor, folder);

    byte[] bytes = Files.readAllBytes(library);
    assertThat(java.util.HexFormat.of().formatHex(bytes, 0, 4)).isEqualTo(magic);
    assertThat(bytes.length).isGreaterThan(100_000);
  }

  @Test
  void processorsHaveLibrariesOfTheirOwn() {
    assertThat(NativeLibrary.resource("Linux", "amd64"))
        .isNotEqualTo(NativeLibrary.resource("Linux", "aarch64"));
  }

  @ParameterizedTest
  @CsvSource({"Windows 11, amd64", "Linux, riscv64", "Linux, x86", "FreeBSD, amd64", "'', ''"})
  void aSystemWithoutALibraryIsRefusedByName(String system, String processor) {
    assertThatThrownBy(() -> NativeLibrary.unpack(system, processor, folder))
        .isInstanceOf(FlamesRefusedException.class)
        .hasMessageStartingWith("--flame cannot run here: ")
        .hasMessageContaining(system + " on " + processor)
        .hasMessageContaining("leave out --flame");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatTakesNoFileIsRefusedByName() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> NativeLibrary.unpack("Linux", "amd64", missing))
        .isInstanceOf(FlamesRefusedException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("-Djava.io.tmpdir=DIR");
  }
}
